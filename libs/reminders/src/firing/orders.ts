import {
  decideMatter,
  IssueOrder,
  mention,
  ORDER,
  schemaVersionOf,
  type Actor,
  type Addressee,
  type IssuedNotice,
  type OrderRung,
  type People,
  type RecordedEvent,
} from '#domain';
import type { Append, EventStore } from '#event-store';
import { groupedBy } from './dispatch.ts';
import { catchUp } from '../ledger/fold.ts';
import type { FoldTools } from '../ledger/owed-now.ts';
import { OFFICE } from '../owed/addressees.ts';
import { UNCHANGED } from '../ledger/ledger.ts';
import { namesIn, orderStream } from '../owed/names.ts';
import { dueDaysOf } from './due-days.ts';
import { ORDER_REGISTERS, orderNumber, serialNumbers } from './numbers.ts';
import { settlementOf } from '../ledger/settlements.ts';

export const PROCESS: Actor = { user: 'reminder-process', unit: null };
export interface OrderTools extends FoldTools {
  readonly projectName: (id: string) => Promise<string>;
}

const namesOf = (to: readonly Addressee[]): People =>
  new Map(to.flatMap(({ id, person }) => (id === undefined || person === null ? [] : [[id, person]])));

const AT_ONCE = 200;
const eventId = namesIn('3d5f6c53-0f9f-4c2c-8f69-7f7d0b0a2a55');

type Opening = IssuedNotice & { readonly rung: OrderRung; readonly issuedOn: RecordedEvent['event']['occurredOn'] };

/** The notices of these keys as the log holds them. `positions`: of the records that issued them. */
const issuedAt = async (
  store: EventStore,
  positions: readonly string[],
  keys: ReadonlySet<string>,
): Promise<readonly Opening[]> => {
  const records = await Promise.all(
    [...new Set(positions)].map(async (position) => (await store.recordAt(BigInt(position)))!),
  );
  return records.flatMap((record) =>
    settlementOf(record)!.issued.flatMap((one) =>
      keys.has(one.key) ? [{ ...one, rung: one.rung as OrderRung, issuedOn: record.event.occurredOn }] : [],
    ),
  );
};

/** Answers the keys whose orders had been opened before. */
const open = async (
  { store, rules, projectName }: OrderTools,
  openings: readonly Opening[],
): Promise<readonly string[]> => {
  const before: string[] = [];
  const { policyOn, calendar } = await rules();
  for (const own of groupedBy(openings, ({ rung, issuedOn }) => `${rung} ${issuedOn.slice(0, 4)}`).values()) {
    const { rung, issuedOn } = own[0]!;
    const year = issuedOn.slice(0, 4);
    const numbers = await serialNumbers(
      store,
      ORDER_REGISTERS[rung].register,
      year,
      own.map(({ key }) => key),
      issuedOn,
      PROCESS,
    );
    const answers = await store.appendMany(
      await Promise.all(
        own.map(async (one): Promise<Append> => {
          const { key, project, subject, clock, covers, to } = one;
          const due = await dueDaysOf(store, { policyOn, calendar }, subject, issuedOn);
          const command = Object.assign(new IssueOrder(), {
            project: project ?? subject,
            projectName: project === null ? subject : await projectName(project),
            number: orderNumber(ORDER_REGISTERS[rung].word, year, numbers.get(key)!),
            rung,
            clock,
            unit: to.find(({ unit }) => unit !== null)?.unit ?? OFFICE.role,
            people: [...new Set(to.flatMap(({ person, id }) => (id === undefined ? (person ?? []) : mention(id))))],
            breached: [one, ...covers].map((name) => ({ clock: name.clock, due: due(name.clock) ?? name.on })),
          });
          const [event] = decideMatter(
            ORDER,
            command,
            { state: 'none' },
            {
              today: one.issuedOn,
              actor: PROCESS,
              people: namesOf(to),
              standsFor: () => false,
              standsInFor: () => false,
              policyOn,
              calendar,
            },
          );
          return {
            stream: orderStream(key),
            expected: 'any',
            events: [
              {
                id: eventId(`order|${key}`),
                event: event!,
                schemaVersion: schemaVersionOf(event!.type),
                meta: { actor: PROCESS, commandId: `issue:${key}` },
              },
            ],
          };
        }),
      ),
    );
    before.push(
      ...own.flatMap(({ key }, index) => {
        const answer = answers[index]!;
        return 'repeated' in answer && answer.repeated ? [key] : [];
      }),
    );
  }
  return before;
};

/**
 * Opens the orders of issued notices that have none yet, with their serial numbers. That a notice opens an order follows from the log, so a worker that dies
 * in between leaves it to the next; repeated, it is the same order with the same number.
 */
export const openOrders = async (tools: OrderTools): Promise<void> => {
  for (;;) {
    const rows = await tools.ledger.unopened(AT_ONCE);
    if (rows.length === 0) return;
    const before = await open(
      tools,
      await issuedAt(
        tools.store,
        rows.flatMap(({ settledIn }) => settledIn ?? []),
        new Set(rows.map(({ key }) => key)),
      ),
    );
    await catchUp(tools); // folds the orders that were opened now
    if (before.length > 0)
      await tools.ledger.step(async (at) => ({ ...at, ...UNCHANGED, opening: { add: [], done: before } }));
  }
};
