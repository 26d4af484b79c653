import { v5 as uuid } from 'uuid';
import {
  apply,
  decide,
  fold,
  InvalidCommand,
  placed,
  reachesClosedMonth,
  Rejected,
  schemaVersionOf,
  type Actor,
  type EventMeta,
  type NewEvent,
  type Placed,
  type ProjectEvent,
  type RecordedEvent,
} from '#domain';
import { finding, verdictOf, type FindingCode } from '../judge/findings.ts';
import type { ProjectPlan } from '../rows/assemble.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { changesOf, correctionOf, type FieldChange } from './changes.ts';
import { sayChanges, sayKeptChanges, sayOnce } from './compared.ts';
import type { Deciding } from './deciding.ts';
import { sayKeptFrom } from './kept-from-lists.ts';
import { inOrder, type Planned } from './planned.ts';
import { sayMonthsTold, withoutMonthsTold } from './month-sums.ts';
import { arrivalChanges, knownArrivals } from './recorded-arrivals.ts';
import { saysAgain } from './says-again.ts';

export interface DecidedPlan {
  readonly plan: ProjectPlan;
  readonly events: readonly NewEvent<ProjectEvent>[];
  readonly expected: number;
  readonly changed: ReadonlySet<LedgerRow>;
}

const NONE_CLOSED: ReadonlySet<string> = new Set();

const placedOf = (history: readonly RecordedEvent[]): readonly Placed[] =>
  history.map(({ event, version, position }) => ({ ...(event as ProjectEvent), version, position }));

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

const unsound = (row: LedgerRow): boolean => ['reject', 'held'].includes(verdictOf(row.findings));

/** Without its own row there is no project for the others. */
const refuseOthers = (plan: ProjectPlan, main: LedgerRow): void => {
  const code = verdictOf(main.findings) === 'held' ? 'project-held' : 'project-rejected';
  for (const row of plan.rows)
    if (row !== main && !unsound(row))
      row.findings.push(finding(code, 'code', row.cellOf('code'), row.text.code ?? null));
};

interface Attempt {
  readonly events: readonly NewEvent<ProjectEvent>[];
  readonly changed: ReadonlySet<LedgerRow>;
}

/** What was refused so far: rows as a whole, and single facts that are left out of sound rows. */
interface Refused {
  readonly rows: Set<LedgerRow>;
  readonly facts: Set<Planned>;
}

