import type { RecordedEvent } from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { finding, type FindingCode } from '../judge/findings.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import type { FieldChange } from './changes.ts';

export const sayOnce = (
  row: LedgerRow,
  code: FindingCode,
  field: FieldName,
  read: string | null,
  more?: { zh: string; en: string },
): void => {
  if (!row.findings.some((one) => one.code === code && one.field === field))
    row.findings.push(finding(code, field, row.cellOf(field), read, more));
};

/** Says what a row changes of a stored project: blanks that it fills are filled, the rest waits for a person, or is corrected where one has decided so. */
export const sayChanges = (row: LedgerRow, changes: readonly FieldChange[], corrects: boolean): void => {
  for (const { field, cell = row.cellOf(field), from, shown, mayBeNew } of changes) {
    const differs = mayBeNew === true ? 'arrival-in-place' : 'differs-from-recorded';
    const code = from === null ? 'adds-to-recorded' : differs;
    if (from !== null && corrects) continue;
    if (row.findings.some((one) => one.code === code && one.field === field && one.cell === cell)) continue;
    const more = { zh: `${shown.from} → ${shown.to}`, en: `${shown.from} → ${shown.to}.` };
    row.findings.push({ ...finding(code, field, cell, shown.to, more), change: shown });
  }
};

/** What a project's rows said last under each header that no field takes. */
const keptBefore = (stored: readonly RecordedEvent[]): ReadonlyMap<string, string> =>
  new Map(
    stored.flatMap(({ event, meta }) => [
      ...Object.entries((event.data as { extra?: Readonly<Record<string, string>> }).extra ?? {}),
      ...Object.entries(meta.imported?.kept ?? {}),
    ]),
  );

/** Says which columns without a field tell something else than last time, where the row has no new fact with which it would be kept. */
export const sayKeptChanges = (row: LedgerRow, stored: readonly RecordedEvent[]): void => {
  const before = keptBefore(stored);
  for (const [header, to] of Object.entries(row.extra)) {
    const from = before.get(header) ?? '—';
    if (from === to) continue;
    const more = { zh: `${header}：${from} → ${to}`, en: `${header}: ${from} → ${to}.` };
    row.findings.push({ ...finding('column-changed', null, null, to.slice(0, 200), more), change: { from, to } });
  }
};
