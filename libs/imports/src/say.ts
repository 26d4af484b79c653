import type { Sentence } from '#domain';
import type { FieldName } from './columns/field-names.ts';
import { finding, type FindingCode } from './judge/findings.ts';
import type { LedgerRow } from './rows/ledger-row.ts';

/** Notes a finding at a field of the row, with its cell and the text that stands there. */
export const say = (row: LedgerRow, code: FindingCode, field: FieldName, more?: Sentence): void => {
  row.findings.push(finding(code, field, row.cellOf(field), row.text[field] ?? null, more));
};
