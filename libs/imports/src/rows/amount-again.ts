import { fenOf, type Money } from '#domain';
import { readAmount, type AmountRead } from '../cells/sums.ts';
import { isEmpty } from '../cells/text.ts';
import { finding } from '../judge/findings.ts';
import type { Row } from '../files/sheet.ts';
import { addressOf } from './addresses.ts';
import { amountIn } from './amount-in.ts';
import type { AmountAgain } from './amounts-again.ts';
import { note, type Making } from './making.ts';
import type { RowMoney } from './row-money.ts';

const CHANGED = {
  zh: '第二列是变更后的金额：按第一列登记后，在项目页登记合同变更。',
  en: 'The second column is the amount after a change: record the first, then the change on the page of the project.',
};
const NEAR = 10n; // 约 is right to a twentieth
const PLACES = /\.(\d+)/;

/** An amount as one of the two columns tells it. */
interface Told {
  readonly text: string;
  readonly money: Money;
  readonly typed: number; // in the unit of its column
}

/** What one step of the last figure of an amount is worth: 0.01亿元 → 1,000,000.00. */
const stepOf = ({ text, money, typed }: Told): bigint => {
  const places = PLACES.exec(text)?.[1]?.length ?? 0;
  const steps = BigInt(Math.round(typed * 10 ** places));
  return steps === 0n ? 0n : fenOf(money.amount) / steps;
};

/** Which of two amounts counts: the finer, beside 约 the first; null where they differ by more than was rounded away. */
const finerOf = (first: Told, second: Told & Pick<AmountRead, 'about'>): Money | null => {
  if (first.money.currency !== second.money.currency) return null;
  const fen = fenOf(first.money.amount);
  const apart = fen - fenOf(second.money.amount);
  if (apart === 0n) return first.money;
  const steps = [stepOf(first), stepOf(second)] as const;
  const [coarse, fine] = steps[0] >= steps[1] ? [steps[0], second.money] : [steps[1], first.money];
  const least = second.about === null ? coarse : fen / NEAR; // of 约, more than was rounded away
  if ((apart < 0n ? -apart : apart) * 2n > least) return null;
  return second.about === null ? fine : first.money;
};

/** Says that two columns differ, and of an amount that was changed since what to do. */
const sayApart = (making: Making, { first, second, changed }: AmountAgain, both: string): void => {
  const at = addressOf(making.around.layout, second.column, making.row.number);
  making.findings.push(finding('amounts-differ', first.field, at, both, changed ? CHANGED : undefined));
};

/**
 * An amount that is told twice. Where one column is blank the other tells it; where they differ by no more than was rounded away, the finer counts; else it waits, for nobody can know which is meant.
 */
export const readAgain = (making: Making, row: Row, again: AmountAgain, { unit }: RowMoney): void => {
  const { told, findings } = making;
  const { first, second } = again;
  const { field } = first;
  const [one, other] = [row.cells[first.column], row.cells[second.column]];
  if (other === undefined || isEmpty(other) || findings.some((found) => found.field === field)) return;
  const before = told.money[field];
  if (before === undefined || isEmpty(one)) {
    told.from[field] = second.column;
    told.shown[field] = other.text;
    amountIn(making, second, other, { unit, currency: null });
    return;
  }
  const reading = readAmount(other, second.unit!);
  if (reading.is === 'not-understood') note(making, 'not-understood', field, second.column, other.text);
  if (reading.is !== 'value') return;
  const fine = finerOf(
    { text: one!.text, money: before, typed: told.typed[field] ?? 0 },
    { text: other.text, ...reading.value },
  );
  if (fine === null) sayApart(making, again, `${one!.text} / ${other.text}`);
  else told.money[field] = fine;
};
