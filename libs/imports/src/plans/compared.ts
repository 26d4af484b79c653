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

/** By header: what a ledger says now, and what it said before. */
export interface KeptChanges {
  readonly extra: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, string>>;
}

const bare = (header: string): string => header.replace(/（\d+）$/, '');

/** What a row tells otherwise than last time under headers that no field takes; null where it is all the same. A number behind a header tells two columns of it apart. */
export const keptChanges = ({ extra }: LedgerRow, stored: readonly RecordedEvent[]): KeptChanges | null => {
  const before = keptBefore(stored);
  const saidUnder = (header: string): readonly string[] =>
    [...before].flatMap(([key, text]) => (bare(key) === bare(header) ? [text] : []));
  const changed = Object.entries(extra).filter(([header, to]) => !saidUnder(header).includes(to));
  if (changed.length === 0) return null;
  const earlier = changed.flatMap(([header]) => {
    const from = before.get(header);
    return from === undefined ? [] : [[header, from] as const];
  });
  return { extra: Object.fromEntries(changed), before: Object.fromEntries(earlier) };
};

/** Says each of them: old → new. */
export const sayKeptChanges = (row: LedgerRow, { extra, before }: KeptChanges): void => {
  if (row.findings.some(({ code }) => code === 'column-changed')) return;
  for (const [header, to] of Object.entries(extra)) {
    const from = before[header] ?? '—';
    const more = { zh: `${header}：${from} → ${to}`, en: `${header}: ${from} → ${to}.` };
    row.findings.push({ ...finding('column-changed', null, null, to.slice(0, 200), more), change: { from, to } });
  }
};
