/** Why a file is not read; `FILE_REFUSALS` has the sentences. */
export type FileFault =
  | 'file-too-large'
  | 'file-unknown-kind'
  | 'file-protected'
  | 'file-broken'
  | 'file-bomb'
  | 'file-empty'
  | 'file-too-slow'
  | 'file-too-heavy'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-sheets'
  | 'too-many-merges'
  | 'cell-too-long';

/** Stops reading. `detail` says where: a part, a sheet, a row. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly code: FileFault,
    readonly detail?: string,
  ) {
    super(`${code}${detail === undefined ? '' : `: ${detail}`}`);
  }
}

export const unreadable = (code: FileFault, detail?: string): never => {
  throw new Unreadable(code, detail);
};
