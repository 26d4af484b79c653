import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { DEFAULT_RULES, NO_ORGANISATION, type Delivery, type IsoDate, type ProjectEvent } from '#domain';
import type { Append } from '#event-store';
import {
  keyOf,
  postgresLedger,
  reminderMigrations,
  UNCHANGED,
  WAITING,
  type DeliverTools,
  type Outlet,
  type Reminder,
  type ReminderLedger,
} from '#reminders';
import type { Bench } from './bench.ts';
import { asNew } from './seed.ts';

/** A size from the environment, so that a short run is possible: BENCH_DUE_ROWS=100000. */
export const sized = (name: string, usual: number): number => Number(process.env[name] ?? usual);

export const withLedger = async ({ pool }: Bench): Promise<ReminderLedger> => {
  await migrate(pool, reminderMigrations);
  return postgresLedger(pool);
};

export const toolsOf = (
  { store }: Bench,
  ledger: ReminderLedger,
  more: {
    readonly now?: () => Date;
    readonly outlet?: Outlet;
    readonly route?: (person: string) => readonly Delivery[];
  } = {},
): DeliverTools => ({
  store,
  ledger,
  now: more.now ?? (() => new Date()),
  rules: async () => DEFAULT_RULES,
  holder: async () => () => ({ id: null, name: '督查员' }),
  organisation: async () => NO_ORGANISATION,
  projectName: async (id) => id,
  routes:
    async () =>
    ({ person }) =>
      person === null ? [] : (more.route?.(person) ?? []),
  outlet: async () => more.outlet ?? null,
});

/** A notice that waits in the ledger for its instant, addressed to one of `people` stewards. */
export const waitingRow = (index: number, sendAt: string, people: number): Reminder => {
  const name = {
    subject: `project-${index}`,
    clock: 'agreed-start',
    policyVersion: 1,
    rung: 'near-due',
    recurrence: 1,
  } as const;
  return {
    ...name,
    key: keyOf(name),
    project: String(index),
    on: sendAt.slice(0, 10) as IsoDate,
    sendAt,
    plan: 'send',
    to: [{ unit: `U${index % 40}`, role: 'steward', person: `steward-${index % people}` }],
    why: null,
    ...WAITING,
  };
};

/** Writes rows into the ledger beside the log, a thousand a step. */
export const putRows = async (ledger: ReminderLedger, rows: readonly Reminder[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += 1_000)
    await ledger.step(async (at) => ({ ...at, ...UNCHANGED, add: rows.slice(from, from + 1_000) }));
};

/** Signed projects whose start lies ahead, the three facts of each in one append, as the form and the import record them. */
export const signedProjects = (
  count: number,
  on: (index: number) => IsoDate,
  agreedStart: (index: number) => IsoDate,
): readonly Append[] =>
  Array.from({ length: count }, (_, index): Append => {
    const command = randomUUID();
    const fact = (type: ProjectEvent['type'], data: object): ProjectEvent =>
      ({ type, occurredOn: on(index), data }) as ProjectEvent;
    return {
      stream: `project-${index}`,
      expected: 0,
      events: [
        fact('ProjectRecorded', { code: `B${index}`, title: `Bench project ${index}`, unit: `U${index % 40}` }),
        fact('OwnerAssigned', {
          unit: `U${index % 40}`,
          steward: `steward-${index % 400}`,
          leader: `leader-${index % 12}`,
        }),
        fact('ContractSigned', {
          contracted: { amount: '30000000.00', currency: 'CNY' },
          agreedStart: agreedStart(index),
        }),
      ].map((event) => asNew(event, command)),
    };
  });
