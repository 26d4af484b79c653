import { addMoney, type Money } from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { amountWords, NEAR } from '../judge/amount-words.ts';
import { finding, verdictOf, type Finding } from '../judge/findings.ts';
import { keepApart } from '../plans/kept.ts';
import type { Day, LedgerRow } from './ledger-row.ts';

/** A phase of the project above: its name, what it says, and its row. */
export interface Phase {
  readonly label: string;
  readonly said: string;
  readonly record: LedgerRow;
}

type Amount = 'contracted' | 'intendedAmount';
const sumOf = ([first, ...others]: readonly Money[]): Money | null =>
  first === undefined || others.some(({ currency }) => currency !== first.currency)
    ? null
    : others.reduce(addMoney, first);

const isNear = (a: Money, b: Money): boolean =>
  a.currency === b.currency && Math.abs(Number(a.amount) - Number(b.amount)) <= NEAR * Number(b.amount);

const earliest = (phases: readonly Phase[]): Day | undefined =>
  phases.flatMap(({ record }) => record.days.signedOn ?? []).sort((a, b) => (a.date < b.date ? -1 : 1))[0];

/** What a person must decide about the whole, in both languages, and what is recorded once it is decided. */
interface Open {
  readonly zh: string;
  readonly en: string;
}

/** What its own row leaves open of the amount: nothing, where that is the sum of the phases or they tell none. */
const openAmount = (own: Money | undefined, told: readonly Money[]): Open | null => {
  if (told.length === 0) return null;
  const sum = sumOf(told);
  const parts = told.map(amountWords).join(' + ');
  if (own === undefined) {
    const [zh, en] =
      sum === null
        ? ['', '']
        : [`，决定后按合计 ${amountWords(sum)} 登记`, `; once decided, their sum ${amountWords(sum)} counts`];
    return { zh: `本行没有总额，各期 ${parts}${zh}`, en: `its own row tells no amount, the phases ${parts}${en}` };
  }
  if (sum !== null && isNear(own, sum)) return null;
  return {
    zh: `本行 ${amountWords(own)}，各期 ${parts}，两者不符，决定后按本行登记`,
    en: `its own row tells ${amountWords(own)}, the phases ${parts}; once decided, its own counts`,
  };
};

/** A contract that only the phases date. */
const openDay = (own: Day | undefined, day: Day | undefined): Open | null =>
  own !== undefined || day === undefined
    ? null
    : {
        zh: `签约日期只写在分期上，决定后按最早的 ${day.date} 登记`,
        en: `only the phases tell when it was signed; once decided, the first of them, ${day.date}, counts`,
      };

const isUnclear = ({ findings }: LedgerRow, field: FieldName): boolean =>
  findings.some((found) => found.field === field);

/** Its own day of signing, else the first of its phases where its own row leaves none unclear. */
const signingOf = (record: LedgerRow, phases: readonly Phase[]): Day | undefined =>
  record.days.signedOn ?? (isUnclear(record, 'signedOn') ? undefined : earliest(phases));

/** What its own row and its phases say of themselves: of a phase only what warns, for no row of its own waits. */
const findingsOf = (record: LedgerRow, records: readonly LedgerRow[]): LedgerRow['findings'] => [
  ...record.findings,
  ...records
    .filter((one) => one !== record)
    .flatMap(({ findings }) => findings)
    .filter((one) => verdictOf([one]) === 'warn'),
];

/** Says which phases are kept with the project, and what of the whole they leave open. */
const sayPhases = (record: LedgerRow, field: Amount, phases: readonly Phase[], open: readonly Open[]): Finding => {
  const names = phases.map(({ label }) => label);
  const more =
    open.length === 0
      ? { zh: names.join('、'), en: `${names.join(', ')}.` }
      : {
          zh: `${names.join('、')}；${open.map(({ zh }) => zh).join('；')}`,
          en: `${names.join(', ')}; ${open.map(({ en }) => en).join('; ')}.`,
        };
  const code = open.length === 0 ? 'phases-kept' : 'phases-open';
  return finding(code, field, record.cellOf(field), record.shown[field] ?? null, more);
};

/**
 * A project with what stands in the lines of its phases. It is one project: where its own row carries the whole, the phases are kept with it; where they tell another amount, the only amount or the only
 * day of signing, a person decides. `merged`: its name stands over all of them, and its own row is the first of them.
 */
export const withPhases = (record: LedgerRow, phases: readonly Phase[], merged: boolean): LedgerRow => {
  const extra = { ...record.extra };
  for (const { label, said } of phases) if (said !== '') keepApart(extra, label.slice(0, 100), said);
  const records = phases.map((one) => one.record);
  const field: Amount = [record, ...records].some(({ money }) => money.contracted !== undefined)
    ? 'contracted'
    : 'intendedAmount';
  const own = merged ? undefined : record.money[field];
  const told = records.flatMap(({ money }) => money[field] ?? []);
  const whole = own ?? (isUnclear(record, field) && !merged ? null : sumOf(told));
  const signed = signingOf(record, phases);
  const open = [openAmount(own, told), openDay(record.days.signedOn, signed)].filter((one) => one !== null);
  return {
    ...record,
    extra,
    money: { ...record.money, ...(whole === null ? {} : { [field]: whole }) },
    days: { ...record.days, ...(signed === undefined ? {} : { signedOn: signed }) },
    months: record.months.length > 0 && !merged ? record.months : records.flatMap(({ months }) => months),
    findings: [...findingsOf(record, records), sayPhases(record, field, phases, open)],
  };
};