/** One run of the plan's steps over what is stored; null where something was refused of a row that was told already: then all is decided anew, without it. */
const attempt = (
  plan: ProjectPlan,
  past: readonly Placed[],
  changes: ReadonlyMap<LedgerRow, readonly FieldChange[]>,
  refused: Refused,
  commandId: string,
  { importId, actor, circumstances, approverOf, hold }: Deciding,
): Attempt | null => {
  const history = [...past];
  let state = fold(history);
  let latest = history.reduce((day, { occurredOn }) => (occurredOn > day ? occurredOn : day), '');
  const events: NewEvent<ProjectEvent>[] = [];
  const changed = new Set<LedgerRow>();
  const keptSaid = new Set<LedgerRow>();
  const arrivals = knownArrivals();
  const add = (news: readonly Placed[], source: LedgerRow, meta: EventMeta): void => {
    for (const one of news) {
      history.push(one);
      const next = apply(state, one, latest);
      state = next === 'refold' ? fold(history) : next;
      if (one.occurredOn > latest) latest = one.occurredOn;
      const { version, type, occurredOn } = one;
      const kept = keptSaid.has(source) ? {} : plan.keptOf(source, refused.facts);
      keptSaid.add(source);
      const creates = type === 'LeadRegistered' || type === 'ProjectRecorded';
      const some = Object.keys(kept).length > 0;
      const data = creates && some ? { ...one.data, extra: kept } : one.data;
      const imported = !creates && some && meta.imported !== undefined ? { ...meta.imported, kept } : meta.imported;
      events.push({
        id: uuid(String(version), commandId),
        event: { type, occurredOn, data } as ProjectEvent,
        schemaVersion: schemaVersionOf(type),
        meta: imported === undefined ? meta : { ...meta, imported },
      });
      changed.add(source);
    }
  };
  for (const [row, found] of changes) {
    if (refused.rows.has(row)) continue;
    const approver = approverOf(row) ?? actor.user;
    const by = { reason: `导入台账：${row.sheet} 第 ${row.row} 行`, approver };
    const meta: EventMeta = {
      actor,
      commandId,
      imported: { importId, sheet: row.sheet, row: row.row },
      approver,
    };
    for (const change of found)
      try {
        const correction = correctionOf(change, circumstances.today, by);
        const { today, closedMonths } = circumstances;
        if (approverOf(row) === null && reachesClosedMonth(correction, today, closedMonths, history)) {
          sayOnce(row, 'period-closed', change.field, change.shown.to);
          refused.rows.add(row);
          return null;
        }
        add(placed(decide(correction, state, circumstances, history), history), row, meta);
      } catch (error) {
        if (!(error instanceof Rejected) && !(error instanceof InvalidCommand)) throw error;
        const said = error instanceof Rejected ? error.sentence : error.errors[0]!;
        sayOnce(row, 'value-left-out', change.field, change.shown.to, { zh: said.zh, en: `${said.en}.` });
      }
  }
  for (const step of inOrder(plan.planned.filter((one) => !refused.facts.has(one)))) {
    if (refused.rows.has(step.source)) continue;
    try {
      if (past.length > 0 && (saysAgain(step, state) || arrivals.isKnown(step, state))) continue;
      const command = arrivals.named(step.command);
      const approver = approverOf(step.source) ?? step.command.approver;
      const allowed = approver === undefined ? circumstances : { ...circumstances, closedMonths: NONE_CLOSED };
      add(
        placed(decide(command, state, allowed, history), history),
        step.source,
        metaOf(step, importId, commandId, actor, approver),
      );
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      sayOnce(
        step.source,
        refusalOf(step, past.length > 0, error),
        step.field,
        step.command.occurredOn ?? null,
        error.sentence,
      );
      if (unsound(step.source)) refused.rows.add(step.source);
      else refused.facts.add(step);
      if (changed.has(step.source) || step.source === plan.row) return null;
    }
  }
  if (events.length === 0 || hold(state)) return { events, changed };
  sayKeptFrom(changed, 'beyond-lists');
  for (const row of changed) refused.rows.add(row);
  return null;
};

/**
 * Runs a project's planned commands through its decider, in business order, on what is stored. A row whose essential fact is refused is not
 * stored at all; a fact beside the point that does not fit is left out and said. Of a project already stored only new facts become events, and what is said otherwise waits.
 */
export const decidePlan = (
  plan: ProjectPlan,
  stored: readonly RecordedEvent[],
  commandId: string,
  deciding: Deciding,
): DecidedPlan => {
  const expected = stored.length;
  if (stored.some(({ meta }) => meta.commandId === commandId))
    // this import wrote it before it was cut short: the same answer as then
    return { plan, events: [], expected, changed: new Set(plan.planned.map(({ source }) => source)) };

  if (deciding.aside.has(plan.id)) {
    sayKeptFrom(plan.rows, 'set-aside');
    return { plan, events: [], expected, changed: new Set() };
  }
  const past = placedOf(stored);
  const own = plan.rows.filter(({ kind }) => kind === 'projects' || kind === 'leads');
  const before = fold(past);
  const ofMoney = arrivalChanges(plan.planned, before, (row) => deciding.settled(row) && !deciding.corrects(row));
  const changes = new Map(
    (past.length === 0 ? [] : plan.rows).map((row) => {
      const found = [...(own.includes(row) ? changesOf(row, past) : []), ...(ofMoney.get(row) ?? [])];
      sayChanges(row, found, deciding.corrects(row));
      return [row, found] as const;
    }),
  );
  sayMonthsTold(plan.planned, before, deciding.settled);
  const planned = withoutMonthsTold(plan.planned, before);
  const refused: Refused = { rows: new Set(plan.rows.filter(unsound)), facts: new Set() };
  for (let left = plan.planned.length + plan.rows.length; left >= 0; left -= 1) {
    if (plan.row !== null && refused.rows.has(plan.row) && plan.stored === null) {
      refuseOthers(plan, plan.row);
      break;
    }
    const done = attempt({ ...plan, planned }, past, changes, refused, commandId, deciding);
    if (done === null) continue;
    if (past.length > 0) for (const row of own) if (!done.changed.has(row)) sayKeptChanges(row, stored);
    return { plan, expected, ...done };
  }
  return { plan, events: [], expected, changed: new Set() };
};
