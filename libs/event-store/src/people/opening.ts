import type { Pool } from 'pg';
import { inEveryText, maySeal, openedWith, refsIn, type PersonRef, type RecordedEvent } from '#domain';
import type { Appended, EventStore } from '../event-store.ts';
import { openBox } from './box.ts';
import { keysOf } from './person-keys.ts';

/** Opens what is sealed in plain data, as far as the keys are there. */
export interface Opener {
  /** `as`: how each opened part is shown. */
  readonly open: <Value>(value: Value, as?: (text: string, person: PersonRef) => string) => Promise<Value>;
  /** Keys may be gone: each is asked for again. */
  readonly forget: () => void;
}

const MOST_KEYS = 20_000;

export const opener = (pool: Pool): Opener => {
  let kept = new Map<PersonRef, Buffer | null>(); // null: gone, for good
  const load = async (people: ReadonlySet<PersonRef>): Promise<ReadonlyMap<PersonRef, Buffer | null>> => {
    const mine = kept;
    const keys = new Map<PersonRef, Buffer | null>();
    const missing: PersonRef[] = [];
    for (const person of people) {
      const key = mine.get(person);
      if (key === undefined) missing.push(person);
      else keys.set(person, key);
    }
    if (missing.length === 0) return keys;
    const found = await keysOf(pool, missing);
    if (mine.size + missing.length > MOST_KEYS) mine.clear();
    for (const person of missing) {
      keys.set(person, found.get(person) ?? null);
      if (mine.size < MOST_KEYS) mine.set(person, found.get(person) ?? null);
    }
    return keys;
  };
  return {
    open: async (value, as = (text) => text) => {
      const people = new Set<PersonRef>();
      inEveryText(value, (text) => {
        for (const person of refsIn(text)) people.add(person);
        return text;
      });
      if (people.size === 0) return value;
      const keys = await load(people);
      const openOne = (person: PersonRef, content: string): string | null => {
        const key = keys.get(person) ?? null;
        const text = key === null ? null : openBox(person, key, content);
        return text === null ? null : as(text, person);
      };
      return inEveryText(value, (text) => (maySeal(text) ? openedWith(openOne, text) : text));
    },
    forget: () => {
      kept = new Map();
    },
  };
};

type Facts = readonly RecordedEvent[];

/** The same log as those read it who decide on what people have written: in the clear. What it answers must not be kept beyond `forget`. */
export const openedStore = (store: EventStore, { open }: Opener): EventStore => {
  const opened = async (facts: Facts): Promise<Facts> => {
    const read = await open(facts.map(({ event, meta }) => ({ event, meta })));
    return facts.map((fact, index) => {
      const { event, meta } = read[index]!;
      return event === fact.event && meta === fact.meta ? fact : { ...fact, event, meta };
    });
  };
  const answered = async (appended: Appended): Promise<Appended> => ({
    ...appended,
    events: await opened(appended.events),
  });
  return {
    ...store,
    append: async (stream, expected, events) => answered(await store.append(stream, expected, events)),
    appendMany: async (appends) =>
      Promise.all((await store.appendMany(appends)).map(async (one) => (one instanceof Error ? one : answered(one)))),
    readStream: async (stream, after) => opened(await store.readStream(stream, after)),
    readStreamBack: async (stream, before, limit) => opened(await store.readStreamBack(stream, before, limit)),
    readAll: async (after, limit, filter) => opened(await store.readAll(after, limit, filter)),
    recordAt: async (position) => {
      const fact = await store.recordAt(position);
      return fact === null ? null : (await opened([fact]))[0]!;
    },
    async *readByStream(prefix, upTo) {
      for await (const facts of store.readByStream(prefix, upTo)) yield opened(facts);
    },
    subscribe: (after, onBatch, options) =>
      store.subscribe(after, async (facts) => onBatch(await opened(facts)), options),
  };
};
