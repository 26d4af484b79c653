import { byReference } from '#domain';

/** How a command ended, as its exit status. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

export interface Options {
  readonly json: boolean;
  readonly data: string;
  readonly lang: 'zh' | 'en';
}

/** Everything that is not the answer goes to stderr, so that stdout is one JSON document. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export const answer = (document: unknown): void => {
  process.stdout.write(
    `${JSON.stringify(document, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : typeof value === 'string' ? byReference(value) : value), 2)}\n`,
  );
};

/** A command that was understood and refused, or that found something wrong: exit 1, and the JSON says what. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    readonly sentence: { readonly zh: string; readonly en: string },
    readonly more: object = {},
  ) {
    super(`${code}: ${sentence.en}`);
  }
}

/** A progress bar on a terminal, nothing elsewhere. */
export const progressBar = (what: string): ((done: number, of: number) => void) => {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, of) => {
    const share = of === 0 ? 1 : done / of;
    process.stderr.write(
      `\r${what} ${'█'.repeat(Math.round(share * 30)).padEnd(30, '░')} ${done}/${of}${share >= 1 ? '\n' : ''}`,
    );
  };
};

/** On a terminal a line stays one line, and no text moves the cursor or colours what follows. */
const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** Columns of text, wide (Chinese) characters counted as two. */
export const table = (written: readonly (readonly string[])[]): string => {
  const rows = written.map((row) => row.map(onOneLine));
  const width = (text: string): number =>
    [...text].reduce(
      (sum, character) =>
        sum +
        (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character)
          ? 2
          : 1),
      0,
    );
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, index) => Math.max(most[index] ?? 0, width(cell))),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat(widths[index]! - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
