import { v5 as uuid } from 'uuid';
import {
  apply,
  decide,
  fold,
  InvalidCommand,
  placed,
  PROJECT_COMMANDS,
  readCommand,
  reachesClosedMonth,
  Rejected,
  schemaVersionOf,
  toldIn,
  type Actor,
  type Circumstances,
  type EventMeta,
  type NewEvent,
  type Placed,
  type ProjectCommand,
  type ProjectEvent,
  type Told,
} from '#domain';
import { isUnsound, type FindingCode } from '../judge/findings.ts';
import type { ProjectPlan } from '../rows/assemble.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { correctionOf, type FieldChange } from './changes.ts';
import { sayKeptChanges, sayOnce, type KeptChanges } from './compared.ts';
import type { Deciding } from './deciding.ts';
import { sayKeptFrom } from './kept-from-lists.ts';
import { inOrder, type Planned } from './planned.ts';
import { knownArrivals } from './recorded-arrivals.ts';
import { saysAgain } from './says-again.ts';

const NONE_CLOSED: ReadonlySet<string> = new Set();

const metaOf = (
  { month, source, command, byImport }: Planned,
  importId: string,
  commandId: string,
  actor: Actor,
  approver: string | undefined,
): EventMeta => {
  const warnings = [...new Set(source.findings.map(({ code }) => code))];
  return {
    actor,
    commandId,
    imported: {
      importId,
      sheet: source.sheet,
      row: source.row,
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(byImport ? { datedByImport: true as const } : {}),
    },
    ...(month ? { datePrecision: 'month' as const } : {}),
    ...(command.basis ? { basis: command.basis } : {}),
    ...(command.note ? { note: command.note } : {}),
    ...(approver === undefined ? {} : { approver }),
  };
};

/** What was refused, as a finding of its row. */
const refusalOf = (step: Planned, recorded: boolean, error: Rejected): FindingCode => {
  if (error.code === 'period-closed') return 'period-closed';
  if (!step.essential) return 'order-odd';
  if (recorded) return 'differs-from-recorded';
  return error.code === 'arrival-before-project' ? 'arrival-before-project' : 'not-possible';
};

interface Attempt {
  readonly events: readonly NewEvent<ProjectEvent>[];
  readonly changed: ReadonlySet<LedgerRow>;
}

/** What was refused so far: rows as a whole, and single facts that are left out of sound rows. */
export interface Refused {
  readonly rows: Set<LedgerRow>;
  readonly facts: Set<Planned>;
}

/** What one run is made of. */
interface Run {
  readonly plan: ProjectPlan;
  readonly past: readonly Placed[];
  readonly changes: ReadonlyMap<LedgerRow, readonly FieldChange[]>;
  readonly others: ReadonlyMap<LedgerRow, KeptChanges>; // of columns without a field
  readonly refused: Refused;
  readonly commandId: string;
  readonly deciding: Deciding;
}

/** A project on the way through a run: where it stands, and what was added to it. */
interface Course {
  readonly told: () => Told;
  readonly state: () => ReturnType<typeof fold>;
  /** The facts of a command as things now stand. Throws Rejected. */
  readonly decided: (command: ProjectCommand, circumstances: Circumstances) => readonly Placed[];
  readonly events: NewEvent<ProjectEvent>[];
  readonly changed: Set<LedgerRow>;
  readonly add: (news: readonly Placed[], source: LedgerRow, meta: EventMeta) => void;
}

const courseOf = ({ plan, past, refused, commandId }: Run): Course => {
  const history = [...past];
  let state = fold(history);
  let latest = history.reduce((day, { occurredOn }) => (occurredOn > day ? occurredOn : day), '');
  const events: NewEvent<ProjectEvent>[] = [];
  const changed = new Set<LedgerRow>();
  const keptSaid = new Set<LedgerRow>();
  /** The event as it is recorded: what else its row says is kept with the first one. */
  const recorded = ({ version, type, occurredOn, data }: Placed, source: LedgerRow, meta: EventMeta) => {
    const kept = keptSaid.has(source) ? {} : plan.keptOf(source, refused.facts);
    keptSaid.add(source);
    const creates = type === 'LeadRegistered' || type === 'ProjectRecorded';
    const some = Object.keys(kept).length > 0;
    const imported = !creates && some && meta.imported !== undefined ? { ...meta.imported, kept } : meta.imported;
    return {
      id: uuid(String(version), commandId),
      event: { type, occurredOn, data: creates && some ? { ...data, extra: kept } : data } as ProjectEvent,
      schemaVersion: schemaVersionOf(type),
      meta: imported === undefined ? meta : { ...meta, imported },
    };
  };
  const add = (news: readonly Placed[], source: LedgerRow, meta: EventMeta): void => {
    for (const one of news) {
      history.push(one);
      const next = apply(state, one, latest);
      state = next === 'refold' ? fold(history) : next;
      if (one.occurredOn > latest) latest = one.occurredOn;
      events.push(recorded(one, source, meta));
      changed.add(source);
    }
  };
  const told = (): Told => toldIn(history);
  const decided = (command: ProjectCommand, circumstances: Circumstances): readonly Placed[] =>
    placed(decide(command, state, circumstances, told()), told().version);
  return { told, state: () => state, decided, events, changed, add };
};

