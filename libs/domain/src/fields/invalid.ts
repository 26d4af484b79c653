import type { Sentence } from '../rejected.ts';

/** What is wrong with one field, where ("children.0.title"), in both languages. */
export interface FieldError extends Sentence {
  readonly field: string;
  readonly code: string;
}

type Wrong = 'invalid-body' | 'unknown-field' | 'invalid-field';

const SENTENCES: Record<Wrong, Sentence> = {
  'invalid-body': { zh: '命令必须是一个对象', en: 'a command must be an object' },
  'unknown-field': { zh: '没有这个字段', en: 'is not a field of this command' },
  'invalid-field': { zh: '不正确', en: 'is wrong' },
};

export const wrongField = (field: string, code: Wrong, { zh, en }: Sentence = SENTENCES[code]): FieldError => ({
  field,
  code,
  zh,
  en,
});

/** A command whose fields are wrong: nothing was decided. */
export class InvalidCommand extends Error {
  override readonly name = 'InvalidCommand';
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, en }) => `${field}: ${en}`).join('; '));
  }
}
