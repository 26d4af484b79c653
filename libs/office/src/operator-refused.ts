import type { Sentence } from '#domain';

/** Work of an operator that was refused; nothing was changed. `detail`: what it is about, such as a folder or a table. */
export class OperatorRefused<Code extends string = string> extends Error {
  override readonly name: string = 'OperatorRefused';
  readonly sentence: Sentence;
  constructor(
    sentences: Readonly<Record<Code, Sentence>>,
    readonly code: Code,
    readonly detail: string,
  ) {
    super(`${code}: ${sentences[code].en} (${detail})`);
    this.sentence = sentences[code];
  }
}
