import { clean, isEmpty } from '../cells/text.ts';
import { natureOf } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Row } from '../files/sheet.ts';

const NUMBER = /^[-−]?\d[\d,，]*(\.\d+)?$/;
const CLOSE = 0.006; // what rounding of the parts may leave, at most

/** How far a total may be from the sum of so many parts: half of the last place each. 0.0755 is no sum of 0.0700 and 0.0057. */
const leeway = (value: number, places: number, parts: number): number =>
  Math.min(CLOSE * Math.max(1, Math.abs(value) * 0.001), (parts / 2) * 10 ** -places + Math.abs(value) * 1e-9);

interface Sum {
  readonly sum: number;
  readonly parts: number;
}
const NO_SUM: Sum = { sum: 0, parts: 0 };

/** Tells a total without a word: a row of figures alone, one of which is the sum of its column so far, or since the last total. Ask for every row, in order. */
export const sumsOf = (layout: Layout): ((row: Row) => boolean) => {
  const [all, since] = [new Map<number, Sum>(), new Map<number, Sum>()];
  const isSequence = new Set(layout.columns.filter(({ field }) => field === 'sequence').map(({ column }) => column));
  const isAmount = new Set(
    layout.columns.filter(({ field }) => natureOf(field) === 'money').map(({ column }) => column),
  );
  const days = layout.columns.filter(({ field }) => ['day', 'plan'].includes(natureOf(field)));
  return ({ cells }) => {
    const own = cells.flatMap((cell, column) =>
      cell === undefined || cell.merged === 'covered' || isEmpty(cell) || isSequence.has(column)
        ? []
        : [{ column, cell }],
    );
    const figures = own.flatMap(({ column, cell }) => {
      const text = clean(cell.value ?? cell.text).replace(/[,，]/g, '');
      const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
      return cell.kind !== 'date' && NUMBER.test(text) ? [{ column, value: Number(text), places }] : [];
    });
    const dated = days.some(({ column }) => own.some((one) => one.column === column)); // a day of its own: no total
    const alone = figures.length > 0 && figures.length === own.length && !dated;
    const sums = (of: Map<number, Sum>): boolean =>
      figures.some(({ column, value, places }) => {
        const { sum, parts } = of.get(column) ?? NO_SUM;
        return isAmount.has(column) && value !== 0 && Math.abs(sum - value) <= leeway(value, places, parts);
      });
    if (alone && (sums(all) || sums(since))) {
      since.clear();
      return true;
    }
    for (const { column, value } of figures)
      for (const totals of [all, since]) {
        const { sum, parts } = totals.get(column) ?? NO_SUM;
        totals.set(column, { sum: sum + value, parts: parts + 1 });
      }
    return false;
  };
};
