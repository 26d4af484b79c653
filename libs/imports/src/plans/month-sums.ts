import { addMoney, sameMoney, type Money, type Project, type ProjectCommand } from '#domain';
import { finding } from '../judge/findings.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { isOfMonth } from './arrival-names.ts';
import { worded } from './changes.ts';
import type { Planned } from './planned.ts';
import { recorded } from './recorded-arrivals.ts';

/** Money of a project in one month and currency, arrival by arrival. */
interface InMonth {
  readonly key: string;
  readonly id: string;
  readonly amount: Money;
}
type Reporting = Planned & { readonly command: Extract<ProjectCommand, { type: 'ReportArrival' }> };

const isReport = (step: Planned): step is Reporting => step.command.type === 'ReportArrival';
const keyOf = (on: string, { currency }: Money): string => `${on.slice(0, 7)} ${currency}`;
const inMonth = ({ on, command }: Reporting): InMonth => ({
  key: keyOf(on, command.amount),
  id: command.arrival,
  amount: command.amount,
});

const storedIn = (project: Project): readonly InMonth[] =>
  project.phase === 'none'
    ? []
    : project.arrivals
        .filter(({ reversed }) => reversed === null)
        .map(({ id, on, amount }) => ({ key: keyOf(on, amount), id, amount }));

/** Says of single arrivals that their month is recorded as one sum already, unless a person has decided about the row. */
export const sayMonthsTold = (
  planned: readonly Planned[],
  project: Project,
  settled: (row: LedgerRow) => boolean,
): void => {
  const stored = storedIn(project);
  const sums = new Map(stored.filter(({ id }) => isOfMonth(id)).map((one) => [one.key, one]));
  if (sums.size === 0) return;
  for (const step of planned.filter(isReport)) {
    const { key, id } = inMonth(step);
    const sum = sums.get(key);
    const { source, field } = step;
    if (sum === undefined || isOfMonth(id) || settled(source)) continue;
    if (stored.some((one) => one.id === id) || source.findings.some(({ code }) => code === 'month-recorded')) continue;
    const told = { zh: `${key}：${worded(sum.amount)}`, en: `${key}: ${worded(sum.amount)}.` };
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
  const single = [...known, ...news.map(inMonth)].filter(({ id }) => !isOfMonth(id));
  const dropped = new Set<string>();
  for (const step of months) {
    const { key, id } = inMonth(step);
    const parts = sumOf(single.filter((one) => one.key === key).map(({ amount }) => amount));
    if (parts === null) continue;
    dropped.add(id);
    const whole = sumOf(months.map(inMonth).flatMap((one) => (one.key === key ? [one.amount] : [])))!;
    if (!sameMoney(whole, parts)) sayDiffers(step, key, whole, parts);
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
