import { isPositive, lastDayOfMonth, type IsoDate } from '#domain';
import { readAmount } from '../cells/sums.ts';
import type { Unit } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import { boundaryOver, spanOver } from '../columns/months.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell } from '../files/sheet.ts';
import type { FindingCode } from '../judge/findings.ts';
import type { ArrivedInMonth, Span } from './ledger-row.ts';
import { addressOf } from './addresses.ts';
import { keep, note, type Making } from './making.ts';

interface Within extends Span {
  readonly first: string; // its first month
  readonly end: IsoDate;
}

/** The months that a column stands for; null where no year is told for it. */
const spanOf = ({ around }: Making, column: number): Within | null => {
  const header = around.layout.headers.find((one) => one.column === column);
  const named = header === undefined ? null : spanOver(header);
  const year = named?.year ?? around.years.get(column);
  if (named === null || year === undefined) return null;
  const { month, length } = named;
  const first = `${year}-${String(month - length + 1).padStart(2, '0')}`;
  const end = lastDayOfMonth(Number(year), month);
  return { first, end, last: end.slice(0, 7), length };
};

/** Why what a cell says is no money that arrived in its month; null where it is blank or none. */
const whyNot = (reading: ReturnType<typeof readAmount>, span: Within | null, ahead: boolean): FindingCode | null => {
  if (reading.is === 'empty' || (reading.is === 'value' && !isPositive(reading.value.money))) return null;
  if (ahead) return 'occurred-in-future';
  if (span === null) return 'period-unknown';
  return reading.is === 'not-understood' || reading.value.about ? 'not-understood' : null;
};

/** What arrived in the month of a column. A blank or a zero is no money; what is no exact amount, or of no known month, is kept and said. */
export const monthIn = (
  making: Making,
  { column, header, unit }: Mapped,
  cell: Cell,
  rowUnit: Unit | null,
  currency: string | null,
): void => {
  const { around, told } = making;
  const reading = readAmount(cell, rowUnit ?? unit ?? around.layout.unit);
  const span = spanOf(making, column);
  const ahead = span !== null && span.first > around.today.slice(0, 7);
  const why = whyNot(reading, span, ahead);
  if (reading.is === 'value' && isPositive(reading.value.money) && why === null && span !== null) {
    const { money, remark } = reading.value;
    const path = around.layout.headers.find((one) => one.column === column)?.path ?? [header];
    const arrived: ArrivedInMonth = {
      day: { date: span.end > around.today ? around.today : span.end, month: true },
      span: { last: span.last, length: span.length },
      money: currency !== null && money.currency === 'CNY' ? { ...money, currency } : money,
      origin: boundaryOver(path),
      header,
      cell: addressOf(around.layout, column, making.row.number),
      shown: clean(cell.text),
    };
    told.months.push(arrived);
    if (span.length > 1) note(making, 'known-to-quarter', 'arrivedInMonth', column, cell.text);
    if (remark === null) return;
  }
  keep(making, header, cell.text);
  if (why !== null) note(making, why, 'arrivedInMonth', column, cell.text);
};
