import { clean } from '../cells/text.ts';
import { natureOf } from './field-names.ts';
import type { Header } from './headers.ts';
import type { Mapped } from './mapped.ts';
import type { UnitFrom } from './units.ts';

const PART = /^其中/;

const isPart = ({ field, column }: Mapped, headers: readonly Header[]): boolean =>
  field === 'fixedAssets' ||
  headers.some((one) => one.column === column && one.path.some((text) => PART.test(clean(text))));

/** A part of an amount, 其中：固定资产投资, that names no unit is in that of the amount before it, 总投资（亿元）, where nothing else tells the unit of the table. */
export const withUnitBeside = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  unitFrom: UnitFrom,
): readonly Mapped[] => {
  if (unitFrom !== 'assumed') return columns;
  const money = columns.filter(({ field }) => natureOf(field) === 'money');
  return columns.map((one) => {
    if (one.unit !== null || natureOf(one.field) !== 'money' || !isPart(one, headers)) return one;
    const whole = money.findLast(({ column, unit }) => column < one.column && unit !== null);
    // Beside an amount that names no unit, one in 万美元 is only its foreign half.
    if (money.some(({ field, unit }) => field === whole?.field && unit === null)) return one;
    return whole === undefined ? one : { ...one, unit: whole.unit, unitFrom: 'beside' };
  });
};
