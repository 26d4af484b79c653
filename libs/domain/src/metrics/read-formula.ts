import {
  COUNTABLES,
  FILTER_AMOUNTS,
  FILTER_TEXTS,
  type Condition,
  type Countable,
  type Filter,
  type Formula,
  type Part,
  type Window,
} from './metrics.ts';
import { compareFractions, decimalFraction } from './fraction.ts';
import { readersOf } from './read-values.ts';
import { refuseDefinition as refuse } from './rejections.ts';

const read = readersOf(refuse);

const DATED: readonly Window[] = ['period', 'cohort', 'three-years', 'until-end'];
const STOCK: readonly Window[] = ['at-end', 'at-beginning'];

/** What may be asked of a countable: on which days it counts (the first where nothing is said), and which of it. */
interface Askable {
  readonly windows: readonly Window[];
  readonly where: readonly Condition[];
}

/** What may be asked of each countable. A condition that does not fit would silently count nothing. */
export const ASKABLE: Readonly<Record<Countable, Askable>> = {
  lead: { windows: DATED, where: ['valuable'] },
  'pre-review': { windows: DATED, where: ['passed'] },
  signing: { windows: DATED, where: ['started'] },
  start: { windows: DATED, where: [] },
  entry: { windows: DATED, where: [] },
  arrival: {
    windows: DATED,
    where: ['domestic', 'foreign', 'signed-in-window', 'signed-this-year', 'signed-earlier'],
  },
  backlog: { windows: STOCK, where: ['started'] },
  outreach: { windows: DATED, where: ['trip', 'firm', 'received'] },
};

const MOST_FILTERS = 10;
const MOST_VALUES = 100;

/** An amount within bounds, in 元. */
const boundsIn = (name: (typeof FILTER_AMOUNTS)[number], from: unknown, to: unknown, field: string): Filter => {
  const least = from === undefined ? null : read.decimal(from, `${field}.from`);
  const most = to === undefined ? null : read.decimal(to, `${field}.to`);
  if (least !== null && most !== null && compareFractions(decimalFraction(least), decimalFraction(most)) > 0)
    refuse(`${field}.to`, '不能小于 from，否则什么都不算', 'must not be below from: nothing would count');
  return { field: name, ...(least === null ? {} : { from: least }), ...(most === null ? {} : { to: most }) };
};

const filterIn = (value: unknown, field: string): Filter => {
  const { field: name, is, from, to } = read.object(value, field, ['field', 'is', 'from', 'to']);
  const amount = FILTER_AMOUNTS.find((one) => one === name);
  if (amount !== undefined) {
    if (is !== undefined || (from === undefined && to === undefined))
      refuse(field, '须写明 from 或 to', 'must say from or to');
    return boundsIn(amount, from, to, field);
  }
  const values = read.list(is, MOST_VALUES, `${field}.is`);
  if (values.length === 0) refuse(`${field}.is`, '不能为空', 'must not be empty');
  return {
    field: read.oneOf(name, FILTER_TEXTS, `${field}.field`),
    is: values.map((one, index) => read.text(one, 200, `${field}.is.${index}`)),
  };
};

/** Outreach is days, visits and receptions of a unit: it has no amount and no contract, and what asks for them would count nothing. */
const refuseOfOutreach = ({ of, measure, filter = [] }: Part, field: string): void => {
  if (of !== 'outreach') return;
  if (measure === 'amount')
    refuse(`${field}.measure`, '外出招商只计次数，没有金额', 'of outreach is a count: it has no amount');
  const at = filter.findIndex((one) => one.field !== 'unit');
  if (at >= 0) refuse(`${field}.filter.${at}.field`, '外出招商只能按单位筛选', 'of outreach may be the unit alone');
};

const partIn = (value: unknown, field: string): Part => {
  const given = read.object(value, field, ['of', 'measure', 'window', 'where', 'filter']);
  const of = read.oneOf(given['of'], COUNTABLES, `${field}.of`);
  const { windows, where } = ASKABLE[of];
  const filter = read.list(given['filter'] ?? [], MOST_FILTERS, `${field}.filter`);
  const part: Part = {
    of,
    measure: read.oneOf(given['measure'], ['count', 'amount'], `${field}.measure`),
    window: read.oneOf(given['window'] ?? windows[0], windows, `${field}.window`),
    where: read
      .list(given['where'] ?? [], where.length, `${field}.where`)
      .map((one, index) => read.oneOf(one, where, `${field}.where.${index}`)),
    ...(filter.length === 0 ? {} : { filter: filter.map((one, index) => filterIn(one, `${field}.filter.${index}`)) }),
  };
  refuseOfOutreach(part, field);
  return part;
};

/** A formula from a document: one part, or two whose ratio it is. Throws Rejected 'definition-invalid' naming the field. */
export const formulaIn = (value: unknown, field: string): Formula => {
  const given = read.object(value, field, ['value', 'numerator', 'denominator']);
  if (given['value'] !== undefined) {
    if (given['numerator'] !== undefined || given['denominator'] !== undefined)
      refuse(field, '只能写 value，或 numerator 和 denominator', 'is value, or numerator and denominator');
    return { value: partIn(given['value'], `${field}.value`) };
  }
  const numerator = partIn(given['numerator'], `${field}.numerator`);
  const denominator = partIn(given['denominator'], `${field}.denominator`);
  if (numerator.measure !== denominator.measure)
    refuse(`${field}.denominator.measure`, '须与分子相同', 'must be that of the numerator');
  return { numerator, denominator };
};
