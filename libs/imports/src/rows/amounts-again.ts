import type { Unit } from '../cells/units.ts';
import { natureOf } from '../columns/field-names.ts';
import { normalised, type Header } from '../columns/headers.ts';
import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/mapped.ts';
import { unitOver } from '../columns/match.ts';

/** A column that tells an amount once more: in another unit, 总投资（万元） beside 总投资（亿元）, or as it was changed since, 变更后合同额. */
export interface AmountAgain {
  readonly first: Mapped;
  readonly second: Mapped;
  readonly changed: boolean;
}

const namedAlike = (a: Pick<Header, 'text'>, b: Pick<Header, 'text'>): boolean =>
  normalised(a.text) === normalised(b.text);

const AFTER = /(变更|调整|修改|修订|增资|追加|补充)后/;
const plain = ({ text }: Header): string =>
  normalised(text).replace(/(变更|调整|修改|修订|增资|追加|补充)[前后](的)?|^原|的?(总?金?额|规模)$/g, '');
/** 变更后 under the group of the contract, or 变更后合同额 beside 合同额: the same amount, changed since. */
const isChanged = (header: Header, own: Header): boolean => {
  if (!AFTER.test(header.text)) return false;
  const rest = plain(header);
  return rest === '' ? header.group !== null && header.group === own.group : rest === plain(own);
};

/** The amounts of a table that are told in two columns. */
export const amountsAgain = ({ columns, headers }: Pick<Layout, 'columns' | 'headers'>): readonly AmountAgain[] =>
  columns.flatMap((first) => {
    const own = headers.find(({ column }) => column === first.column);
    if (own === undefined || natureOf(first.field) !== 'money' || first.unit === null) return [];
    return headers.flatMap((header): AmountAgain[] => {
      if (columns.some(({ column }) => column === header.column)) return [];
      const changed = isChanged(header, own);
      const unit = unitOver(header).unit ?? (changed ? first.unit : null);
      if (unit === null || !(changed || (namedAlike(header, own) && isOther(unit, first.unit!)))) return [];
      return [
        { first, second: { ...first, column: header.column, header: header.text, unit, units: [unit] }, changed },
      ];
    });
  });

const isOther = (a: Unit, b: Unit): boolean => a.currency === b.currency && a.unit !== b.unit;
