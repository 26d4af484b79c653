/** One sentence in both languages; the page shows the user's, logs show the code. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A rule said no. Every aggregate keeps its own table of codes and sentences; the domain knows no HTTP. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly code: string,
    readonly sentence: Sentence,
    readonly field: string | null = null, // the field of the command that is at fault
  ) {
    super(`${code}: ${sentence.en}`);
  }
}

/** Says no by a table of refusals: with the sentence of a code. `field`: that of the command that is at fault. */
export const rejecting =
  <Code extends string>(sentences: Readonly<Record<Code, Sentence>>) =>
  (code: Code, field: string | null = null): never => {
    throw new Rejected(code, sentences[code], field);
  };

/** Says no by such a table, naming the field and what is wrong with it. */
export const rejectingField =
  <Code extends string>(sentences: Readonly<Record<Code, Sentence>>) =>
  (code: Code, field: string, zh: string, en: string): never => {
    const general = sentences[code];
    const sentence = {
      zh: `${general.zh.replace(/[。：]$/, '')}：${field} ${zh}。`,
      en: `${general.en.replace(/[.:]$/, '')}: ${field} ${en}.`,
    };
    throw new Rejected(code, sentence, field);
  };

/** Says no likewise, by the code that a table has for whatever is wrong with a field. */
export const rejectingWrong = <Code extends string>(sentences: Readonly<Record<Code, Sentence>>, code: Code) => {
  const wrong = rejectingField(sentences);
  return (field: string, zh: string, en: string): never => wrong(code, field, zh, en);
};
