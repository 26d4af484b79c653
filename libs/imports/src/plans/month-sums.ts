import { addMoney, sameMoney, type Money, type Project, type ProjectCommand } from '#domain';
import { finding } from '../judge/findings.ts';
import type { ArrivedInMonth, LedgerRow } from '../rows/ledger-row.ts';
import { isOfMonth, monthsOf, spanName } from './arrival-names.ts';
import { worded } from './changes.ts';
import type { Planned } from './planned.ts';
import { recorded } from './recorded-arrivals.ts';
import { restOf, withRest, type Rest } from './rest-of-span.ts';

/** Money of a project in one month and currency, arrival by arrival; of a sum the months that it covers. */
interface InMonth {
  readonly key: string;
  readonly id: string;
  readonly amount: Money;
  readonly covers: readonly string[];
}
type Reporting = Planned & { readonly command: Extract<ProjectCommand, { type: 'ReportArrival' }> };

const isReport = (step: Planned): step is Reporting => step.command.type === 'ReportArrival';
const keyOf = (month: string, { currency }: Money): string => `${month} ${currency}`;
const placed = (id: string, on: string, amount: Money): InMonth => {
  const months = monthsOf(id);
  return {
    key: keyOf(months[0] ?? on.slice(0, 7), amount),
    id,
    amount,
    covers: months.map((month) => keyOf(month, amount)),
  };
};
const inMonth = ({ on, command }: Reporting): InMonth => placed(command.arrival, on, command.amount);

/** Whether one is part of the other: a single arrival of its month, a month of its quarter. */
const isPart = (one: InMonth, whole: InMonth): boolean =>
  one.covers.length < whole.covers.length && whole.covers.includes(one.key);

const storedIn = (project: Project): readonly InMonth[] =>
  project.phase === 'none'
    ? []
    : project.arrivals.filter(({ reversed }) => reversed === null).map(({ id, on, amount }) => placed(id, on, amount));

/** Says of single arrivals that their month is recorded as one sum already, unless a person has decided about the row. */
export const sayMonthsTold = (
  planned: readonly Planned[],
  project: Project,
  settled: (row: LedgerRow) => boolean,
): void => {
  const stored = storedIn(project);
  const sums = stored.filter(({ id }) => isOfMonth(id));
  if (sums.length === 0) return;
  for (const step of planned.filter(isReport)) {
    const own = inMonth(step);
    const sum = sums.find((one) => isPart(own, one));
    const { source, field } = step;
    if (sum === undefined || settled(source)) continue;
    if (stored.some((one) => one.id === own.id) || source.findings.some(({ code }) => code === 'month-recorded'))
      continue;
    const told = { zh: `${sum.key}：${worded(sum.amount)}`, en: `${sum.key}: ${worded(sum.amount)}.` };
    source.findings.push(finding('month-recorded', field, source.cellOf(field), source.shown[field] ?? null, told));
  }
};

const sumOf = ([first, ...others]: readonly Money[]): Money | null =>
  first === undefined ? null : others.reduce(addMoney, first);

const ofSpan = (step: Reporting): ArrivedInMonth | undefined =>
  step.source.months.find(
    ({ day, money, span }) =>
      step.on === day.date &&
      sameMoney(money, step.command.amount) &&
      span !== undefined &&
      step.command.arrival.startsWith(spanName(span, money.currency)),
  );

/** What becomes of the sum of a span beside its parts: nothing, or what it tells beyond them. */
interface Settled {
  readonly dropped: Set<string>;
  readonly rests: Map<string, Rest>;
}

const settleSpans = (months: readonly Reporting[], all: readonly InMonth[]): Settled => {
  const [dropped, rests] = [new Set<string>(), new Map<string, Rest>()];
  const shortestFirst = [...months].sort((a, b) => inMonth(a).covers.length - inMonth(b).covers.length);
  const counted = (one: InMonth): readonly InMonth[] => {
    const rest = rests.get(one.id);
    if (rest !== undefined) return [placed(spanName(rest.span, rest.money.currency), rest.day, rest.money)];
    return dropped.has(one.id) ? [] : [one];
  };
  for (const step of shortestFirst) {
    const own = inMonth(step);
    const parts = all.flatMap(counted).filter((one) => isPart(one, own));
    const sum = sumOf(parts.map(({ amount }) => amount));
    if (sum === null) continue;
    const same = months
      .map(inMonth)
      .filter(({ key, covers }) => key === own.key && covers.length === own.covers.length);
    const whole = sumOf(same.map(({ amount }) => amount))!;
    const covered = new Set(
      parts.flatMap(({ key, covers }) => (covers.length > 0 ? covers : [key])).map((key) => key.slice(0, 7)),
    );
    const rest = same.length > 1 ? null : restOf(ofSpan(step), whole, sum, covered);
    if (rest !== null) rests.set(own.id, rest);
    dropped.add(own.id);
    if (rest === null && !sameMoney(whole, sum)) sayDiffers(step, own.key, whole, sum);
  }
  return { dropped, rests };
};

/** Says of the money of several months that it is counted in the last of them. */
const sayLastMonth = ({ source, field, command }: Reporting, at: ArrivedInMonth | undefined): void => {
  if (monthsOf(command.arrival).length < 2 || at === undefined) return;
  if (!source.findings.some((one) => one.code === 'known-to-quarter' && one.cell === at.cell))
    source.findings.push(finding('known-to-quarter', field, at.cell, at.shown));
};

/** The steps without the sums of months whose arrivals are told one by one, here or in the log: it is the same money. Where the two differ, the row says so; what came so far is counted with what it tells beyond them. */
export const withoutMonthsTold = (planned: readonly Planned[], project: Project): readonly Planned[] => {
  const reports = planned.filter(isReport);
  const months = reports.filter(({ command }) => isOfMonth(command.arrival));
  if (months.length === 0) return planned;
  const news = reports.filter((step) => recorded(step, project) === null).map(inMonth);
  const known = storedIn(project).filter(({ id }) => !news.some((one) => one.id === id));
  const { dropped, rests } = settleSpans(months, [...known, ...news]);
  return planned.flatMap((step) => {
    const { command } = step;
    if (command.type !== 'ReportArrival' && command.type !== 'CertifyArrival') return [step];
    const rest = rests.get(command.arrival);
    if (rest === undefined && dropped.has(command.arrival)) return [];
    const taken = rest === undefined ? step : withRest(step, rest);
    if (isReport(step) && isReport(taken)) sayLastMonth(taken, ofSpan(step));
    return [taken];
  });
};

const sayDiffers = (step: Reporting, key: string, whole: Money, parts: Money): void => {
  const { source, field, command } = step;
  const cell = ofSpan(step)?.cell ?? null;
  if (source.findings.some((one) => one.code === 'month-differs' && one.cell === cell)) return;
  const [zh, en] = [`${key}：${worded(whole)} ≠ ${worded(parts)}`, `${key}: ${worded(whole)} ≠ ${worded(parts)}.`];
  source.findings.push(finding('month-differs', field, cell, worded(command.amount), { zh, en }));
};
