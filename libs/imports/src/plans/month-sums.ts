import { addMoney, sameMoney, type Money, type Project, type ProjectCommand } from '#domain';
import { finding } from '../judge/findings.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { isOfMonth, monthsOf } from './arrival-names.ts';
import { worded } from './changes.ts';
import type { Planned } from './planned.ts';
import { recorded } from './recorded-arrivals.ts';

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

/** The steps without the sums of months whose arrivals are told one by one, here or in the log: it is the same money. Where the two differ, the row says so. */
export const withoutMonthsTold = (planned: readonly Planned[], project: Project): readonly Planned[] => {
  const months = planned.filter(isReport).filter(({ command }) => isOfMonth(command.arrival));
  if (months.length === 0) return planned;
  const known = storedIn(project);
  const news = planned.filter(isReport).filter((step) => recorded(step, project) === null);
  const all = [...known, ...news.map(inMonth)];
  const dropped = new Set<string>();
  const shortestFirst = [...months].sort((a, b) => inMonth(a).covers.length - inMonth(b).covers.length);
  for (const step of shortestFirst) {
    const own = inMonth(step);
    const parts = sumOf(all.filter((one) => !dropped.has(one.id) && isPart(one, own)).map(({ amount }) => amount));
    if (parts === null) continue;
    dropped.add(own.id);
    const same = months
      .map(inMonth)
      .filter(({ key, covers }) => key === own.key && covers.length === own.covers.length);
    const whole = sumOf(same.map(({ amount }) => amount))!;
    if (!sameMoney(whole, parts)) sayDiffers(step, own.key, whole, parts);
  }
  return planned.filter(
    ({ command }) =>
      !((command.type === 'ReportArrival' || command.type === 'CertifyArrival') && dropped.has(command.arrival)),
  );
};

const sayDiffers = ({ source, on, field, command }: Reporting, key: string, whole: Money, parts: Money): void => {
  const cell =
    source.months.find(({ day, money }) => day.date === on && sameMoney(money, command.amount))?.cell ?? null;
  if (source.findings.some((one) => one.code === 'month-differs' && one.cell === cell)) return;
  const [zh, en] = [`${key}：${worded(whole)} ≠ ${worded(parts)}`, `${key}: ${worded(whole)} ≠ ${worded(parts)}.`];
  source.findings.push(finding('month-differs', field, cell, worded(command.amount), { zh, en }));
};
