import type { ListRow, ListTotals } from '#projections';

/** A list as a report needs it: what all of it makes, and its rows, worst first. */
export interface ListFacts {
  readonly title: string;
  readonly totals: ListTotals;
  readonly rows: readonly ListRow[];
}
