import { fold, type NewEvent, type Placed, type ProjectEvent, type RecordedEvent } from '#domain';
import { finding, isUnsound, verdictOf } from '../judge/findings.ts';
import type { ProjectPlan } from '../rows/assemble.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { sayArrivedToDate } from './arrived-to-date.ts';
import { attempt, type Refused } from './attempt.ts';
import { changesOf } from './changes.ts';
import { keptChanges, sayChanges } from './compared.ts';
import type { Deciding } from './deciding.ts';
import { sayKeptFrom } from './kept-from-lists.ts';
import { knownByThen } from './known-since.ts';
import { sayMonthsTold, withoutMonthsTold } from './month-sums.ts';
import { arrivalChanges } from './recorded-arrivals.ts';

export interface DecidedPlan {
  readonly plan: ProjectPlan;
  readonly events: readonly NewEvent<ProjectEvent>[];
  readonly expected: number;
  readonly changed: ReadonlySet<LedgerRow>;
}

const placedOf = (history: readonly RecordedEvent[]): readonly Placed[] =>
  history.map(({ event, version, position }) => ({ ...(event as ProjectEvent), version, position }));

/** Without its own row there is no project for the others. */
const refuseOthers = (plan: ProjectPlan, main: LedgerRow): void => {
  const code = verdictOf(main.findings) === 'held' ? 'project-held' : 'project-rejected';
  for (const row of plan.rows)
    if (row !== main && !isUnsound(row.findings))
      row.findings.push(finding(code, 'code', row.cellOf('code'), row.text.code ?? null));
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
  const others = new Map(
    (past.length === 0 ? [] : own).flatMap((row) => {
      const found = keptChanges(row, stored);
      return found === null ? [] : [[row, found] as const];
    }),
  );
  sayMonthsTold(plan.planned, before, deciding.settled);
  const counted = withoutMonthsTold(plan.planned, before);
  const told = plan.stored === null ? knownByThen(counted, plan.row) : counted;
  const planned = [...told, ...sayArrivedToDate(own, told, before, deciding.takes)];
  const dropped = plan.planned.filter((one) => !counted.includes(one)); // kept as written
  const keptOf: ProjectPlan['keptOf'] = (row, leftOut) => plan.keptOf(row, new Set([...leftOut, ...dropped]));
  const refused: Refused = { rows: new Set(plan.rows.filter(({ findings }) => isUnsound(findings))), facts: new Set() };
  for (let left = plan.planned.length + plan.rows.length; left >= 0; left -= 1) {
    if (plan.row !== null && refused.rows.has(plan.row) && plan.stored === null) {
      refuseOthers(plan, plan.row);
      break;
    }
    const done = attempt({ plan: { ...plan, planned, keptOf }, past, changes, others, refused, commandId, deciding });
    if (done === null) continue;
    return { plan, expected, ...done };
  }
  return { plan, events: [], expected, changed: new Set() };
};
