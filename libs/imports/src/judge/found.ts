import type { FieldName } from '../columns/field-names.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';

/** Says what was found in a field of a row, at its cell. */
export const add = (
  row: LedgerRow,
  code: FindingCode,
  field: FieldName | null,
  read: string | null,
  more?: Finding['message'],
): void => {
  row.findings.push(finding(code, field, field === null ? null : row.cellOf(field), read, more));
};

/** Whether something was found in a field; that it tells no day yet says nothing of it. */
export const hasFinding = ({ findings }: LedgerRow, wanted: FieldName): boolean =>
  findings.some(({ field, code }) => field === wanted && code !== 'no-day-yet');
