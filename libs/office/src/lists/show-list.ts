import type { IsoDate, Sentence } from '#domain';
import {
  columnsOf,
  LIST_FIELDS,
  listAnswer,
  listNamed,
  LISTS,
  orders,
  type ListAnswer,
  type UnitNames,
  type FieldName,
  type ListDefinition,
  type ListField,
  type ListQuestion,
  type ListGroup,
  type ListRow,
  type ListTotals,
} from '#projections';
import type { Asking, Question } from '../ask.ts';
import type { Office } from '../office.ts';
import { lookAt } from '../audit/looks.ts';
import { stillStanding } from '../cockpit/kept-answers.ts';
import { instantPosition } from '../projects/instant.ts';
import { refused } from '../refusals.ts';
import type { Group } from '../projects/queries.ts';
import { HELD, heldRows, type HeldRow } from './held-rows.ts';
import { narrowedTo } from './narrowed.ts';

export interface ListAsked {
  readonly at?: bigint; // as known at this log position, instead of an instant
  readonly asOf?: IsoDate;
  readonly asKnown?: string;
  readonly unit?: string;
  readonly where?: readonly string[];
  readonly colour?: readonly string[];
  readonly q?: string;
  readonly sort?: string;
  readonly group?: Group;
  readonly cursor?: string;
  readonly limit?: number;
  readonly atLeast?: number;
  readonly counted?: ListTotals; // what the first page said, where one that follows is asked for
}

/** A page of a list in the shape of the API’s `List`. */
export interface ListPage<Row = ListRow> extends ListTotals {
  readonly list: string;
  readonly asOf: string;
  readonly asKnown: string;
  readonly position: number;
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly groups: readonly ListGroup[];
}

const EVERYTHING: ListDefinition = {
  name: 'search',
  title: { zh: '搜索', en: 'Search' },
  where: [],
  age: 'registeredOn',
  own: [],
};
const ROWS_A_PAGE = 50;

/** What lists can be told apart by, and in which order the parts stand: the latest year first. */
const GROUPED_BY: Readonly<Record<Group, string>> = {
  signingYear: '-signingYear',
  unit: 'unit',
  region: 'region',
  responsible: 'responsible',
  phase: 'phase',
  chain: 'chain',
};

const MOST_KEPT_ROWS = 100;

/** What a list says changes with the rows and the names of units only: a crowd that opens it at once has it found once. */
const keptPage = async (
  { projects, lists }: Office,
  { version: named }: UnitNames,
  asked: readonly [ListQuestion, string | null],
  find: () => Promise<ListAnswer>,
): Promise<ListAnswer> => {
  const standing = await projects.standing();
  const inWords = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
  const answer = await lists(`${standing.edition} ${named}`, JSON.stringify(asked, inWords), find);
  const [{ asOf, after }] = asked;
  return asOf.position === null && after == null ? stillStanding(answer, standing.position) : answer;
};

/** Scope, both times and conditions are all part of one SQL statement. */
const listPage = async ({ office, scope }: Asking, list: ListDefinition, asked: ListAsked): Promise<ListPage> => {
  const { pool, store, projects, organisation, rules } = office;
  if (asked.atLeast !== undefined && BigInt(asked.atLeast) <= (await store.head())) await projects.catchUp();
  const [names] = await Promise.all([organisation.names(), rules()]); // rules that cannot be read throw: nothing is shown by those before them
  const day = asked.asOf ?? office.today();
  const position = asked.at ?? (await instantPosition(store, asked.asKnown));
  const where = narrowedTo(names, asked);
  const group = asked.group === undefined ? null : GROUPED_BY[asked.group];
  const order = [group, asked.sort ?? null].filter((one) => one !== null);
  const page = { limit: asked.limit ?? ROWS_A_PAGE, after: asked.cursor ?? null };
  const question: ListQuestion = { list, asOf: { day, position }, scope, where, order, ...page };
  const find = (): Promise<ListAnswer> => listAnswer(pool, question, names, { group, counted: asked.counted ?? null });
  const answer = page.limit > MOST_KEPT_ROWS ? await find() : await keptPage(office, names, [question, group], find);
  return {
    list: list.name,
    asOf: day,
    asKnown: asked.asKnown ?? office.now().toISOString(),
    ...answer,
    position: Number(answer.position),
  };
};

/** Held rows belong to no unit yet: only who sees everything sees them. The cursor counts rows. */
const heldPage = async (
  { office, scope }: Asking,
  { asOf, asKnown, cursor, limit = ROWS_A_PAGE }: ListAsked,
): Promise<ListPage<HeldRow>> => {
  const position = await instantPosition(office.store, asKnown);
  const all = scope.all ? await heldRows(office.store, position) : [];
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw refused('invalid-cursor', 'cursor');
  const from = Number(cursor ?? 0);
  return {
    list: HELD.name,
    asOf: asOf ?? office.today(),
    asKnown: asKnown ?? office.now().toISOString(),
    position: Number(position ?? (await office.store.head())),
    total: all.length,
    sums: { contracted: [] },
    colours: { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 },
    groups: [],
    rows: all.slice(from, from + limit),
    next: from + limit < all.length ? String(from + limit) : null,
  };
};

export interface ListNames {
  readonly lists: readonly {
    readonly name: string;
    readonly title: Sentence;
    readonly columns: readonly FieldName[];
  }[];
  readonly columns: readonly (Pick<ListField, 'name' | 'kind' | 'title'> & { readonly orders: boolean })[];
}

/** The lists that there are, each with its own columns; and the columns that any of them can show. */
export const listNames = (): ListNames => ({
  lists: [
    ...[...LISTS, listNamed('live')!].map((list) => ({ name: list.name, title: list.title, columns: columnsOf(list) })),
    HELD,
  ],
  columns: LIST_FIELDS.map((field) => ({
    name: field.name,
    kind: field.kind,
    title: field.title,
    orders: orders(field),
  })),
});

/** A list of projects by its name. Throws Rejected 'list-unknown'. */
export const projectList = (asking: Asking, name: string, asked: ListAsked): Promise<ListPage> => {
  const list = listNamed(name);
  if (list === null) throw refused('list-unknown');
  return listPage(asking, list, asked);
};

/** A list as the caller may see it. Throws Rejected 'list-unknown'. */
export const showList: Question<ListAsked & { readonly name: string }, ListPage<ListRow | HeldRow>> = {
  look: ({ name, asOf, asKnown }) =>
    asOf === undefined && asKnown === undefined ? null : lookAt('list', name, { asOf, asKnown }),
  answer: (asking, { name, ...asked }) =>
    name === HELD.name ? heldPage(asking, asked) : projectList(asking, name, asked),
};

export const searchProjects: Question<
  { readonly q: string; readonly limit: number },
  { readonly rows: readonly ListRow[] }
> = {
  answer: async (asking, asked) => ({ rows: (await listPage(asking, EVERYTHING, asked)).rows }),
};
