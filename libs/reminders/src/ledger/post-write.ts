import type { PoolClient } from 'pg';
import type { PostChange, WaitingDelivery } from './ledger.ts';

const TAKEN = {
  name: 'luodi-delivery-taken',
  text: `delete from delivery d using unnest($1::text[], $2::text[]) as x(channel, recipient) where (d.channel, d.recipient) = (x.channel, x.recipient)
    returning d.channel, d.recipient as "to", d.at, d.attempt, array_to_string(d.keys, ',') as keys`,
};
/** Takes away what waits for these recipients, and answers what of it was not meant: that waits on. */
const take = async (tx: PoolClient, taken: PostChange['taken']): Promise<readonly WaitingDelivery[]> => {
  if (taken.length === 0) return [];
  const { rows } = await tx.query<Omit<WaitingDelivery, 'keys'> & { readonly keys: string }>({
    ...TAKEN,
    values: [taken.map(({ channel }) => channel), taken.map(({ to }) => to)],
  });
  const gone = new Map(taken.map(({ channel, to, keys }) => [`${channel}|${to}`, new Set(keys)]));
  return rows
    .map((row) => ({
      ...row,
      keys: row.keys.split(',').filter((key) => !gone.get(`${row.channel}|${row.to}`)!.has(key)),
    }))
    .filter(({ keys }) => keys.length > 0);
};

/** Writes what a step changes about deliveries: first those that wait no more go, then the new ones come. */
export const writePost = async (
  tx: PoolClient,
  { taken, waiting: anew, started, ended, outboxes }: PostChange,
): Promise<void> => {
  const waiting = [...(await take(tx, taken)), ...anew];
  if (waiting.length > 0)
    await tx.query({
      name: 'luodi-delivery-waits',
      text: `insert into delivery (channel, recipient, at, attempt, keys) select channel, recipient, at, attempt, keys::uuid[] from unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::text[]) as r(channel, recipient, at, attempt, keys)`,
      values: [
        waiting.map(({ channel }) => channel),
        waiting.map(({ to }) => to),
        waiting.map(({ at }) => at),
        waiting.map(({ attempt }) => attempt),
        waiting.map(({ keys }) => `{${keys.join(',')}}`),
      ],
    });
  if (started.length > 0)
    await tx.query({
      name: 'luodi-message-started',
      text: `insert into message (id, channel, recipient, state, started_at, at, attempt, keys) select id, channel, recipient, 'taken', at, at, attempt, array(select json_array_elements_text(keys)::uuid)
      from json_to_recordset($1::json) as r(id uuid, channel text, recipient text, at timestamptz, attempt integer, keys json)`,
      values: [
        JSON.stringify(
          started.map(({ message, channel, to, at, attempt, keys }) => ({
            id: message,
            channel,
            recipient: to,
            at,
            attempt,
            keys,
          })),
        ),
      ],
    });
  if (ended.length > 0)
    await tx.query({
      name: 'luodi-message-ended',
      text: 'update message m set state = r.state, at = r.at, detail = r.detail from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) as r(id, state, at, detail) where m.id = r.id',
      values: [
        ended.map(({ message }) => message),
        ended.map(({ state }) => state),
        ended.map(({ at }) => at),
        ended.map(({ detail }) => detail),
      ],
    });
  if (outboxes.length > 0)
    await tx.query({
      name: 'luodi-outbox',
      text: 'insert into outbox (channel, recipient, version) select * from unnest($1::text[], $2::text[], $3::integer[]) on conflict (channel, recipient) do update set version = excluded.version',
      values: [
        outboxes.map(({ channel }) => channel),
        outboxes.map(({ to }) => to),
        outboxes.map(({ version }) => version),
      ],
    });
};
