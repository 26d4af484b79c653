import type { Sentence } from '#domain';

/** Work of an operator that was refused; nothing was changed. `detail`: what it is about, such as a folder or a table. */
export class OperatorRefused extends Error {
  override readonly name: string = 'OperatorRefused';
  constructor(
    readonly code: string,
    readonly sentence: Sentence,
    readonly detail: string,
  ) {
    super(`${code}: ${sentence.en} (${detail})`);
  }
}
