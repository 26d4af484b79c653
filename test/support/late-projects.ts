import { randomUUID } from 'node:crypto';
import { addDays, dayInShanghai, type IsoDate, type NewEvent, type ProjectEvent } from '../../libs/domain/src/index.ts';
import { postgresStore, type Append, type EventStore } from '../../libs/event-store/src/index.ts';
import type { TestDatabase } from './postgres.ts';

const RECORDED_DAYS_AGO = 40; // longer than any holiday: what the facts owed at once is due on whatever day and hour a test runs

const as = (event: object, command: string): NewEvent => ({
  id: randomUUID(),
  event: event as ProjectEvent,
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: command },
});

/** A project signed long ago whose agreed start passed `late` days before it was recorded: it owes its highest rung from the first day. */
const lateProject = (id: string, recordedOn: IsoDate, late: number): Append => {
  const fact = (type: ProjectEvent['type'], occurredOn: IsoDate, data: object) => as({ type, occurredOn, data }, id);
  const signedOn = addDays(recordedOn, -late - 30);
  return {
    stream: `project-${id}`,
    expected: 0,
    events: [
      fact('ProjectRecorded', signedOn, { code: id, title: `项目${id}`, unit: '一组' }),
      fact('OwnerAssigned', signedOn, { unit: '一组', steward: `管家${id.length + (late % 7)}`, leader: '领导' }),
      fact('ContractSigned', signedOn, {
        contracted: { amount: '30000000.00', currency: 'CNY' },
        agreedStart: addDays(recordedOn, -late),
      }),
    ],
  };
};

/** Late projects on a test's database, recorded some weeks ago by the log's own clock. The first calls it; later facts are recorded now. */
export const recordLateProjects = async (
  { pool, url }: Pick<TestDatabase, 'pool' | 'url'>,
  count: number,
  name: string,
): Promise<void> => {
  const then = Date.now() - RECORDED_DAYS_AGO * 86_400_000;
  const { rows } = await pool.query<{ last: Date | string | null }>('select max(recorded_at) as last from event');
  const last = rows[0]?.last == null ? 0 : new Date(rows[0].last).getTime();
  const store = postgresStore({ pool, url, now: () => Math.max(then, last) }); // the log refuses a clock behind its last record
  try {
    const on = dayInShanghai(new Date(then).toISOString());
    await store.appendMany(Array.from({ length: count }, (_, n) => lateProject(`${name}${n}`, on, 35 + (n % 50))));
  } finally {
    await store.close();
  }
};

/** Everything that stands in the log. */
export const wholeLog = (store: EventStore) => store.readAll(0n, 1_000_000);
