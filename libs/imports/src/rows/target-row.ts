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

/** The target in a cell: null where nothing is set there, a finding where what is set was not understood. */
export const targetIn = (
  { header, column, unit }: Mapped,
  cell: Cell,
  { text, row }: { readonly text: Partial<Record<FieldName, string>>; readonly row: number },
  layout: Layout,
  about: string,
  today: IsoDate,
): TargetRow | FindingCode | null => {
  const path = layout.headers.find((one) => one.column === column)?.path ?? [header];
  const written = text.unit ?? text.region;
  if (written === undefined || clean(cell.text) === '') return null;
  const known = isPart(path) ? null : (metricOf(path) ?? metricOf([about]));
  const metric = known ?? clean(header).slice(0, 60);
  const words = clean(cell.text).replace(/[,，\s]/g, '');
  const percent = RATE.test(metric);
  const plain = words.replace(/(个|家|件|条|天|项|%)$/, '');
  const money = isMoney(metric, unit);
  const amount = readAmount(cell, unit ?? layout.unit);
  if (amount.is === 'empty') return null;
  const shape = {
    metric: metric === 'signed' && money ? 'signed-amount' : metric,
    definition: null,
    issuer: text.issuer ?? issuerOf([...path, about]),
    unit: clean(written).replace(/^其中[::]?/, ''),
    within: null,
    year: yearOf([...path, about]) ?? today.slice(0, 4),
    provisional: isProvisional([...path, about]),
    document: text.document ?? null,
    cell: `${columnName(column)}${row}`,
  };
  const value = money ? sumIn(amount) : !NUMBER.test(plain) ? null : percent ? { percent: plain } : { count: plain };
  return value === null ? 'amount-in-words' : { ...shape, value };
};

/** An exact sum; null where it is told in words, 约5亿. */
const sumIn = (amount: ReturnType<typeof readAmount>): { readonly money: Money } | null =>
  amount.is === 'value' && amount.value.about === null ? { money: amount.value.money } : null;
