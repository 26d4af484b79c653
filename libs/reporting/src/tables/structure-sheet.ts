import { inUnit, type Money, type Ratio } from '#domain';
import type { Language } from '../lists/list-columns.ts';
import { standsOn, type Standing } from '../lists/standing.ts';
import type { Cell } from '../sheets/cell.ts';
import type { Sheet } from '../sheets/workbook.ts';

/** The structure table to be written: shares of count and of amount. */
interface StructureTable {
  readonly period: string;
  readonly standing: Standing;
  readonly lines: readonly {
    readonly label: string;
    readonly count: string;
    readonly amount: Money;
    readonly shareOfCount: Ratio | null;
    readonly shareOfAmount: Ratio | null;
  }[];
  readonly total: { readonly count: string; readonly amount: Money };
  readonly notes: readonly string[]; // of money in other currencies
}

const HEADERS = {
  zh: ['名称', '个数', '金额（万元）', '个数占比', '金额占比'],
  en: ['Name', 'Count', 'Amount (CNY 10,000)', 'Share of count', 'Share of amount'],
} as const;

const share = (ratio: Ratio | null): Cell => (ratio === null ? null : { percent: ratio.percent });
const wan = (money: Money): Cell => ({ number: inUnit(money, '万元') });

/** Of what the signed, started or arrived consists, as a sheet. */
export const structureSheet = (
  { period, standing, lines, total, notes }: StructureTable,
  language: Language,
): Sheet => ({
  name: { zh: '结构分析', en: 'Structure' }[language],
  title: { zh: `结构分析 ${period}`, en: `Structure ${period}` }[language],
  notes: [standsOn(standing, language), ...notes],
  columns: HEADERS[language].map((header) => ({ header, width: 18 })),
  rows: lines.map(({ label, count, amount, shareOfCount, shareOfAmount }) => [
    label,
    { number: count },
    wan(amount),
    share(shareOfCount),
    share(shareOfAmount),
  ]),
  last: [{ zh: '合计', en: 'Total' }[language], { number: total.count }, wan(total.amount), null, null],
});
