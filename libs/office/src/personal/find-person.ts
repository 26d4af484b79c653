import { contactIn, refsIn, type PersonRef, type RecordedEvent } from '#domain';
import type { Office } from '../office.ts';

/** Somebody whom the log knows, and what becomes unreadable with their key. */
export interface FoundPerson {
  readonly person: PersonRef;
  readonly facts: number;
  readonly streams: readonly string[];
  readonly fields: readonly string[]; // and columns of ledgers
}

/** A place where what was asked for stands in the clear: no key hides it. */
export interface ClearPlace {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly field: string;
}

export interface Found {
  readonly people: readonly FoundPerson[];
  readonly clear: readonly ClearPlace[];
}

interface Known {
  facts: number;
  readonly streams: Set<string>;
  readonly fields: Set<string>;
}

const eachText = (value: unknown, name: string, visit: (text: string, name: string) => void): void => {
  if (typeof value === 'string') visit(value, name);
  else if (Array.isArray(value)) for (const one of value) eachText(one, name, visit);
  else if (typeof value === 'object' && value !== null)
    for (const [field, held] of Object.entries(value)) eachText(held, field, visit);
};

/** Whether a text says what is looked for: a name anywhere in it, a number however it is written. */
const saying = (wanted: string): ((text: string) => boolean) => {
  const number = contactIn(wanted);
  if (number === null) return (text) => text.includes(wanted);
  return (text) => text.replace(/[-\s]/g, '').toLowerCase().includes(number);
};

const PAGE = 1_000;

/** Reads the whole log for people who are called so, have such a number, or bear this reference, and for places that name them in the clear. */
export const findPeople = async (
  { store, personal }: Office,
  wanted: readonly string[],
  onProgress: (events: number) => void = () => undefined,
): Promise<Found> => {
  const known = new Map<PersonRef, Known>();
  const matching = new Set<PersonRef>();
  const clear: ClearPlace[] = [];
  const says = wanted.map(saying);
  const isSaid = (text: string): boolean => says.some((one) => one(text));

  const note = (person: PersonRef, stream: string, field: string): void => {
    const one = known.get(person) ?? { facts: 0, streams: new Set(), fields: new Set() };
    known.set(person, one);
    one.streams.add(stream);
    one.fields.add(field);
  };
  const look = async ({ event, meta, stream, version, position }: RecordedEvent): Promise<void> => {
    const said = [event.data, meta];
    const here = new Set<PersonRef>();
    eachText(said, '', (text, field) => {
      for (const person of refsIn(text)) {
        here.add(person);
        note(person, stream, field);
      }
    });
    for (const person of here) {
      known.get(person)!.facts += 1;
      if (wanted.includes(person)) matching.add(person);
    }
    const beside = await personal.open(said, (text, person) => {
      if (isSaid(text)) matching.add(person);
      return '';
    });
    eachText(beside, '', (text, field) => {
      if (isSaid(text)) clear.push({ position: Number(position), stream, version, field });
    });
  };
  let read = 0;
  for (let after = 0n; ;) {
    const page = await store.readAll(after, PAGE);
    for (const fact of page) await look(fact);
    onProgress((read += page.length));
    if (page.length === 0) break;
    after = page.at(-1)!.position;
  }
  const people = [...matching].map((person) => {
    const { facts, streams, fields } = known.get(person)!;
    return { person, facts, streams: [...streams], fields: [...fields] };
  });
  return { people, clear };
};
