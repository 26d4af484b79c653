import { fenOf, type Money } from '#domain';
import { readAmount } from '../cells/sums.ts';
import { isEmpty } from '../cells/text.ts';
import type { Unit } from '../cells/units.ts';
import { finding } from '../judge/findings.ts';
import type { Row } from '../files/sheet.ts';
import { addressOf } from './addresses.ts';
import { amountIn } from './amount-in.ts';
import type { AmountAgain } from './amounts-again.ts';
import { note, type Making } from './making.ts';

const CHANGED = {
  zh: '第二列是变更后的金额：按第一列登记后，在项目页登记合同变更。',
  en: 'The second column is the amount after a change: record the first, then the change on the page of the project.',
};
const NEAR = 10n; // 约 is right to a twentieth
const PLACES = /\.(\d+)/;
/** What one step of the last figure of an amount is worth: 0.01亿元 → 1,000,000.00. `typed`: in the unit of its column. */
const stepOf = (text: string, money: Money, typed: number): bigint => {
  const places = PLACES.exec(text)?.[1]?.length ?? 0;
  const steps = BigInt(Math.round(typed * 10 ** places));
  return steps === 0n ? 0n : fenOf(money.amount) / steps;
};

/**
 * An amount that is told twice. Where one column is blank the other tells it; where they differ by no more than was rounded away, the finer counts; else it waits, for nobody can know which is meant.
 */
export const readAgain = (
  making: Making,
  row: Row,
  { first, second, changed }: AmountAgain,
  rowUnit: Unit | null,
): void => {
  const { told, findings } = making;
  const { field } = first;
  const [one, other] = [row.cells[first.column], row.cells[second.column]];
  if (other === undefined || isEmpty(other) || findings.some((found) => found.field === field)) return;
  const before = told.money[field];
  if (before === undefined || isEmpty(one)) {
    told.from[field] = second.column;
    told.shown[field] = other.text;
    amountIn(making, second, other, rowUnit, null);
    return;
  }
  const reading = readAmount(other, second.unit!);
  if (reading.is === 'not-understood') note(making, 'not-understood', field, second.column, other.text);
  if (reading.is !== 'value') return;
  const { money, typed, about } = reading.value;
  const apart = fenOf(before.amount) - fenOf(money.amount);
  if (apart === 0n && money.currency === before.currency) return;
  const steps = [stepOf(one!.text, before, told.typed[field] ?? 0), stepOf(other.text, money, typed)];
  const [coarse, fine] = steps[0]! >= steps[1]! ? [steps[0]!, money] : [steps[1]!, before];
  const least = about === null ? coarse : fenOf(before.amount) / NEAR; // of 约, more than was rounded away
  if (money.currency !== before.currency || (apart < 0n ? -apart : apart) * 2n > least) {
    const at = addressOf(making.around.layout, second.column, row.number);
    findings.push(finding('amounts-differ', field, at, `${one!.text} / ${other.text}`, changed ? CHANGED : undefined));
    return;
  }
  if (about === null) told.money[field] = fine;
};
