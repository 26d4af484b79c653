import { randomUUID } from 'node:crypto';
import {
  dayInShanghai,
  schemaVersionOf,
  type Addressee,
  type Delivery,
  type NewEvent,
  type Organisation,
  type RecordedEvent,
} from '#domain';
import { AppendTooLarge, WrongExpectedVersion } from '#event-store';
import { dispatchOf, type Telling } from './dispatch.ts';
import { absorb, catchUp } from '../ledger/fold.ts';
import type { DueAfter, LedgerAt } from '../ledger/ledger.ts';
import { DISPATCH } from '../owed/names.ts';
import { openOrders, PROCESS, type OrderTools } from './orders.ts';
import type { Reminder } from '../owed/reminder.ts';

export interface FireTools extends OrderTools {
  readonly organisation: () => Promise<Organisation>;
  /** Through which channels beside the inbox somebody is told. */
  readonly routes: () => Promise<(to: Addressee) => readonly Delivery[]>;
}

/** Records what is to become of these rows, at the version that was folded when they were read; 'refused' where another worker has dispatched since, 'too-large' where the log takes only fewer at once. */
const dispatch = async (
  { store }: FireTools,
  rows: readonly Reminder[],
  telling: Telling,
  version: number,
): Promise<readonly RecordedEvent[] | 'refused' | 'too-large'> => {
  const commandId = randomUUID();
  const events = dispatchOf(rows, telling).map((event): NewEvent => ({
    id: randomUUID(),
    event,
    schemaVersion: schemaVersionOf(event.type),
    meta: { actor: PROCESS, commandId },
  }));
  try {
    return (await store.append(DISPATCH, version, events)).events;
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return 'refused';
    if (error instanceof AppendTooLarge && rows.length > 1) return 'too-large';
    throw error;
  }
};

/** A batch that ends in the middle of a subject would part clocks that belong into one notice: its last subject waits for the next. */
const whole = (rows: readonly Reminder[], limit: number): readonly Reminder[] => {
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return rows;
  const kept = rows.filter(({ subject, sendAt }) => subject !== last.subject || sendAt !== last.sendAt);
  return kept.length === 0 ? rows : kept;
};

/** Whether nothing but our own records lies between the place where rows were read and the record that settles them: then the rows still stand as they were read. */
const unchangedSince = ({ position }: LedgerAt, own: readonly bigint[], record: bigint): boolean =>
  BigInt(own.filter((one) => one > position && one < record).length) === record - position - 1n;

/**
 * Settles everything that is due: issues one notice for all clocks of a subject that owe the same people the same rung, and opens the orders that follow. Looks at the
 * log first. While the ledger folds one batch the next is recorded. Two workers at once go in turn: the slower one is refused, and looks again. Answers how many rows it settled.
 */
export const fireAll = async (tools: FireTools, atOnce = 1_000): Promise<number> => {
  let limit = atOnce;
  await catchUp(tools);
  const now = tools.now().toISOString();
  let telling: Telling | null = null;
  let after: DueAfter | null = null;
  let claimed: number | null = null; // version of the dispatch stream that only we have raised since we began, or began again
  let own: bigint[] = [];
  let settled = 0;
  let folding: Promise<void> = Promise.resolve();
  for (;;) {
    const began = performance.now();
    const { at, rows: found }: { readonly at: LedgerAt; readonly rows: readonly Reminder[] } = await tools.ledger.due(
      now,
      limit,
      after,
    );
    const rows = whole(found, limit);
    if (rows.length === 0) break;
    telling ??= { tree: await tools.organisation(), routes: await tools.routes(), today: dayInShanghai(now) };
    const recorded = await dispatch(tools, rows, telling, claimed ?? at.dispatched);
    await folding;
    if (recorded === 'refused') {
      await catchUp(tools);
      [claimed, after, own] = [null, null, []];
      continue;
    }
    if (recorded === 'too-large') {
      limit = Math.ceil(rows.length / 2);
      continue;
    }
    folding = absorb(tools, recorded, unchangedSince(at, own, recorded[0]!.position) ? rows : []);
    folding.catch(() => undefined); // awaited with the next batch, or below
    claimed = recorded.at(-1)!.version;
    own.push(...recorded.map(({ position }) => position));
    after = rows.at(-1)!;
    settled += rows.length;
    if (found.length < limit) break;
    await tools.pace?.(performance.now() - began);
  }
  await folding;
  await openOrders(tools);
  return settled;
};
