export type Json = Readonly<Record<string, unknown>>;

/** Says no to a document: which field, and what is wrong with it in both languages. */
export type Refuse = (field: string, zh: string, en: string) => never;

/** Readers of a bureau's documents (definitions, boards): each answers the value, or refuses it naming the field. */
export const readersOf = (refuse: Refuse) => ({
  object: (value: unknown, field: string, names: readonly string[]): Json => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse(field, '必须是对象', 'must be an object');
    const unknown = Object.keys(value).find((name) => !names.includes(name));
    const known = names.join(', ');
    return unknown === undefined
      ? (value as Json)
      : refuse(`${field}.${unknown}`, `不认识，应为 ${known}`, `is not known; it may be ${known}`);
  },
  oneOf: <Name extends string>(value: unknown, names: readonly Name[], field: string): Name =>
    names.includes(value as Name)
      ? (value as Name)
      : refuse(field, `必须是 ${names.join('、')} 之一`, `must be one of ${names.join(', ')}`),
  list: (value: unknown, most: number, field: string): readonly unknown[] =>
    Array.isArray(value) && value.length <= most
      ? value
      : refuse(field, `必须是不超过 ${most} 项的列表`, `must be a list of at most ${most}`),
  text: (value: unknown, most: number, field: string): string =>
    typeof value === 'string' && value.trim() !== '' && value.length <= most
      ? value
      : refuse(field, `必须是不超过 ${most} 个字的文字`, `must be text of at most ${most} characters`),
  /** Decimal text that is not negative. */
  decimal: (value: unknown, field: string): string =>
    typeof value === 'string' && /^\d{1,15}(\.\d{1,8})?$/.test(value)
      ? value
      : refuse(field, '必须是以文字写出的非负十进制数', 'must be a decimal number from 0, written as text'),
  whole: (value: unknown, most: number, field: string): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
      ? value
      : refuse(field, `必须是 0 到 ${most} 的整数`, `must be a whole number from 0 to ${most}`),
  title: (value: unknown, field: string): { readonly zh: string; readonly en: string } => {
    const { zh, en } = readersOf(refuse).object(value, field, ['zh', 'en']);
    const { text } = readersOf(refuse);
    return { zh: text(zh, 100, `${field}.zh`), en: text(en, 200, `${field}.en`) };
  },
});

/** How definitions, boards and a bureau's own metrics are named. */
export const DOCUMENT_NAME = /^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}-]{0,59}$/u;
