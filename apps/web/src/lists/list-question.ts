import type { Schemas } from '../ask/api.ts';
import { timeAsked } from '../parts/time.ts';
import { isColour } from '../words/words.ts';

/** What a list can be narrowed to, each by the name under which it stands in the address. */
export const NARROWING = [
  'colour',
  'q',
  'unit',
  'leader',
  'region',
  'year',
  'from',
  'to',
  'clock',
  'phase',
  'tag',
] as const;
export type NarrowingName = (typeof NARROWING)[number];

/** What is asked of a list; everything of it stands in the address, so that a view can be sent to a colleague. */
export type ListAsked = {
  readonly [Name in NarrowingName | 'asOf' | 'asKnown' | 'sort' | 'group' | 'columns' | 'view']: string | null;
};

export const ASKED = [...NARROWING, 'asOf', 'asKnown', 'sort', 'group', 'columns', 'view'] as const;
const YI = /^\d{1,6}$/; // 亿元
const IN_YI = /^(\d{1,6})00000000\.00$/;

const asItIs = (value: string): string => value;
const inYuan = (yi: string): string | null => (YI.test(yi) ? `${yi}00000000.00` : null);
const inYi = (yuan: string): string | null => IN_YI.exec(yuan)?.[1] ?? null;

/** Filters that the server takes as conditions: how each begins there, and its value there and back. */
const CONDITIONS: readonly (readonly [
  NarrowingName,
  string,
  (typed: string) => string | null,
  (asked: string) => string | null,
])[] = [
  ['leader', 'responsible=', asItIs, asItIs],
  ['region', 'region=', asItIs, asItIs],
  ['year', 'signingYear=', asItIs, asItIs],
  ['from', 'contracted>=', inYuan, inYi],
  ['to', 'contracted<=', inYuan, inYi],
  ['clock', 'clock=', asItIs, asItIs],
  ['phase', 'phase=', asItIs, asItIs],
  ['tag', 'tags=', asItIs, asItIs],
];

/** The conditions as the server takes them. */
const conditionsOf = (asked: ListAsked): string[] =>
  CONDITIONS.flatMap(([name, begins, there]) => {
    const typed = asked[name];
    const value = typed === null ? null : there(typed);
    return value === null ? [] : [`${begins}${value}`];
  });

/** The question as the server takes it, without the page. */
export const questionOf = (asked: ListAsked, also: readonly string[]) => {
  const { colour, q, unit, sort, group } = asked;
  const where = [...conditionsOf(asked), ...also];
  return {
    ...timeAsked(asked),
    ...(isColour(colour) ? { colour: [colour] } : {}),
    ...(q === null ? {} : { q }),
    ...(unit === null ? {} : { unit }),
    ...(where.length === 0 ? {} : { where }),
    ...(sort === null ? {} : { sort }),
    ...(group === null ? {} : { group: 'signingYear' as const }),
  };
};

/** The columns that were chosen, in their order; none: the list's own. */
const columnsOf = ({ columns }: ListAsked): { columns?: string[] } =>
  columns === null ? {} : { columns: columns.split(',') };

/** Where the list as it stands is downloaded, in its columns and order; `projects`: only these; `layout`: in that form instead. */
export const exportAddress = (
  list: string,
  asked: ListAsked,
  also: readonly string[],
  lang: string,
  { projects = [], layout }: { readonly projects?: readonly string[]; readonly layout?: string } = {},
): string => {
  const search = new URLSearchParams({ lang, ...(layout === undefined ? {} : { layout }) });
  for (const id of projects) search.append('projects', id);
  for (const [name, value] of Object.entries({ ...questionOf(asked, also), ...columnsOf(asked) }))
    for (const one of [value].flat()) search.append(name, one);
  return `/api/lists/${list}/export?${search.toString()}`;
};

export type ViewQuestion = Schemas['Views']['views'][number]['asked'];

/** What a view keeps of a question: everything but the day that is looked at. */
export const keptOf = (asked: ListAsked, also: readonly string[]): ViewQuestion => ({
  ...questionOf({ ...asked, asOf: null, asKnown: null }, also),
  ...columnsOf(asked),
});

/** The filter that makes a condition, and what is typed into it; null where none makes it. */
const filterOf = (condition: string): readonly [NarrowingName, string] | null => {
  const found = CONDITIONS.find(([, begins]) => condition.startsWith(begins));
  if (found === undefined) return null;
  const [name, begins, , back] = found;
  const typed = back(condition.slice(begins.length));
  return typed === null ? null : [name, typed];
};

/** A kept question as an address says it: each condition in the filter that makes it, where there is one. */
export const addressOfKept = ({ unit, where = [], colour, q, sort, group, columns }: ViewQuestion): URLSearchParams => {
  const search = new URLSearchParams();
  const said = { unit, q, sort, group, colour: colour?.[0], columns: columns?.join(',') };
  for (const [name, value] of Object.entries(said)) if (value !== undefined) search.set(name, value);
  for (const condition of where) {
    const filter = filterOf(condition);
    if (filter === null || search.has(filter[0])) search.append('where', condition);
    else search.set(...filter);
  }
  return search;
};

/** Whether two questions ask the same, in whatever order they say it. */
export const sameKept = (one: ViewQuestion, other: ViewQuestion): boolean => {
  const said = (question: ViewQuestion): string => {
    const { where, ...rest } = { ...question, where: [...(question.where ?? [])].sort() };
    return JSON.stringify([where, Object.entries(rest).sort(([a], [b]) => a.localeCompare(b))]);
  };
  return said(one) === said(other);
};