/** Corrects what a row says otherwise than it is recorded. False where that reaches a closed month: the row is refused. */
const correctRow = (
  { told, decided, add }: Course,
  { refused, commandId, deciding: { importId, actor, circumstances, approverOf } }: Run,
  row: LedgerRow,
  changes: readonly FieldChange[],
): boolean => {
  const approver = approverOf(row) ?? actor.user;
  const by = { reason: `导入台账：${row.sheet} 第 ${row.row} 行`, approver };
  const meta: EventMeta = { actor, commandId, imported: { importId, sheet: row.sheet, row: row.row }, approver };
  const { today, closedMonths } = circumstances;
  for (const change of changes)
    try {
      const correction = correctionOf(change, today, by);
      if (approverOf(row) === null && reachesClosedMonth(correction, today, closedMonths, told())) {
        sayOnce(row, 'period-closed', change.field, change.shown.to);
        refused.rows.add(row);
        return false;
      }
      add(decided(correction, circumstances), row, meta);
    } catch (error) {
      if (!(error instanceof Rejected) && !(error instanceof InvalidCommand)) throw error;
      const said = error instanceof Rejected ? error.sentence : error.errors[0]!;
      sayOnce(row, 'value-left-out', change.field, change.shown.to, { zh: said.zh, en: `${said.en}.` });
    }
  return true;
};

/** Leaves out what was refused: the fact, or its row where that is unsound with it. */
const leaveOut = (step: Planned, error: Rejected, { past, refused }: Run): void => {
  const { source, field, command } = step;
  sayOnce(source, refusalOf(step, past.length > 0, error), field, command.occurredOn ?? null, error.sentence);
  if (isUnsound(source.findings)) refused.rows.add(source);
  else refused.facts.add(step);
};

/** Takes the plan's steps in order. False where one was refused of a row that was told already, or of the plan's own. */
const takeSteps = ({ decided, state, changed, add }: Course, run: Run): boolean => {
  const { plan, past, refused, commandId, deciding } = run;
  const { importId, actor, circumstances, approverOf } = deciding;
  const arrivals = knownArrivals();
  for (const step of inOrder(plan.planned.filter((one) => !refused.facts.has(one)))) {
    if (refused.rows.has(step.source)) continue;
    try {
      if (past.length > 0 && (saysAgain(step, state()) || arrivals.isKnown(step, state()))) continue;
      const command = arrivals.named(step.command);
      const approver = approverOf(step.source) ?? step.command.approver;
      const allowed = approver === undefined ? circumstances : { ...circumstances, closedMonths: NONE_CLOSED };
      add(decided(command, allowed), step.source, metaOf(step, importId, commandId, actor, approver));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      leaveOut(step, error, run);
      if (changed.has(step.source) || step.source === plan.row) return false;
    }
  }
  return true;
};

/** Records what the rows say now in columns without a field: a change of its own, old and new. */
const recordColumns = ({ decided, add }: Course, { others, refused, commandId, deciding }: Run): void => {
  const { importId, actor, circumstances } = deciding;
  for (const [row, data] of others) {
    if (refused.rows.has(row)) continue;
    sayKeptChanges(row, data);
    const command = readCommand(PROJECT_COMMANDS.RecordColumns, { ...data, occurredOn: circumstances.today });
    const imported = { importId, sheet: row.sheet, row: row.row };
    add(decided(command, circumstances), row, { actor, commandId, imported });
  }
};

/** One run of the plan's steps over what is stored; null where something was refused of a row that was told already: then all is decided anew, without it. */
export const attempt = (run: Run): Attempt | null => {
  const { changes, refused, deciding } = run;
  const course = courseOf(run);
  const { events, changed } = course;
  for (const [row, found] of changes) if (!refused.rows.has(row) && !correctRow(course, run, row, found)) return null;
  if (!takeSteps(course, run)) return null;
  recordColumns(course, run);
  if (events.length === 0 || deciding.hold(course.state())) return { events, changed };
  sayKeptFrom(changed, 'beyond-lists');
  for (const row of changed) refused.rows.add(row);
  return null;
};
