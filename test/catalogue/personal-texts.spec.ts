import { FREE_WORDS, PERSONAL_COLUMNS, PERSONAL_FIELDS } from '#domain';
import { STORED_SHAPES } from '../../libs/office/src/catalogue/stored-shapes.ts';
import type { Shape } from '../../libs/office/src/catalogue/shape.ts';

/** Texts of facts that are the bureau's or a firm's: codes, names of units and projects, logins, numbers of papers, words of settings. `from` and `to` are of the field that is corrected. */
const PLAIN = new Set(
  `
  above absorbed account add address amount approver arrival asKnown asOf asked at attendees basis by cap chain
  channel city code colour column columns columns.* count creditCode currency curve deduct definition department departments
  deputy each en exception expiresAt facts failure field file filingNumber findings firm form fromName fromUnit full
  group hash header host hostRegion id importId industry into investor is issuer key keyword kind landMu layout leader
  least liaisons list logPosition meeting message metric metrics milestone month most name nationalCode notice
  number off.* originRegion other owner parent parties people percent period person persons points position
  previous printed project projectName providerId q raisedBy rate region regions.* remove responsible retryAt role score
  sha256 sheet sort sourceChannel steward subject survivor tags task team title toUnit token unaddressed unit units
  units.* until user verifier view voucher what where why within worked zh
  from to cell read now`.split(/\s+/),
);

/** Every field of a stored fact that holds text, with its fact; those of a table of texts as `name.*`. */
const texts = (shape: Shape, name: string, found: Set<string>, defs: Readonly<Record<string, Shape>>): void => {
  if (shape.$ref !== undefined) texts(defs[shape.$ref.split('/').at(-1)!]!, name, found, defs);
  if (shape.type === 'string' && shape.format === undefined) found.add(name);
  if (Object.keys(shape).length === 0) found.add(name); // anything
  for (const one of shape.anyOf ?? []) texts(one, name, found, defs);
  if (shape.items !== undefined) texts(shape.items, name, found, defs);
  if (typeof shape.additionalProperties === 'object') texts(shape.additionalProperties, `${name}.*`, found, defs);
  for (const [field, held] of Object.entries(shape.properties ?? {})) texts(held, field, found, defs);
};

it('of every text that a fact may hold it is said whether it is personal: a new one is named here or in the domain', () => {
  const found = new Set<string>();
  for (const [name, shape] of Object.entries(STORED_SHAPES))
    if (!name.startsWith('CloudEvent')) texts(shape, '', found, shape.$defs ?? {});
  const personal = (name: string): boolean =>
    FREE_WORDS.has(name) || PERSONAL_FIELDS.has(name) || PERSONAL_COLUMNS.has(name.replace(/\.\*$/, ''));
  expect([...found].filter((name) => !PLAIN.has(name) && !personal(name))).toEqual([]);
  expect([...PLAIN].filter((name) => name !== '' && (personal(name) || !found.has(name)))).toEqual([]);
});
