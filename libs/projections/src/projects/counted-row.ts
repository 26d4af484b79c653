import type { IsoDate } from '#domain';
import { FOREVER, type SpanOf } from './span-writes.ts';
import { ROW_COLUMNS, type ProjectRow } from './project-row.ts';

/** What of a project's row figures look at. A line of progress or a clock changes none of it. */
const COUNTED = [
  ...(['code', 'unit', 'leader', 'steward', 'region', 'origin', 'industry', 'chain', 'tags', 'phase'] as const),
  ...(['is_lead', 'valuable', 'registered_on', 'opened_on', 'framework', 'pre_review', 'pre_review_on'] as const),
  ...(['signed_on', 'counts', 'contracted', 'original', 'currency', 'fixed_assets', 'land_mode'] as const),
  ...(['agreed_start', 'planned_start', 'start_reported_on', 'start_on', 'entered_on', 'funds_on'] as const),
  ...(['ended_on', 'on_hold'] as const),
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
