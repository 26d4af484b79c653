import type { Pool } from 'pg';
import { dayInShanghai, type IsoDate } from '#domain';
import type { EventStore } from '#event-store';
import type { Caller, VisibleProjects } from '#identity';
import {
  FIELDS,
  listNamed,
  listRows,
  LISTS,
  listTotals,
  UnknownField,
  type Condition,
  type ListDefinition,
  type UnitNames,
} from '#projections';
import { HttpRefused } from '../refusals.ts';
import { instantPosition } from '../projects/instant.ts';
import { HELD, heldRows } from './held-rows.ts';
import type { ListAsked, ListDesk } from './list-desk.ts';
import { writtenCondition } from './where.ts';

interface Sources {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly units: () => Promise<UnitNames>;
  readonly visibleTo: (caller: Caller) => Promise<VisibleProjects>;
  readonly caughtUp: () => Promise<bigint>;
  readonly now: () => Date;
}

const EVERYTHING: ListDefinition = {
  name: 'search',
  title: { zh: '搜索', en: 'Search' },
  where: [],
  age: 'registeredOn',
};

const searching = (q: string): Condition => ({
  any: ['code', 'name', 'investor', 'contractNo', 'nationalCode'].map((field) => ({ field, contains: q.trim() })),
});

const TYPED: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  numeric: /^-?\d{1,18}(\.\d{1,2})?$/,
  boolean: /^(true|false)$/,
};

/** Values are checked against the type of their field here, so that a wrong one is a refusal and no database error. */
export const condition = (text: string): Condition => {
  const written = writtenCondition(text);
  if (written.field === 'colour' && 'is' in written) return { colour: [written.is].flat() };
  const field = Object.hasOwn(FIELDS, written.field) ? FIELDS[written.field] : undefined; // "constructor" is no field
  if (field === undefined) throw new UnknownField(written.field);
  const given =
    'is' in written ? [written.is].flat() : 'from' in written ? [written.from] : 'to' in written ? [written.to] : [];
  if (
    given.some((value) => TYPED[field.type]?.test(value) === false) ||
    (field.type === 'texts' && !('is' in written)) ||
    (field.type === 'boolean' && !('is' in written))
  )
    throw new HttpRefused('invalid-request', 'where');
  return written;
};

/** The lists of cli.md over the project model: scope, both times and conditions are all part of one SQL statement. */
export const projectedLists = ({ pool, store, units, visibleTo, caughtUp, now }: Sources): ListDesk => {
  const page = async (caller: Caller, list: ListDefinition, asked: ListAsked) => {
    if (asked.atLeast !== undefined && BigInt(asked.atLeast) <= (await store.head())) await caughtUp();
    const names = await units();
    const day = asked.asOf ?? dayInShanghai(now().toISOString());
    const position = await instantPosition(store, asked.asKnown);
    const below = asked.unit === undefined ? null : (names.subtree(asked.unit) ?? [asked.unit]);
    const where: readonly Condition[] = [
      ...(asked.where ?? []).map(condition),
      ...(asked.colour === undefined ? [] : [{ colour: asked.colour }]),
      ...(below === null ? [] : [{ field: 'unit', is: below }]),
      ...(asked.q === undefined ? [] : [searching(asked.q)]),
    ];
    const question = { list, asOf: { day: day as IsoDate, position }, scope: await visibleTo(caller), where };
    const [{ rows, next }, totals, head] = await Promise.all([
      listRows(pool, { ...question, limit: asked.limit ?? 50, after: asked.cursor ?? null }, names),
      listTotals(pool, question),
      position ?? store.head(),
    ]);
    return {
      list: list.name,
      asOf: day,
      asKnown: asked.asKnown ?? now().toISOString(),
      position: Number(head),
      ...totals,
      rows,
      next,
    };
  };
  /** Held rows belong to no unit yet: only who sees everything sees them. The cursor counts rows. */
  const held = async (caller: Caller, { asOf, asKnown, cursor, limit = 50 }: ListAsked) => {
    const position = await instantPosition(store, asKnown);
    const all = (await visibleTo(caller)).all ? await heldRows(store, position) : [];
    if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new HttpRefused('invalid-cursor', 'cursor');
    const from = Number(cursor ?? 0);
    return {
      list: HELD.name,
      asOf: asOf ?? dayInShanghai(now().toISOString()),
      asKnown: asKnown ?? now().toISOString(),
      position: Number(position ?? (await store.head())),
      total: all.length,
      sums: { contracted: [] },
      colours: { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 },
      rows: all.slice(from, from + limit),
      next: from + limit < all.length ? String(from + limit) : null,
    };
  };
  return {
    names: () => [...LISTS.map(({ name, title }) => ({ name, title })), HELD],
    list: async (caller, name, asked) =>
      name === HELD.name ? held(caller, asked) : page(caller, listNamed(name) ?? refuse(), asked),
    search: async (caller, q, limit) => ({ rows: (await page(caller, EVERYTHING, { q, limit })).rows }),
  };
};

const refuse = (): never => {
  throw new HttpRefused('list-unknown');
};
