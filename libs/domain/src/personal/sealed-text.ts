/** Who a sealed text is of: drawn by chance, it says nothing of the person. */
export type PersonRef = string & { readonly brand: 'PersonRef' };

// STORED FOR EVER: how a sealed text stands in a fact, alone or within other words. `⟦reference.content⟧`, both in the letters of base64url.
const SEALED = /⟦([\w-]{16})\.([\w-]+)⟧/g;
/** The same, as a part of a larger pattern: it catches nothing. */
export const SEALED_PART = String.raw`⟦[\w-]{16}\.[\w-]+⟧`;
const OPENING = '⟦';

export const sealedAs = (person: PersonRef, content: string): string => `${OPENING}${person}.${content}⟧`;

/** Whether anything in a text may be sealed: a quick look. */
export const maySeal = (text: string): boolean => text.includes(OPENING);

/** Whether something in a text is sealed. */
export const holdsSealed = (text: string): boolean => refsIn(text).length > 0;

/** Whom the sealed parts of a text are of. */
export const refsIn = (text: string): readonly PersonRef[] =>
  maySeal(text) ? [...text.matchAll(SEALED)].map(([, person]) => person as PersonRef) : [];

/** How a text reads whose person was erased. */
export const ERASED = '〔已按申请删除〕';

/** A text with its sealed parts opened. `open` answers null where the key is gone. */
export const openedWith = (open: (person: PersonRef, content: string) => string | null, text: string): string =>
  maySeal(text)
    ? text.replace(SEALED, (_all, person: string, content: string) => open(person as PersonRef, content) ?? ERASED)
    : text;

/** A text as it may leave the house: each sealed part is the reference of its person, and stays so when the person is erased. */
export const byReference = (text: string): string => (maySeal(text) ? text.replace(SEALED, '〔个人信息 $1〕') : text);

/** A title made of a text, which may be cut: of its sealed parts it says only that they are there. */
export const unnamed = (text: string): string => (maySeal(text) ? text.replace(SEALED, '〔个人信息〕') : text);

type Fields = Readonly<Record<string, unknown>>;
/** Plain data, whichever realm made it: its prototype is none, or one that has none. */
const isFields = (value: unknown): value is Fields => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const changedItems = (values: readonly unknown[], change: (text: string) => string): readonly unknown[] => {
  const items = values.map((one) => inEveryText(one, change));
  return items.some((one, index) => one !== values[index]) ? items : values;
};

/** Plain data with every text in it changed; what does not change is passed on as it is. */
export const inEveryText = <Value>(value: Value, change: (text: string) => string): Value => {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return changedItems(value, change) as Value;
  if (!isFields(value)) return value;
  let other: Record<string, unknown> | null = null;
  for (const name in value) {
    const held = value[name];
    const next = inEveryText(held, change);
    if (next !== held) (other ??= { ...value })[name] = next;
  }
  return (other ?? value) as Value;
};
