import type { LedgerRow } from '../../libs/imports/src/rows/ledger-row.ts';

/** A row of a ledger of projects that says nothing but what is told. */
export const rowOf = (told: Partial<LedgerRow>): LedgerRow => ({
  place: 0,
  sheet: '项目',
  row: 1,
  kind: 'projects',
  text: {},
  days: {},
  money: {},
  typed: {},
  tags: [],
  extra: {},
  shown: {},
  months: [],
  targets: [],
  from: {},
  findings: [],
  cellOf: () => null,
  ...told,
});
