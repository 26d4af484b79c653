import type { EventMeta, NewEvent } from '../event.ts';
import { matterOf } from '../matters.ts';
import { PROJECT_STREAMS } from '../project/stream.ts';
import { contactIn, CONTACTS } from './contact-numbers.ts';
import { headsNames, namesIn } from './known-names.ts';
import { holdsSealed, SEALED_PART } from './sealed-text.ts';

/**
 * Whose a personal text is, before a reference is drawn for it: who has a number, wherever it is written; who bears a name in one stream; or, where nobody says more, the people of that stream. `ref`: whose reference is drawn.
 */
export type Owner = `number ${string}` | `name ${string}` | `of ${string}` | `ref ${string}`;

const ofNumber = (number: string): Owner => `number ${number}`;
const ofName = (stream: string, name: string): Owner => `name ${stream} ${name}`;
const ofStream = (stream: string): Owner => `of ${stream}`;

/** Names that a stream has told of so far, and whose they are. */
export type Names = ReadonlyMap<string, Owner>;

/** What happens to a personal text. `names`: those that it makes known in its stream. */
export type Treat = (owner: Owner, text: string, names: readonly string[]) => string;

// Fields of facts, by name, wherever they stand. Every other text is of the bureau or of a firm, and a test asks of each new one what it is (test/catalogue).

/** What stands in them is somebody's altogether. */
export const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['referrer']);
/** Columns of a ledger without a place of their own: each value is somebody's. */
export const PERSONAL_COLUMNS: ReadonlySet<string> = new Set(['extra', 'kept', 'before']);
/** Free words: what reaches a person in them, a name known in the stream, and what is marked [[so]]. */
export const FREE_WORDS: ReadonlySet<string> = new Set([
  'text',
  'reason',
  'reasons',
  'nextStep',
  'note',
  'minutes',
  'rule',
]);

/** Streams that tell of projects and of what is worked off beside them. Others are of the installation and its accounts. */
const tellsOfPeople = (stream: string): boolean => stream.startsWith(PROJECT_STREAMS) || matterOf(stream) !== null;

type Columns = Readonly<Record<string, string>>;

/** Whose each value of a row is: who has its number; a name is of the number beside it; the rest is of the first person that the row tells of, else of the first that its stream has told of. */
const ownersOf = (columns: Columns, stream: string, names: Names): readonly Owner[] => {
  const cells = Object.entries(columns);
  const numbers = cells.map(([, said]) => contactIn(said));
  const named = cells.map(([header, said]) => (headsNames(header) ? (namesIn(said)[0] ?? null) : null));
  const beside = (at: number): string | null => numbers[at + 1] ?? numbers[at - 1] ?? null;
  const own = cells.map((_cell, at): Owner | null => {
    const number = numbers[at] ?? (named[at] === null ? null : beside(at));
    if (number !== null && number !== undefined) return ofNumber(number);
    const name = named[at] ?? null;
    return name === null ? null : ofName(stream, name);
  });
  const first = own.find((one) => one !== null) ?? names.values().next().value ?? ofStream(stream);
  return own.map((one) => one ?? first);
};

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const MARKED = String.raw`\[\[[^[\]]{1,200}\]\]`;
const IN_WORDS = new RegExp([SEALED_PART, MARKED, CONTACTS].join('|'), 'g');

const wordsWith = (names: Names): RegExp => {
  if (names.size === 0) return IN_WORDS;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(quoted);
  return new RegExp([SEALED_PART, MARKED, CONTACTS, ...longestFirst].join('|'), 'g');
};

const ofMarked = (marked: string, stream: string, names: Names): Owner => {
  const number = contactIn(marked);
  return number === null ? (names.get(marked) ?? ofName(stream, marked)) : ofNumber(number);
};

/** The personal texts of one stream's facts, each handed to `treat` and replaced by what it answers. */
export const treating = (stream: string, names: () => Names, treat: Treat) => {
  const inWords = (text: string): string => {
    const known = names();
    return text.replace(wordsWith(known), (found) => {
      if (holdsSealed(found)) return found;
      if (!found.startsWith('[[')) return treat(known.get(found) ?? ofNumber(contactIn(found)!), found, []);
      const marked = found.slice(2, -2);
      return treat(ofMarked(marked, stream, known), marked, []);
    });
  };
  const whole = (text: string): string => {
    if (text === '') return text;
    if (holdsSealed(text)) return inWords(text);
    return treat(ofMarked(text, stream, names()), text, []);
  };
  const inColumns = (columns: Columns): Columns => {
    const owners = ownersOf(columns, stream, names());
    return Object.fromEntries(
      Object.entries(columns).map(([header, said], at) => {
        if (said === '') return [header, said];
        if (holdsSealed(said)) return [header, inWords(said)]; // taken over from another project
        return [header, treat(owners[at]!, said, headsNames(header) ? namesIn(said) : [])];
      }),
    );
  };
  const ofField = (name: string, value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && PERSONAL_COLUMNS.has(name)) return inColumns(value as Columns);
    if (typeof value !== 'string') return within(name, value);
    if (FREE_WORDS.has(name)) return inWords(value);
    return PERSONAL_FIELDS.has(name) ? whole(value) : value;
  };
  const within = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown) => ofField(name, one));
    if (typeof value !== 'object' || value === null) return value;
    const fields = value as Readonly<Record<string, unknown>>;
    const corrected = typeof fields['field'] === 'string' ? fields['field'] : null; // what it was and what it is are of the field that they correct
    return Object.fromEntries(
      Object.entries(fields).map(([field, held]) => [
        field,
        ofField(corrected !== null && (field === 'from' || field === 'to') ? corrected : field, held),
      ]),
    );
  };
  const inMeta = (meta: EventMeta): EventMeta => {
    const { note, imported } = meta;
    return {
      ...meta,
      ...(note === undefined ? {} : { note: inWords(note) }),
      ...(imported?.kept === undefined ? {} : { imported: { ...imported, kept: inColumns(imported.kept) } }),
    };
  };
  return (fact: NewEvent): NewEvent => ({
    ...fact,
    event: { ...fact.event, data: within('', fact.event.data) },
    meta: inMeta(fact.meta),
  });
};

const isSaid = (name: string, value: unknown): boolean => {
  if (typeof value === 'string') return FREE_WORDS.has(name) || PERSONAL_FIELDS.has(name);
  if (typeof value !== 'object' || value === null) return false;
  if (PERSONAL_COLUMNS.has(name)) return true;
  if (Array.isArray(value)) return value.some((one) => isSaid(name, one));
  if ('field' in value) return true; // a correction, of whatever
  for (const field in value) if (isSaid(field, (value as Readonly<Record<string, unknown>>)[field])) return true;
  return false;
};

/** Whether a fact of a stream has any place for personal texts: most have none, and cost nothing more. */
export const mayTellOfPeople = (stream: string, { event, meta }: NewEvent): boolean =>
  tellsOfPeople(stream) && (meta.note !== undefined || meta.imported?.kept !== undefined || isSaid('', event.data));
