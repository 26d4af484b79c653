import type { Sentence } from '#domain';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { sayOnce } from './compared.ts';

/** Why a row is not recorded although the rules allow it: no list could show what would come of it. */
const REASONS = {
  'set-aside': {
    zh: '该项目有一条无法读取的记录，已被搁置：请先更正或作废那条记录，再导入本行。',
    en: 'The project has a record that cannot be read and is set aside: correct or void that record, then import the row again.',
  },
  'beyond-lists': {
    zh: '加上本行，清单将容纳不下该项目（金额合计或文字超出限度），未记录：请核对本行的数字。',
    en: 'With this row no list could hold the project (its sums or texts go beyond every bound), so it is not recorded: check its figures.',
  },
} as const satisfies Record<string, Sentence>;

/** Says so of each of the rows. */
export const sayKeptFrom = (rows: Iterable<LedgerRow>, reason: keyof typeof REASONS): void => {
  for (const row of rows) sayOnce(row, 'not-possible', 'code', row.text.code ?? null, REASONS[reason]);
};
