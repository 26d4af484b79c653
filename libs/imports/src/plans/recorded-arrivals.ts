import {
  PROJECT_COMMANDS,
  readCommand,
  sameMoney,
  type IsoDate,
  type KnownProject,
  type Project,
  type ProjectCommand,
} from '#domain';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { worded, type FieldChange } from './changes.ts';
import { isOfMonth, monthsOf } from './arrival-names.ts';
import type { Planned } from './planned.ts';

type Reporting = Extract<ProjectCommand, { type: 'ReportArrival' }>;
type Arrival = KnownProject['arrivals'][number];

/** Whether money arrived on a day, or in its month. */
const isOn = ({ on }: Arrival, day: IsoDate, inMonth: boolean): boolean =>
  inMonth ? on.slice(0, 7) === day.slice(0, 7) : on === day;

const keyOf = ({ voucher, amount, occurredOn }: Reporting, month: boolean): string =>
  JSON.stringify([voucher ?? null, amount.amount, amount.currency, month ? occurredOn?.slice(0, 7) : occurredOn]);

/** Numbers arrivals that say the same: two equal instalments are two, and told again they are still two. */
export const numbered = (planned: readonly Planned[]): readonly Planned[] => {
  const told = new Map<string, number>();
  return planned.map((one) => {
    if (one.command.type !== 'ReportArrival') return one;
    const key = keyOf(one.command, one.month);
    const nth = (told.get(key) ?? 0) + 1;
    told.set(key, nth);
    return { ...one, nth };
  });
};

/** The arrival that the log holds already and the ledger tells again, whatever it is named there; a day known to the month is any of that month. */
export const recorded = ({ command, month, nth }: Planned, project: Project): Arrival | null => {
  if (command.type !== 'ReportArrival' || project.phase === 'none') return null;
  const { arrivals } = project;
  if (monthsOf(command.arrival).length > 1)
    return arrivals.find(({ id, amount }) => id === command.arrival && sameMoney(amount, command.amount)) ?? null;
  const same = arrivals.filter(
    ({ voucher, amount, on }) =>
      voucher === (command.voucher ?? null) &&
      sameMoney(amount, command.amount) &&
      (month ? on.slice(0, 7) === command.occurredOn?.slice(0, 7) : on === command.occurredOn),
  );
  return same[nth - 1] ?? null;
};

/**
 * The recorded arrival that a ledger may have corrected: it is not told any more, and in its place there is another amount on its day, or, where the ledger tells the others of its
 * project again, the same amount on another day. Each is given once.
 */
const corrected = (planned: readonly Planned[], project: KnownProject): ((step: Planned) => Arrival | undefined) => {
  const again = planned.flatMap((step) => recorded(step, project) ?? []);
  const names = new Set(planned.flatMap(({ command }) => (command.type === 'ReportArrival' ? [command.arrival] : [])));
  const left = new Set(
    project.arrivals.filter(
      (one) => one.reversed === null && !again.includes(one) && !names.has(one.id) && !isOfMonth(one.id),
    ),
  );
  return ({ command, on, month }) => {
    if (command.type !== 'ReportArrival' || isOfMonth(command.arrival)) return undefined;
    const { amount, voucher } = command;
    const may = [...left].filter(
      (one) => one.amount.currency === amount.currency && (voucher === undefined || one.voucher === null),
    );
    const onDay = may.find((one) => isOn(one, on, month));
    const found = onDay ?? (again.length > 0 ? may.find((one) => sameMoney(one.amount, amount)) : undefined);
    if (found !== undefined) left.delete(found);
    return found;
  };
};

/** What a step says otherwise of a recorded arrival: its amount, its day, or both. */
const otherwise = (step: Planned, command: Reporting, known: Arrival, mayBeNew: boolean): readonly FieldChange[] => {
  const { on, month, field, source } = step;
  const { amount } = command;
  const inMonth = month || monthsOf(command.arrival).length > 1;
  const cell = source.months.find(({ day, money }) => day.date === on && sameMoney(money, amount))?.cell;
  const change = {
    target: known.version,
    ...(mayBeNew ? ({ mayBeNew } as const) : {}),
    ...(cell === undefined ? {} : { cell }),
  };
  const told = (from: unknown, to: unknown): FieldChange['shown'] => ({ from: worded(from), to: worded(to) });
  const changes: FieldChange[] = [];
  if (!sameMoney(known.amount, amount))
    changes.push({
      ...change,
      field: field === 'arrivedOn' ? 'amount' : field,
      factField: 'amount',
      from: known.amount,
      to: amount,
      shown: told(known.amount, amount),
    });
  if (!isOn(known, on, inMonth))
    changes.push({
      ...change,
      field: 'arrivedOn',
      factField: 'occurredOn',
      from: known.on,
      to: on,
      shown: told(known.on, on),
    });
  return changes;
};

/** What rows say otherwise of arrivals that the log holds under the same name, or that they tell in the place of one: another amount, another day. `isNew`: a person has said that the row tells new money. */
export const arrivalChanges = (
  planned: readonly Planned[],
  project: Project,
  isNew: (row: LedgerRow) => boolean,
): ReadonlyMap<LedgerRow, readonly FieldChange[]> => {
  const found = new Map<LedgerRow, readonly FieldChange[]>();
  if (project.phase === 'none') return found;
  const correctedBy = corrected(planned, project);
  for (const step of planned) {
    const { command, source } = step;
    if (command.type !== 'ReportArrival' || recorded(step, project) !== null) continue;
    const named = project.arrivals.find(({ id, reversed }) => id === command.arrival && reversed === null);
    const known = named ?? (isNew(source) ? undefined : correctedBy(step));
    if (known === undefined) continue;
    const changes = otherwise(step, command, known, named === undefined);
    found.set(source, [...(found.get(source) ?? []), ...changes]);
  }
  return found;
};

/** Follows the steps of one plan: tells which arrivals are there already, and gives what is said of them the names by which the log knows them. */
export const knownArrivals = () => {
  const names = new Map<string, Arrival>();
  return {
    /** Whether the step says nothing new. */
    isKnown: (step: Planned, project: Project): boolean => {
      const { command } = step;
      if (project.phase === 'none') return false;
      if (command.type === 'ReportArrival') {
        const found = recorded(step, project);
        if (found !== null) names.set(command.arrival, found);
        return found !== null;
      }
      const { days } = step.source;
      return (
        command.type === 'CertifyArrival' &&
        days.certifiedOn === undefined &&
        names.get(command.arrival)?.certified != null
      );
    },
    /** The command with the name under which the log holds its arrival. */
    named: (command: ProjectCommand): ProjectCommand => {
      const found = command.type === 'CertifyArrival' ? names.get(command.arrival) : undefined;
      if (found === undefined || command.type !== 'CertifyArrival' || found.id === command.arrival) return command;
      const { occurredOn, basis, note } = command;
      return readCommand(PROJECT_COMMANDS.CertifyArrival, { arrival: found.id, occurredOn, basis, note });
    },
  };
};
