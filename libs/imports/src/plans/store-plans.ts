import type { Circumstances } from '#domain';
import { WrongExpectedVersion, type Append } from '#event-store';
import { assemble, type ProjectPlan } from '../rows/assemble.ts';
import { breath } from '../breath.ts';
import { takenBy, type Decided } from '../judge/decisions.ts';
import { decidePlan, type DecidedPlan } from './decide-plan.ts';
import type { Deciding } from './deciding.ts';
import { commandIdOf } from './ids.ts';
import type { ImportRequest, ImportTools } from '../request.ts';
import type { Judged } from '../judge/judge.ts';
import type { Ledger } from '../rows/ledger.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';

interface Run {
  readonly importId: string;
  readonly round: number; // runs before this one
  readonly second: (row: LedgerRow) => string | null; // who let the row into a closed month
}
const PROJECTS_AT_ONCE = 500;

/**
 * Decides every plan in batches and, unless it is a dry run, appends each batch in large transactions; two batches are in memory at most.
 * A plan is whole or absent. Answers the places of the rows that changed something.
 */
export const storePlans = async (
  ledger: Ledger,
  judged: Judged,
  { importId, round, second }: Run,
  decided: Decided,
  { dryRun, today, actor, onProgress, decisions = [] }: ImportRequest,
  { store, stored, closed, lists }: Pick<ImportTools, 'store' | 'stored' | 'closed' | 'lists'>,
): Promise<(place: number) => boolean> => {
  const circumstances: Circumstances = {
    today,
    closedMonths: closed?.months ?? new Set(),
    gates: { preReview: false, jointReview: false },
    people: new Map(),
  };
  const corrects = (row: LedgerRow): boolean => decided(row)?.decision === 'same';
  const settled = (row: LedgerRow): boolean => ['same', 'new'].includes(decided(row)?.decision ?? 'later');
  const takes = takenBy(decisions);
  const approverOf = (row: LedgerRow): string | null => decided(row)?.approver ?? second(row);
  const aside = (await lists?.aside()) ?? new Set<string>();
  const hold = lists?.hold ?? (() => true);
  const deciding: Deciding = { importId, actor, circumstances, corrects, settled, takes, approverOf, aside, hold };
  const changed = new Uint8Array(ledger.length);
  const keepAll = ({ rows }: ProjectPlan): void => {
    for (const row of rows) ledger.keep(row);
  };
  const decideOne = async (number: number): Promise<DecidedPlan> => {
    const plan = assemble(ledger, judged, number, importId, today, settled);
    const history = plan.stored === null ? [] : await stored.history(plan.id);
    const one = decidePlan(plan, history, commandIdOf(importId, plan.id, round), deciding);
    for (const { place } of one.changed) changed[place] = 1;
    keepAll(plan);
    return one;
  };
  const write = async (appends: readonly DecidedPlan[]): Promise<void> => {
    const answers = await store.appendMany(
      appends.map(({ plan, expected, events }): Append => ({ stream: `project-${plan.id}`, expected, events })),
    );
    for (const [index, answer] of answers.entries())
      if (answer instanceof WrongExpectedVersion) {
        // Somebody wrote to the project meanwhile: decide again on what it is now.
        const { plan } = appends[index]!;
        const history = await store.readStream(answer.stream);
        const again = decidePlan(plan, history, commandIdOf(importId, plan.id, round), deciding);
        keepAll(plan);
        if (again.events.length > 0) await store.append(answer.stream, again.expected, again.events);
      }
  };
  const plans = judged.plans.length();
  let writing: Promise<void> = Promise.resolve(); // the batch before is stored while the next is decided
  try {
    for (let from = 0; from < plans; from += PROJECTS_AT_ONCE) {
      const to = Math.min(from + PROJECTS_AT_ONCE, plans);
      const found = await Promise.all(Array.from({ length: to - from }, (_, index) => decideOne(from + index)));
      const appends = found.filter(({ events }) => events.length > 0);
      await writing;
      if (!dryRun && appends.length > 0) {
        writing = write(appends);
        writing.catch(() => undefined); // awaited below
      }
      onProgress?.(to, plans);
      await breath();
    }
  } finally {
    await writing; // also where it was stopped: a batch under way is whole before the file is let go
  }
  return (place) => changed[place] === 1;
};
