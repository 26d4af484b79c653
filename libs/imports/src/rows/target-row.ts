import type { IsoDate, Money } from '#domain';
import { readAmount } from '../cells/sums.ts';
import { clean } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/mapped.ts';
import { isPart, isProvisional, issuerOf, metricOf, yearOf } from '../columns/targets.ts';
import type { Cell } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import type { FindingCode } from '../judge/findings.ts';
import { headsOver } from './heads-over.ts';

/** One target as a sheet states it: what (libs/domain/README.md, "Metrics"), who set it, for whom, for which year, how much. */
export interface TargetRow {
  readonly metric: string; // a metric of the command line, or the bureau's own words
  readonly definition: string | null;
  readonly issuer: string | null;
  readonly unit: string; // as written: a unit, a region or a park
  readonly within: string | null; // the unit above, of a line 其中：…
  readonly year: string; // YYYY
  readonly value: { readonly money: Money } | { readonly count: string } | { readonly percent: string };
  readonly provisional: boolean;
  readonly document: string | null;
  readonly cell: string;
}

const NUMBER = /^\d+(\.\d+)?$/;
const RATE = /(率|rate)$/;
const MONEY_METRIC = /amount$|arrived$/;

const isMoney = (metric: string, unit: Mapped['unit']): boolean =>
  unit !== null || (MONEY_METRIC.test(metric) && !RATE.test(metric));

/** What a target is of, a metric that the heads or the title name, else the bureau's own words; and whether it is a sum. */
const metricIn = ({ header, unit }: Mapped, heads: readonly string[], about: string) => {
  const known = isPart(heads) ? null : (metricOf(heads) ?? metricOf([about]));
  const metric = known ?? clean(header).slice(0, 60);
  const money = isMoney(metric, unit);
  return { metric: metric === 'signed' && money ? 'signed-amount' : metric, money };
};

/** The target in a cell: null where nothing is set there, a finding where what is set was not understood. */
export const targetIn = (
  mapped: Mapped,
  cell: Cell,
  { text, row }: { readonly text: Partial<Record<FieldName, string>>; readonly row: number },
  layout: Layout,
  about: string,
  today: IsoDate,
): TargetRow | FindingCode | null => {
  const written = text.unit ?? text.region;
  if (written === undefined || clean(cell.text) === '') return null;
  const amount = readAmount(cell, mapped.unit ?? layout.unit);
  if (amount.is === 'empty') return null;
  const heads = headsOver(layout, mapped);
  const { metric, money } = metricIn(mapped, heads, about);
  const value = money ? sumIn(amount) : figureIn(cell, metric);
  if (value === null) return 'amount-in-words';
  const said = [...heads, about];
  return {
    metric,
    definition: null,
    issuer: text.issuer ?? issuerOf(said),
    unit: clean(written).replace(/^其中[::]?/, ''),
    within: null,
    year: yearOf(said) ?? today.slice(0, 4),
    provisional: isProvisional(said),
    document: text.document ?? null,
    cell: `${columnName(mapped.column)}${row}`,
    value,
  };
};

/** An exact sum; null where it is told in words, 约5亿. */
const sumIn = (amount: ReturnType<typeof readAmount>): { readonly money: Money } | null =>
  amount.is === 'value' && amount.value.about === null ? { money: amount.value.money } : null;

/** How many, or of a rate how many in a hundred; null where no figure stands there. */
const figureIn = ({ text }: Cell, metric: string): { readonly count: string } | { readonly percent: string } | null => {
  const words = clean(text).replace(/[,，\s]/g, '');
  const figure = words.replace(/(个|家|件|条|天|项|%)$/, '');
  if (!NUMBER.test(figure)) return null;
  return RATE.test(metric) ? { percent: figure } : { count: figure };
};
