import { v5 as uuid } from 'uuid';
import {
  apply,
  decide,
  fold,
  placed,
  Rejected,
  sameMoney,
  schemaVersionOf,
  type Actor,
  type Circumstances,
  type EventMeta,
  type NewEvent,
  type Placed,
  type ProjectCommand,
  type ProjectEvent,
  type RecordedEvent,
} from '#domain';
import type { ProjectPlan } from '../rows/assemble.ts';
import { inOrder, type Planned } from './commands-of.ts';
import { finding, verdictOf } from '../judge/findings.ts';
import { commandIdOf } from './ids.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';

export interface Decided {
  readonly plan: ProjectPlan;
  readonly events: readonly NewEvent<ProjectEvent>[];
  readonly expected: number;
  readonly changed: ReadonlySet<LedgerRow>;
}

const placedOf = (history: readonly RecordedEvent[]): readonly Placed[] =>
  history.map(({ event, version, position }) => ({ ...(event as ProjectEvent), version, position }));

/** A contract that the log already holds, told again: the same number, day and amount (as signed, or as amended since). */
const sameContract = (command: ProjectCommand, past: readonly Placed[]): boolean => {
  if (command.type !== 'SignContract') return false;
  const project = fold(past);
  const contract = project.phase === 'none' ? null : project.contract;
  return (
    contract !== null &&
    contract.on === command.occurredOn &&
    (command.number ?? null) === contract.number &&
    (sameMoney(command.contracted, contract.original) || sameMoney(command.contracted, contract.contracted))
  );
};

const metaOf = ({ month, source, command }: Planned, importId: string, commandId: string, actor: Actor): EventMeta => {
  const warnings = [...new Set(source.findings.map(({ code }) => code))];
  return {
    actor,
    commandId,
    imported: { importId, sheet: source.sheet, row: source.row, ...(warnings.length > 0 ? { warnings } : {}) },
    ...(month ? { datePrecision: 'month' as const } : {}),
    ...(command.basis ? { basis: command.basis } : {}),
    ...(command.note ? { note: command.note } : {}),
    ...(command.approver ? { approver: command.approver } : {}),
  };
};

/**
 * Runs a project's planned commands through its decider, in business order, on what is stored. A row whose essential fact is refused is not
 * stored at all; a fact beside the point that does not fit is left out and said. Of a project already stored only new facts become events.
 */
export const decidePlan = (
  plan: ProjectPlan,
  stored: readonly RecordedEvent[],
  importId: string,
  circumstances: Circumstances,
  actor: Actor,
): Decided => {
  const commandId = commandIdOf(importId, plan.id);
  const own = stored.filter(({ meta }) => meta.commandId === commandId);
  if (own.length > 0)
    // this import wrote it before it was cut short: the same answer as then
    return { plan, events: [], expected: stored.length, changed: new Set(plan.planned.map(({ source }) => source)) };

  const past = placedOf(stored);
  const refused = new Set<LedgerRow>();
  for (let attempt = 0; ; attempt += 1) {
    const history = [...past];
    let state = fold(history);
    let latest = history.reduce((day, { occurredOn }) => (occurredOn > day ? occurredOn : day), '');
    const events: NewEvent<ProjectEvent>[] = [];
    const changed = new Set<LedgerRow>();
    let again = false;
    for (const step of inOrder(plan.planned.filter(({ source }) => !refused.has(source)))) {
      try {
        if (past.length > 0 && sameContract(step.command, past)) continue;
        const news = placed(decide(step.command, state, circumstances, history), history);
        for (const one of news) {
          history.push(one);
          const next = apply(state, one, latest);
          state = next === 'refold' ? fold(history) : next;
          if (one.occurredOn > latest) latest = one.occurredOn;
        }
        if (news.length > 0) changed.add(step.source);
        for (const { version, type, occurredOn, data } of news)
          events.push({
            id: uuid(String(version), commandId),
            event: { type, occurredOn, data } as ProjectEvent,
            schemaVersion: schemaVersionOf(type),
            meta: metaOf(step, importId, commandId, actor),
          });
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        const field = step.field as Parameters<LedgerRow['cellOf']>[0];
        const code = !step.essential
          ? 'order-odd'
          : past.length > 0
            ? 'differs-from-recorded'
            : error.code === 'arrival-before-project'
              ? 'arrival-before-project'
              : 'not-possible';
        if (!step.source.findings.some((one) => one.code === code && one.field === field))
          step.source.findings.push(
            finding(code, field, step.source.cellOf(field), step.command.occurredOn ?? null, error.sentence),
          );
        if (verdictOf(step.source.findings) === 'reject' || verdictOf(step.source.findings) === 'held') {
          refused.add(step.source);
          again = true;
          break;
        }
      }
    }
    if (again && attempt < 50) {
      if (plan.row !== null && refused.has(plan.row) && plan.stored === null) {
        // without its own row there is no project for the others
        for (const { source } of plan.planned)
          if (source !== plan.row && !refused.has(source)) {
            refused.add(source);
            source.findings.push(
              finding(
                verdictOf(plan.row.findings) === 'held' ? 'project-held' : 'project-rejected',
                'code',
                source.cellOf('code'),
                source.text.code ?? null,
              ),
            );
          }
        return { plan, events: [], expected: stored.length, changed: new Set() };
      }
      continue;
    }
    return { plan, events, expected: stored.length, changed };
  }
};
