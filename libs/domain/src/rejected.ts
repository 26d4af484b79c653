/** One sentence in both languages; the page shows the user's, logs show the code. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A rule said no. Every aggregate keeps its own table of codes and sentences; the domain knows no HTTP. */
export class Rejected<Code extends string = string> extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly code: Code,
    readonly sentence: Sentence,
    readonly field: string | null = null, // the field of the command that is at fault
  ) {
    super(`${code}: ${sentence.en}`);
  }
}
