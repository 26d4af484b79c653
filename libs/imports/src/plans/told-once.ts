import {
  PROJECT_COMMANDS,
  readCommand,
  sameMoney,
  type Money,
  type ProjectCommand,
  type ProjectCommandType,
} from '#domain';
import { plain } from '../judge/similarity.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { worded } from './changes.ts';
import { sayOnce } from './compared.ts';
import type { Planned } from './planned.ts';

/** Facts that a project has once, however many sheets tell them. */
const ONCE: ReadonlySet<ProjectCommandType> = new Set<ProjectCommandType>([
  'AcknowledgeLead',
  'ScreenLead',
  'FeedBackLead',
  'OpenNegotiation',
  'SignContract',
  'FileContract',
  'ReportStart',
  'CertifyStart',
  'EnterStatistics',
  'StartProduction',
  'CompleteProject',
  'TerminateProject',
  'DropLead',
]);

type Fields = Readonly<Record<string, unknown>>;

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value;
const alike = (a: unknown, b: unknown): boolean => {
  if (isMoney(a) && isMoney(b)) return sameMoney(a, b);
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b);
  return JSON.stringify(a) === JSON.stringify(b);
};
const ABOUT: ReadonlySet<string> = new Set(['type', 'occurredOn', 'basis', 'note']); // of any command
const fieldsOf = (command: ProjectCommand): Fields =>
  Object.fromEntries(
    Object.entries(command).filter(([name, value]) => !ABOUT.has(name) && value !== undefined && value !== null),
  );

/** What two sheets say otherwise of one fact: its day, or a field of it; null where they agree. */
const differsIn = (one: Planned, other: Planned): { readonly from: unknown; readonly to: unknown } | null => {
  const sameDay = one.month || other.month ? one.on.slice(0, 7) === other.on.slice(0, 7) : one.on === other.on;
  if (!sameDay) return { from: one.on, to: other.on };
  const [mine, theirs] = [fieldsOf(one.command), fieldsOf(other.command)];
  const field = Object.keys(theirs).find((name) => mine[name] !== undefined && !alike(mine[name], theirs[name]));
  return field === undefined ? null : { from: mine[field], to: theirs[field] };
};

/** One fact of two that agree: with the fields of both, on the more exact day. */
const bothOf = (one: Planned, other: Planned): Planned => {
  const exact = one.month && !other.month ? other : one;
  const fields = { ...fieldsOf(other.command), ...fieldsOf(one.command), occurredOn: exact.on };
  const command = readCommand(PROJECT_COMMANDS[one.command.type] as new () => ProjectCommand, fields);
  return { ...one, command, on: exact.on, month: exact.month };
};

interface ToldOnce {
  readonly steps: readonly Planned[];
  readonly carried: readonly Planned[]; // also what was told again, and is the same
}

/**
 * Facts of a project that several sheets tell, each once. What another sheet says otherwise of a fact that its row stands on holds that row; where a person has decided
 * that it is recorded, the first sheet counts and the other's words are kept.
 */
export const toldOnce = (planned: readonly Planned[], settled: (row: LedgerRow) => boolean): ToldOnce => {
  const steps: Planned[] = [];
  const carried: Planned[] = [];
  for (const step of planned) {
    const at = ONCE.has(step.command.type)
      ? steps.findIndex(({ command, source }) => command.type === step.command.type && source !== step.source)
      : -1;
    const earlier = steps[at];
    const differs = earlier === undefined ? null : differsIn(earlier, step);
    if (earlier !== undefined && differs === null) {
      steps[at] = bothOf(earlier, step);
      carried.push(step);
    } else if (differs !== null && step.essential) {
      if (settled(step.source)) continue;
      const [from, to] = [worded(differs.from), worded(differs.to)];
      const { sheet, row } = earlier!.source;
      const more = {
        zh: `“${sheet}”第 ${row} 行 ${from}，本行 ${to}`,
        en: `"${sheet}" row ${row} ${from}, here ${to}.`,
      };
      sayOnce(step.source, 'sheets-differ', step.field, to, more);
    } else {
      steps.push(step);
      carried.push(step);
    }
  }
  return { steps, carried };
};
