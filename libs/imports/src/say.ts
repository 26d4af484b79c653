import type { Sentence } from '#domain';
import type { FieldName } from './columns/fields.ts';
import { finding, type FindingCode } from './findings.ts';
import type { LedgerRow } from './ledger-row.ts';

/** Notes a finding at a field of the row, with its cell and the text that stands there. */
export const say = (row: LedgerRow, code: FindingCode, field: FieldName, more?: Sentence): void => {
  row.findings.push(finding(code, field, row.cellOf(field), row.text[field] ?? null, more));
};
