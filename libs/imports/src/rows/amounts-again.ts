import { unitIn, type Unit } from '../cells/units.ts';
import { natureOf } from '../columns/field-names.ts';
import { normalised, type Header } from '../columns/headers.ts';
import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/mapped.ts';

/** A column that tells an amount once more in another unit: 总投资（万元） beside 总投资（亿元）. */
export interface AmountAgain {
  readonly first: Mapped;
  readonly second: Mapped;
}

const namedAlike = (a: Pick<Header, 'text'>, b: Pick<Header, 'text'>): boolean =>
  normalised(a.text) === normalised(b.text);

/** The amounts of a table that are told in two columns. */
export const amountsAgain = ({ columns, headers }: Pick<Layout, 'columns' | 'headers'>): readonly AmountAgain[] =>
  columns.flatMap((first) => {
    const own = headers.find(({ column }) => column === first.column);
    if (own === undefined || natureOf(first.field) !== 'money' || first.unit === null) return [];
    const second = headers.flatMap((header): Mapped[] => {
      const unit = unitIn(header.text);
      const mapped = columns.some(({ column }) => column === header.column);
      if (mapped || unit === null || !namedAlike(header, own) || !isOther(unit, first.unit!)) return [];
      return [{ ...first, column: header.column, header: header.text, unit, units: [unit] }];
    });
    return second.map((one) => ({ first, second: one }));
  });

const isOther = (a: Unit, b: Unit): boolean => a.currency === b.currency && a.unit !== b.unit;
