import { DEFAULT_RULES, NO_ORGANISATION } from '#domain';
import { memoryStore } from '#event-store';
import { memoryLedger } from '../ledger/ledger-memory.ts';
import { reminderProcess } from './process.ts';
import { UNCHANGED } from '../ledger/ledger.ts';
import { WAITING, type Reminder } from '../owed/reminder.ts';

const at = (milliseconds: number): Date => new Date(Date.parse('2026-06-01T01:00:00.000Z') + milliseconds);
const row = (key: string, sendAt: Date): Reminder => ({
  key,
  subject: `project-${key}`,
  project: key,
  clock: 'agreed-start',
  policyVersion: 1,
  rung: 'near-due',
  recurrence: 1,
  on: '2026-06-01' as Reminder['on'],
  sendAt: sendAt.toISOString(),
  plan: 'send',
  to: [{ unit: '01', role: 'steward', person: '管家' }],
  why: null,
  ...WAITING,
});

/** One wake at `at(0)`; while it works, before it asks what comes next, `passing` milliseconds go by. Answers the alarm it sets. */
const alarmAfter = async (waiting: readonly Reminder[], passing: number): Promise<Date | null> => {
  let now = at(0);
  const ledger = memoryLedger();
  await ledger.step(async () => ({ ...UNCHANGED, position: 0n, rules: DEFAULT_RULES.id, dispatched: 0, add: waiting }));
  let set: Date | null = null;
  const process = reminderProcess(
    {
      store: memoryStore(() => now),
      ledger: {
        ...ledger,
        nextAt: () => {
          now = at(passing);
          return ledger.nextAt();
        },
      },
      now: () => now,
      rules: async () => DEFAULT_RULES,
      holder: async () => () => null,
      organisation: async () => NO_ORGANISATION,
      routes: async () => () => [],
      projectName: async (id) => id,
      outlet: async () => null,
    },
    {
      set: async (instant) => {
        set = instant;
      },
    },
  );
  await process.wake();
  return set;
};

describe('the alarm for what comes next', () => {
  it('is the instant of the next notice', async () =>
    expect(await alarmAfter([row('later', at(60_000))], 0)).toEqual(at(60_000)));
  it('is not put off for a notice that fell due while the ones before it were issued', async () =>
    expect(await alarmAfter([row('meanwhile', at(5))], 10)).toEqual(at(5)));
  it('is not needed where nothing waits', async () => expect(await alarmAfter([], 0)).toBeNull());
});
