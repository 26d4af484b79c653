import { field } from '#domain';

const WANTED = { zh: '姓名、号码或编号', en: 'Names, numbers or references', max: 20 } as const;

/** Whom to look for: their name, a number of theirs, or the reference that stands in what is sealed for them. */
export class FindPerson {
  @field.texts(WANTED) wanted!: string[];
}

/** Who of those found is erased. `typed`: what was looked for, typed once more. */
export class ErasePerson {
  @field.texts(WANTED) wanted!: string[];
  @field.texts({ zh: '要删除的人（编号）', en: 'Who is erased (references)', max: 20 }) persons!: string[];
  @field.text({ zh: '理由（永久保存）', en: 'Reason, kept for ever', max: 500 }) reason!: string;
  @field.text({ zh: '再输入一遍所查内容', en: 'What was looked for, typed once more', max: 2_000 }) typed!: string;
}

export const PERSON_BODIES: readonly (new () => object)[] = [FindPerson, ErasePerson];
