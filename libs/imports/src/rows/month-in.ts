import { isPositive, lastDayOfMonth, type IsoDate, type Money } from '#domain';
import { readAmount } from '../cells/sums.ts';
import { clean } from '../cells/text.ts';
import type { Header } from '../columns/headers.ts';
import { boundaryOver, isOfPeriod, spanOver } from '../columns/months.ts';
import { monthOver, periodOver, type SpanNamed } from '../columns/span-names.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell } from '../files/sheet.ts';
import type { FindingCode } from '../judge/findings.ts';
import type { ArrivedInMonth, Span } from './ledger-row.ts';
import { addressOf } from './addresses.ts';
import { headsOver } from './heads-over.ts';
import { inCurrencyOf, type RowMoney } from './row-money.ts';
import { monthsIn } from './span-months.ts';
import { keep, note, type Around, type Making } from './making.ts';

interface Within extends Span {
  readonly first: string; // its first month
  readonly end: IsoDate;
  readonly upTo: boolean;
}

/** The month up to which a column tells, where its head leaves that to the title; what came so far, under a title without a month, is the year's. */
const lastMonth = ({ layout, sheet }: Around, { month, length }: SpanNamed): number | null => {
  if (month !== null) return month;
  const told = monthOver(layout.title) ?? monthOver(sheet.name);
  return told ?? (length === null ? 12 : null);
};

const periodOf = ({ layout, sheet }: Around, header: Header): SpanNamed | null =>
  isOfPeriod(header) ? (periodOver(layout.title) ?? periodOver(sheet.name)) : null;

/** The months that a column stands for; null where no year, or no month, is told for it. */
const spanOf = (around: Around, column: number): Within | null => {
  const header = around.layout.headers.find((one) => one.column === column);
  const named = header === undefined ? null : (spanOver(header) ?? periodOf(around, header));
  const year = named?.year ?? around.years.get(column);
  if (named === null || year === undefined) return null;
  const month = lastMonth(around, named);
  if (month === null) return null;
  const length = named.length ?? month;
  const first = `${year}-${String(month - length + 1).padStart(2, '0')}`;
  const end = lastDayOfMonth(Number(year), month);
  return { first, end, last: end.slice(0, 7), length, upTo: named.upTo };
};

/** The months that the other columns of a table tell, each within the span of this one. */
const toldElsewhere = ({ layout, ...around }: Around, column: number, { first, last, length }: Within) =>
  layout.columns.flatMap((one): readonly string[] => {
    const other =
      one.field !== 'arrivedInMonth' || one.column === column ? null : spanOf({ layout, ...around }, one.column);
    if (other === null || other.length >= length || other.first < first || other.last > last) return [];
    return monthsIn(other);
  });

/** Why what a cell says is no money that arrived in its month; null where it is blank or none. */
const whyNot = (reading: ReturnType<typeof readAmount>, span: Within | null, today: IsoDate): FindingCode | null => {
  if (reading.is === 'empty' || (reading.is === 'value' && !isPositive(reading.value.money))) return null;
  if (span === null) return 'period-unknown';
  if (span.first > today.slice(0, 7)) return 'occurred-in-future';
  if (reading.is === 'not-understood') return 'not-understood';
  return reading.value.about === 'open' ? 'amount-left-open' : null;
};

/** Money in a column of months: of those that go on, up to today. */
const arrivedIn = (
  { around, row }: Making,
  mapped: Mapped,
  cell: Cell,
  span: Within,
  money: Money,
): ArrivedInMonth => ({
  day: { date: span.end > around.today ? around.today : span.end, month: true },
  span: { last: span.last, length: span.length },
  money,
  origin: boundaryOver(headsOver(around.layout, mapped)),
  header: mapped.header,
  cell: addressOf(around.layout, mapped.column, row.number),
  shown: clean(cell.text),
  ...(span.upTo ? { upTo: toldElsewhere(around, mapped.column, span) } : {}),
});

/** What arrived in the month of a column. A blank or a zero is no money; what is no exact amount, or of no known month, is kept and said. */
export const monthIn = (making: Making, mapped: Mapped, cell: Cell, ofRow: RowMoney): void => {
  const { around, told } = making;
  const { column, header, unit } = mapped;
  const reading = readAmount(cell, ofRow.unit ?? unit ?? around.layout.unit);
  const span = spanOf(around, column);
  const why = whyNot(reading, span, around.today);
  if (reading.is === 'value' && isPositive(reading.value.money) && why === null && span !== null) {
    const { money, remark, about } = reading.value;
    if (about !== null)
      note(making, about === 'parts' ? 'amount-in-parts' : 'amount-about', 'arrivedInMonth', column, cell.text);
    told.months.push(arrivedIn(making, mapped, cell, span, inCurrencyOf(ofRow, money)));
    if (remark === null && about === null) return;
  }
  keep(making, header, cell.text);
  if (why !== null) note(making, why, 'arrivedInMonth', column, cell.text);
};
