import type { Pool, PoolClient } from 'pg';
import type { NewEvent } from '#domain';
import type { EventStore } from './event-store.ts';

/** Facts about what stands in tables (accounts, channels): written with the change that they tell of, on their way into the log. */
export const newsMigration = {
  id: 'event-store-3-news',
  sql: `create table news (
    id         bigint generated always as identity primary key,
    stream     text not null,
    command_id text not null,
    event      jsonb not null
  )`,
} as const;

/** Keeps the facts of one command in the transaction of the change they tell of; `publishNews` brings them into the log afterwards, once, however often it is cut off. */
export const rememberNews = async (
  tx: Pick<PoolClient, 'query'>,
  stream: string,
  facts: readonly NewEvent[],
): Promise<void> => {
  for (const fact of facts)
    await tx.query('insert into news (stream, command_id, event) values ($1, $2, $3)', [
      stream,
      fact.meta.commandId,
      JSON.stringify(fact),
    ]);
};

/** The facts of a stream that are still on their way into the log, in order. */
export const rememberedNews = async (pool: Pick<PoolClient, 'query'>, stream: string): Promise<readonly NewEvent[]> => {
  const { rows } = await pool.query<{ event: NewEvent }>('select event from news where stream = $1 order by id', [
    stream,
  ]);
  return rows.map(({ event }) => event);
};

interface Row {
  readonly id: string;
  readonly stream: string;
  readonly command_id: string;
  readonly event: NewEvent;
}

const COMMANDS_AT_ONCE = 500;
const REMEMBERED = `select id, stream, command_id, event from news
  where command_id in (select command_id from news group by command_id order by min(id) limit ${COMMANDS_AT_ONCE})
  order by id`;

/**
 * Everything remembered and not yet in the log goes there, in order. Safe to call at any time and from several processes: a command that
 * the log already holds is not stored again.
 */
export const publishNews = async (pool: Pool, store: EventStore): Promise<void> => {
  for (;;) {
    const { rows } = await pool.query<Row>({ name: 'luodi-news', text: REMEMBERED });
    if (rows.length === 0) return;
    const commands = new Map<string, { readonly stream: string; readonly events: NewEvent[] }>();
    for (const { stream, command_id, event } of rows) {
      const known = commands.get(command_id);
      if (known === undefined) commands.set(command_id, { stream, events: [event] });
      else known.events.push(event);
    }
    await store.appendMany([...commands.values()].map((one) => ({ ...one, expected: 'any' as const })));
    await pool.query('delete from news where id = any($1::bigint[])', [rows.map(({ id }) => id)]);
  }
};
