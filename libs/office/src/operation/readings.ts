import { readSeals, sealingOf } from '#audit';
import { setAside } from '#event-store';
import { readCheckpoint } from '#projections';
import { ledgerFoldedTo } from '#reminders';
import type { Reading, Readings } from '#telemetry';
import type { Office } from '../office.ts';
import { secondsBehind } from './lag.ts';

/** What an operator watches, and what it says. Alert rules: docker/monitoring/alerts.yaml. */
const READINGS = {
  luodi_log_head: 'Position of the newest record of the log',
  luodi_model_behind_seconds: 'Age of the oldest record that a model kept up with the log lacks',
  luodi_set_aside: 'Streams that cannot be folded and stand in the lists as before the fact that is in the way',
  luodi_unsealed_records: 'Records that no seal covers',
  luodi_unsealed_seconds: 'Age of the oldest record that no seal covers',
  luodi_reminders_waiting: 'Reminders that are due and not sent yet',
  luodi_reminders_overdue: 'Reminders that were due an hour ago and have no outcome',
  luodi_reminders_missed: 'Reminders without an outcome at the last morning audit',
  luodi_canary_seconds: 'Time since the queue last carried a message round',
  luodi_connections: 'Connections of this process to PostgreSQL, by state',
} as const;

type Named = Reading & { readonly name: keyof typeof READINGS };

const ago = (instant: string | null, now: Date): number =>
  instant === null ? 0 : Math.max(0, (now.getTime() - Date.parse(instant)) / 1000);

const ofModels = async ({ pool, store, now }: Office): Promise<readonly Named[]> => {
  const reached = {
    projects: (await readCheckpoint(pool)).position,
    reminders: await ledgerFoldedTo(pool),
  };
  return Promise.all(
    Object.entries(reached).map(async ([model, position]) => ({
      name: 'luodi_model_behind_seconds' as const,
      labels: { model },
      value: await secondsBehind(store, position, now()),
    })),
  );
};

const ofSeals = async ({ pool, store, now }: Office): Promise<readonly Named[]> => {
  const { unsealed } = await sealingOf(store, await readSeals(pool));
  return [
    { name: 'luodi_unsealed_records', value: unsealed.events },
    { name: 'luodi_unsealed_seconds', value: ago(unsealed.since, now()) },
  ];
};

const ofReminders = async ({ reminders, now }: Office): Promise<readonly Named[]> => {
  const { waiting, overdue, missed, canaryAt } = await reminders.watch.state();
  return [
    { name: 'luodi_reminders_waiting', value: waiting },
    { name: 'luodi_reminders_overdue', value: overdue },
    { name: 'luodi_reminders_missed', value: missed ?? 0 },
    { name: 'luodi_canary_seconds', value: ago(canaryAt, now()) },
  ];
};

const ofConnections = ({ pool }: Office): readonly Named[] =>
  Object.entries({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    'asked-for': pool.waitingCount,
  }).map(([state, value]) => ({ name: 'luodi_connections' as const, labels: { state }, value }));

/** The readings of an office. Cost of a scrape: some counts by index, and the records after the last seal (a minute’s). */
export const readingsOf = (office: Office): Readings => ({
  help: READINGS,
  take: async () => [
    { name: 'luodi_log_head', value: Number(await office.store.head()) },
    { name: 'luodi_set_aside', value: (await setAside(office.pool)).length },
    ...ofConnections(office),
    ...(await ofModels(office)),
    ...(await ofSeals(office)),
    ...(await ofReminders(office)),
  ],
});
