import { findUnit, isRegionKind, type Organisation, type StatedTarget } from '#domain';
import type { TargetRow } from '#imports';

const WHOLE = /^(全[市区县州盟旗域局园]|[合总]计|总目标)$/;

/** Whether a name that the tree does not know means the whole: 全区, or the place that the bureau itself is named after. */
const meansWhole = ({ units }: Organisation, name: string): boolean =>
  WHOLE.test(name) ||
  [...units.values()].every(({ parent }) => parent !== null) ||
  [...units.values()].some((unit) => unit.parent === null && unit.name.startsWith(name));

/** The code of the unit that a sheet names; null: a place that is no unit of ours, so the whole bureau; else as it is written. */
const holderOf = (tree: Organisation, { unit, within }: TargetRow, places: number): string | null => {
  const found = findUnit(tree, unit);
  if (found !== null && found !== 'ambiguous' && !isRegionKind(found.kind)) return found.code;
  const place = (found !== null && found !== 'ambiguous') || meansWhole(tree, unit);
  return place && within === null && places === 1 ? null : unit;
};

const isPlace = (tree: Organisation, { unit, within }: TargetRow): boolean => {
  if (within !== null) return false;
  const found = findUnit(tree, unit);
  return found === null || found === 'ambiguous' || isRegionKind(found.kind);
};

/** Units that the lines name and the tree does not know: their targets are kept as they are written. */
export const unitsUnknown = (lines: readonly StatedTarget[], tree: Organisation): readonly string[] => {
  const named = lines.flatMap(({ body }) => (body as { readonly unit?: string }).unit ?? []);
  return [...new Set(named)].filter((unit) => findUnit(tree, unit) === null);
};

const filled = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/**
 * The targets of a ledger's sheets, as lines to be stated. One line of a table that names a place and no unit is the target of the
 * whole; where several do, each keeps its words. Targets without an issuer are the bureau's own (自定).
 */
export const targetsOfLedger = (rows: readonly TargetRow[], tree: Organisation): readonly StatedTarget[] =>
  rows.map((row) => {
    const alike = rows.filter(({ metric, year }) => metric === row.metric && year === row.year);
    const places = alike.filter((one) => isPlace(tree, one)).length;
    const { value } = row;
    return {
      row: Number(/\d+$/.exec(row.cell)?.[0] ?? 0),
      body: filled({
        metric: row.metric,
        definition: row.definition,
        issuer: row.issuer ?? '自定',
        unit: holderOf(tree, row, places),
        within: row.within,
        year: Number(row.year),
        provisional: row.provisional,
        basis: row.document,
        ...('money' in value ? { money: value.money } : {}),
        ...('count' in value ? { count: Number(value.count) } : {}),
        ...('percent' in value ? { percent: value.percent } : {}),
      }),
    };
  });
