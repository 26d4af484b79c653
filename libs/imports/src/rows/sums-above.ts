import { clean, isEmpty } from '../cells/text.ts';
import { natureOf } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Row } from '../files/sheet.ts';

const NUMBER = /^[-−]?\d[\d,，]*(\.\d+)?$/;
const CLOSE = 0.006; // what rounding of the parts may leave

/** Tells a total without a word: a row of figures alone, one of which is the sum of its column so far, or since the last total. Ask for every row, in order. */
export const sumsOf = (layout: Layout): ((row: Row) => boolean) => {
  const [all, since] = [new Map<number, number>(), new Map<number, number>()];
  const isSequence = new Set(layout.columns.filter(({ field }) => field === 'sequence').map(({ column }) => column));
  const isAmount = new Set(
    layout.columns.filter(({ field }) => natureOf(field) === 'money').map(({ column }) => column),
  );
  return ({ cells }) => {
    const own = cells.flatMap((cell, column) =>
      cell === undefined || cell.merged === 'covered' || isEmpty(cell) || isSequence.has(column)
        ? []
        : [{ column, cell }],
    );
    const figures = own.flatMap(({ column, cell }) => {
      const text = clean(cell.value ?? cell.text).replace(/[,，]/g, '');
      return cell.kind !== 'date' && NUMBER.test(text) ? [{ column, value: Number(text) }] : [];
    });
    const alone = figures.length > 0 && figures.length === own.length;
    const sums = (of: Map<number, number>): boolean =>
      figures.some(
        ({ column, value }) =>
          isAmount.has(column) &&
          value !== 0 &&
          Math.abs((of.get(column) ?? NaN) - value) <= CLOSE * Math.max(1, Math.abs(value) * 0.001),
      );
    if (alone && (sums(all) || sums(since))) {
      since.clear();
      return true;
    }
    for (const { column, value } of figures) {
      all.set(column, (all.get(column) ?? 0) + value);
      since.set(column, (since.get(column) ?? 0) + value);
    }
    return false;
  };
};
