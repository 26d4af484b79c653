import type { IsoDate } from '#domain';
import { FOREVER, type SpanOf } from './span-writes.ts';
import { ROW_COLUMNS, type ProjectRow } from './project-row.ts';

/** What of a project's row figures look at. A line of progress or a clock changes none of it. What every table asks of a row stands first: a row is read up to the last column that is asked for. */
const COUNTED = [
  ...(['signed_on', 'start_on', 'registered_on', 'entered_on', 'ended_on', 'pre_review_on'] as const),
  ...(['counts', 'is_lead', 'valuable', 'contracted', 'currency', 'unit', 'phase', 'pre_review'] as const),
  ...(['original', 'region', 'chain', 'leader', 'origin', 'land_mode', 'tags', 'code', 'steward', 'industry'] as const),
  ...(['framework', 'fixed_assets', 'opened_on', 'funds_on', 'agreed_start', 'planned_start'] as const),
  ...(['start_reported_on', 'on_hold'] as const),
] as const satisfies readonly (keyof ProjectRow)[];

type Counted = Pick<ProjectRow, (typeof COUNTED)[number]>;

/** A project as figures count it: part of the very row that lists show. `phase_since`: the day on which its phase began; `phase_ends`: another begins where this span ends. */
export type CountedRow = Counted & { readonly phase_since: IsoDate; readonly phase_ends: boolean };

export const COUNTED_COLUMNS: Readonly<Record<keyof CountedRow, string>> = {
  ...(Object.fromEntries(COUNTED.map((name) => [name, ROW_COLUMNS[name]])) as Record<keyof Counted, string>),
  phase_since: 'date',
  phase_ends: 'boolean',
};

/** What is counted of a project since the day `from`; until when, the days after it say. */
export interface CountedSince {
  readonly from: IsoDate;
  readonly row: Omit<CountedRow, 'phase_ends'>;
}

/** Whether two values of a column are one: lists hold texts only. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/** What is counted on a day, after what was counted on the day before: the same since then, or something else from now on. */
export const countedOn = (from: IsoDate, row: ProjectRow, before: CountedSince | null): CountedSince => {
  if (before !== null && COUNTED.every((name) => sameValue(before.row[name], row[name]))) return before;
  const phase_since = before !== null && before.row.phase === row.phase ? before.row.phase_since : from;
  const counted = Object.fromEntries(COUNTED.map((name) => [name, row[name]])) as unknown;
  return { from, row: { ...(counted as Counted), phase_since } };
};

/** The spans that follow one another; the last has no end. */
export const countedSpans = (all: readonly CountedSince[]): readonly SpanOf<CountedRow>[] =>
  all.map(({ from, row }, at) => {
    const next = all[at + 1];
    const phase_ends = next !== undefined && next.row.phase !== row.phase;
    return { from, to: next?.from ?? FOREVER, row: { ...row, phase_ends } };
  });
