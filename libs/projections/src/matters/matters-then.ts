import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import type { RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import type { AsOf } from '../lists/list-question.ts';
import { layMatters, readMatter, type MatterLaid } from './matter-model.ts';
import { listMatters, type MatterPage, type MatterQuestion } from './matter-list.ts';

const AT_ONCE = 64; // streams read side by side

/** What was told of a matter up to a day and a position: the beginning of its stream. */
const toldBy = (history: readonly RecordedEvent[], { day, position }: AsOf): readonly RecordedEvent[] => {
  const later = history.findIndex(
    ({ event, position: at }) => event.occurredOn > day || (position !== null && at > position),
  );
  return later === -1 ? history : history.slice(0, later);
};

const rowsThen = async (
  store: EventStore,
  kind: string,
  ids: readonly string[],
  at: AsOf,
): Promise<readonly MatterLaid[]> => {
  const rows: MatterLaid[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const read = await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => store.readStream(`${kind}-${id}`)));
    for (const history of read) {
      const told = toldBy(history, at);
      if (told.length > 0) rows.push(...readMatter(told).rows);
    }
  }
  return rows;
};

/**
 * Matters as they stood at the end of a business day, as known at a position; who may see them is asked as of today. They are folded anew and asked
 * like the present ones. Cost: the streams of that kind opened by that day, hundreds a year.
 */
export const listMattersThen = async (
  pool: Pool,
  store: EventStore,
  question: MatterQuestion,
  at: AsOf,
): Promise<MatterPage> => {
  const { kind, id } = question;
  const { rows: opened } = await pool.query<{ id: string }>(
    'select id from matter where kind = $1 and opened_on <= $2::date and ($3::text is null or id = $3)',
    [kind, at.day, id ?? null],
  );
  const rows = await rowsThen(
    store,
    kind,
    opened.map((one) => one.id),
    at,
  );
  return inTransaction(pool, async (tx: PoolClient) => {
    await tx.query('create temporary table matter_then (like matter, primary key (kind, id)) on commit drop');
    await layMatters(tx, 'matter_then', rows);
    return listMatters(tx, question, 'matter_then');
  });
};
