import { FIELDS, natureOf, type FieldName } from '../columns/field-names.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import type { Planned } from './planned.ts';

const POINTING: ReadonlySet<FieldName> = new Set<FieldName>(['sequence', 'currency', 'amountUnit']); // they say how others are read
const NAMING: ReadonlySet<FieldName> = new Set<FieldName>(['code', 'name', 'contractNo', 'nationalCode', 'investor']); // which project a row of another sheet is about
const MOST = 1_000; // columns, as many as a sheet may have

/**
 * What a row says beyond its facts, under its own headers: columns without a field, and values of recognised columns for which the row has no fact
 * (README, "Import verdicts": no value of a recognised column vanishes).
 */
export const keptOf = (row: LedgerRow, planned: readonly Planned[], headerOf: (field: FieldName) => string | null) => {
  const carried = new Set(planned.filter(({ source }) => source === row).flatMap(({ carries }) => carries));
  const own = row.kind === 'projects' || row.kind === 'leads';
  const kept: Record<string, string> = { ...row.extra };
  for (const [name, shown] of Object.entries(row.shown) as [FieldName, string][]) {
    const told = row.text[name] !== undefined || row.days[name] !== undefined || row.money[name] !== undefined;
    if (!told || carried.has(name) || POINTING.has(name) || natureOf(name) === 'kept') continue;
    if (!own && NAMING.has(name)) continue;
    const header = headerOf(name) ?? FIELDS[name].zh;
    kept[header] ??= row.text[name] ?? shown;
  }
  return Object.fromEntries(Object.entries(kept).slice(0, MOST));
};
