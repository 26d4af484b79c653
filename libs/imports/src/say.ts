import type { Sentence } from '#domain';
import type { FieldName } from './columns/field-names.ts';
import { finding, type FindingCode, type Resembled } from './judge/findings.ts';
import type { LedgerRow } from './rows/ledger-row.ts';

/** Notes a finding at a field of the row, with its cell and the text that stands there. */
export const say = (
  row: LedgerRow,
  code: FindingCode,
  field: FieldName,
  more?: Sentence,
  resembles?: Resembled,
): void => {
  const found = finding(code, field, row.cellOf(field), row.text[field] ?? null, more);
  row.findings.push(resembles === undefined ? found : { ...found, resembles });
};
