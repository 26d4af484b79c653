import { addMonths, SIZE_BANDS } from '#domain';
import type { Unit, UnitNames } from '#projections';
import type { Asked } from './question.ts';

/** A row of a table of figures, and the keys under which its projects are written: a unit by its code and all its names. */
export interface RowKeys {
  readonly key: string | null;
  readonly unit: { readonly code: string | null; readonly name: string } | null;
  readonly written: readonly (string | null)[];
}

const TEAM = /组|专班|队|team/i;

/** The team that a unit belongs to: itself or the nearest unit above it whose kind says so; else the unit itself. */
const teamOf = (names: UnitNames, code: string): string => {
  const byCode = new Map(names.all.map((unit) => [unit.code, unit]));
  for (let at = byCode.get(code); at !== undefined; at = byCode.get(at.parent ?? ''))
    if (TEAM.test(at.kind)) return at.code;
  return code;
};

/** Units that answer for figures themselves and are seen: those without units below, in the order of the tree, also where they have nothing to show. */
const answering = ({ names, unit, seen }: Asked): readonly Unit[] => {
  const parents = new Set(names.all.map(({ parent }) => parent));
  const within = unit === null ? null : new Set(names.subtree(unit));
  return names.all.filter(
    ({ code, closed, kind }) =>
      !closed &&
      !parents.has(code) &&
      !/region|区域|行政区/i.test(kind) &&
      (within === null || within.has(code)) &&
      seen.whole(code),
  );
};

const unitRows = (
  asked: Asked,
  found: readonly (string | null)[],
  rowOf: (code: string) => string,
): readonly RowKeys[] => {
  const { names } = asked;
  const rows = new Map<string | null, { unit: RowKeys['unit']; written: (string | null)[] }>();
  const nameOf = (code: string): string => names.unitOf(code)?.name ?? code;
  for (const { code } of answering(asked)) {
    const row = rowOf(code);
    if (!rows.has(row)) rows.set(row, { unit: { code: row, name: nameOf(row) }, written: [] });
  }
  for (const written of new Set(found)) {
    const unit = names.unitOf(written);
    const row = unit === null ? null : unit.code === null ? unit.name : rowOf(unit.code);
    const known = rows.get(row) ?? { unit: unit?.code == null ? unit : { code: row, name: nameOf(row!) }, written: [] };
    known.written.push(written);
    rows.set(row, known);
  }
  return [...rows].map(([key, row]) => ({ key, ...row }));
};

/** The months of the period up to the day that is asked for. */
const monthsOf = ({ question: { period, asOf } }: Asked): readonly string[] => {
  const last = asOf.day < period.to ? asOf.day : period.to;
  const months: string[] = [];
  for (let day = period.from; day.slice(0, 7) <= last.slice(0, 7); day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
};

const sorted = (keys: readonly (string | null)[]): readonly (string | null)[] =>
  [...keys].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));

/** The keys of the rows: every band and every month of the period, also where they have nothing; of all else what was found. */
const keysBy = (by: string, asked: Asked, found: readonly (string | null)[]): readonly (string | null)[] => {
  if (by === 'size-band') return [...SIZE_BANDS.map(({ key }) => key), ...found];
  return sorted(by === 'month' ? [...monthsOf(asked), ...found] : found);
};

/** The rows of a table by what it tells apart: for units every unit that answers for figures. */
export const rowsBy = (by: string, asked: Asked, found: readonly (string | null)[]): readonly RowKeys[] => {
  if (by === 'unit') return unitRows(asked, found, (code) => code);
  if (by === 'team') return unitRows(asked, found, (code) => teamOf(asked.names, code));
  return [...new Set(keysBy(by, asked, found))].map((key) => ({ key, unit: null, written: [key] }));
};
