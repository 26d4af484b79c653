import { compareMoney, fenOf, isPositive, moneyOf, type Money } from '#domain';
import { clean } from '../cells/text.ts';
import { ARRIVAL_AMOUNTS, type FieldName } from '../columns/field-names.ts';
import { finding, type FindingCode } from '../judge/findings.ts';
import { keep, note, type Making } from './making.ts';
import type { ArrivedInMonth } from './ledger-row.ts';

/** Money is told as a whole, 到位金额, and in parts of it, 其中：省外: all of it arrived, and all of it once. */

/** What stands beside its parts: nothing more, so much more, less than they are, or money of which a part is in another currency. */
type Beside = { readonly is: 'same' | 'above' | 'two-currencies' } | { readonly is: 'rest'; readonly rest: Money };

const wholeBeside = (whole: Money, parts: readonly Money[]): Beside => {
  const own = parts.filter(({ currency }) => currency === whole.currency);
  const sum = moneyOf(
    own.reduce((total, { amount }) => total + fenOf(amount), 0n),
    whole.currency,
  );
  const more = compareMoney(whole, sum);
  if (more < 0) return { is: 'above' };
  if (more === 0) return { is: 'same' };
  if (own.length < parts.length) return { is: 'two-currencies' };
  return { is: 'rest', rest: moneyOf(fenOf(whole.amount) - fenOf(sum.amount), whole.currency) };
};

const PART = /(^|\s)其中/;
const SUM = /合计|总计|小计|总额|折/;
const PARTS = (Object.keys(ARRIVAL_AMOUNTS) as FieldName[]).filter((field) => field !== 'amount');

type Columns = Making['around']['layout'];
const columnOf = ({ columns }: Columns, field: FieldName) => columns.find((one) => one.field === field)!;
const saysPart = (layout: Columns, field: FieldName): boolean => {
  const { column } = columnOf(layout, field);
  return layout.headers.some((one) => one.column === column && one.path.some((text) => PART.test(clean(text))));
};

/** The parts of a row that are more than its whole: the whole counts, they are kept as written. */
const keepParts = (making: Making, parts: readonly FieldName[]): void => {
  const { told, around } = making;
  for (const field of parts) {
    keep(making, columnOf(around.layout, field).header, told.shown[field] ?? '');
    delete told.money[field];
  }
};

/** The whole and the parts in a row of a list of arrivals: the parts are recorded, and of the whole what they leave. */
const partsOfRow = (making: Making): void => {
  const { told, around } = making;
  const whole = told.money.amount;
  const parts = PARTS.filter((field) => told.money[field] !== undefined && isPositive(told.money[field]));
  if (whole === undefined || parts.length === 0) return;
  const { column, header } = columnOf(around.layout, 'amount');
  const say = (code: FindingCode): void => {
    note(making, code, 'amount', column, told.shown.amount ?? null);
  };
  const amounts = parts.map((field) => told.money[field]!);
  const beside = wholeBeside(whole, amounts);
  if (beside.is === 'rest') told.money.amount = beside.rest;
  else if (beside.is === 'above') {
    keepParts(making, parts);
    say('parts-above-whole');
  } else if (beside.is === 'same' || SUM.test(header)) delete told.money.amount;
  else if (
    amounts.some(({ currency }) => currency === whole.currency) ||
    parts.some((one) => saysPart(around.layout, one))
  ) {
    delete told.money.amount;
    say('whole-in-two-currencies');
  } else say('whole-and-foreign');
};

const OURS = /内资|境内/; // a part that no boundary is told of

/** One span of months: of the whole of it stays what its parts leave. */
const partsOfSpan = (making: Making, whole: ArrivedInMonth, parts: readonly ArrivedInMonth[]): void => {
  const { told, findings } = making;
  const beside = wholeBeside(
    whole.money,
    parts.map(({ money }) => money),
  );
  const leaveOut = (gone: readonly ArrivedInMonth[]): void => {
    told.months.splice(0, told.months.length, ...told.months.filter((one) => !gone.includes(one)));
  };
  const say = (code: FindingCode): void => {
    findings.push(finding(code, 'arrivedInMonth', whole.cell, whole.shown));
  };
  if (beside.is === 'rest') told.months[told.months.indexOf(whole)] = { ...whole, money: beside.rest };
  else if (beside.is === 'same') leaveOut([whole]);
  else if (beside.is === 'above') {
    for (const { header, shown } of parts) keep(making, header, shown);
    leaveOut(parts);
    say('parts-above-whole');
  } else if (parts.some(({ header }) => PART.test(header))) {
    keep(making, whole.header, whole.shown);
    leaveOut([whole]);
    say('whole-in-two-currencies');
  }
};

/** The same in columns a month. */
const partsOfMonths = (making: Making): void => {
  const spanOf = ({ span, upTo }: ArrivedInMonth): string => `${span?.last} ${span?.length} ${upTo === undefined}`;
  for (const span of new Set(making.told.months.map(spanOf))) {
    const months = making.told.months.filter((one) => spanOf(one) === span);
    const wholes = months.filter(({ origin, header }) => origin === null && !OURS.test(header));
    const parts = months.filter((one) => !wholes.includes(one));
    if (wholes.length === 1 && parts.length > 0) partsOfSpan(making, wholes[0]!, parts);
  }
};

export const partsOfWhole = (making: Making): void => {
  if (making.around.layout.kind === 'arrivals') partsOfRow(making);
  partsOfMonths(making);
};
