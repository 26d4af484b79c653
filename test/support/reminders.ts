import type { DomainEvent, IsoDate, RecordedEvent } from '../../libs/domain/src/index.ts';
import { keyOf } from '../../libs/reminders/src/owed/names.ts';
import { sendingOf, WAITING, type Reminder } from '../../libs/reminders/src/owed/reminder.ts';

const NEAR_DUE = {
  subject: 'project-a',
  clock: 'agreed-start',
  policyVersion: 1,
  rung: 'near-due',
  recurrence: 1,
  on: '2026-06-01' as IsoDate,
  plan: 'send',
  to: [{ unit: '01', role: 'steward', person: '管家' }],
  why: null,
} as const;

/** A line of the ledger that waits for nine o'clock of its day, under the key that follows from its name. */
export const waiting = (more: Partial<Reminder> = {}): Reminder => {
  const name = { ...NEAR_DUE, ...WAITING, ...more };
  return {
    ...{ project: name.subject.slice('project-'.length), sendAt: sendingOf(name.on), key: keyOf(name) },
    ...name,
  };
};

/** A record of the log, of the first of June at noon. */
export const recordOf = <E extends DomainEvent>(
  stream: string,
  type: E['type'],
  data: E['data'],
  more: Partial<RecordedEvent> = {},
): RecordedEvent<E> =>
  ({
    ...{ id: `${stream} ${type}`, stream, version: 1, position: 7n, schemaVersion: 1, previousHash: '', hash: '' },
    event: { type, occurredOn: '2026-06-01', data },
    ...{ recordedAt: '2026-06-01T04:00:00.000Z', meta: { actor: { user: 'x', unit: null }, commandId: 'c' } },
    ...more,
  }) as RecordedEvent<E>;
