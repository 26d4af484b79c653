import { needs } from '../../../../test/support/left-out.ts';
import { relayTo } from '../../../../test/support/relay.ts';
import { redisServers, type RedisServers } from '../../../../test/support/redis-group.ts';
import { until } from '../../../../test/support/soon.ts';
import { REDIS } from '../../../../test/support/redis.ts';
import { openAlarms, type Alarms } from './queue.ts';
import { readRedisPlace, type RedisPlace } from './redis-place.ts';

const MUTE_AFTER_MS = 12_000; // more than the queue waits by itself
const SLOTS = 16_384;

/** A test with servers of its own: they wait for each other's silence, and do so side by side. */
const withServers =
  <Case extends readonly unknown[]>(work: (servers: RedisServers, ...given: Case) => Promise<void>) =>
  async (...given: Case): Promise<void> => {
    const servers = await redisServers();
    try {
      await work(servers, ...given);
    } finally {
      await servers.stop();
    }
  };

const ringing = async (redis: RedisPlace): Promise<{ readonly alarms: Alarms; readonly rung: () => number }> => {
  const alarms = await openAlarms({ databaseUrl: 'postgres://none', redis, muteAfterMs: MUTE_AFTER_MS });
  let rung = 0;
  const nothing = async (): Promise<void> => undefined;
  await alarms.work({
    wake: async () => {
      rung += 1;
    },
    canary: nothing,
    audit: nothing,
  });
  return { alarms, rung: () => rung };
};
/** It is set until it rings, as each new fact sets it: one that fell into the change of masters is not waited for. */
const rings = async ({ alarms, rung }: Awaited<ReturnType<typeof ringing>>): Promise<void> => {
  const before = rung();
  await until('it rings', async () => {
    await alarms.set(new Date());
    return rung() > before;
  });
};

/** A master and its replica, watched by a sentinel that puts the one in place of the other. */
const watched = async (servers: RedisServers) => {
  const master = await servers.start();
  const replica = await servers.start('--replicaof', `127.0.0.1 ${master.port}`);
  const sentinel = await servers.startSentinel([
    `sentinel monitor office 127.0.0.1 ${master.port} 1`,
    'sentinel down-after-milliseconds office 1000',
    'sentinel failover-timeout office 5000',
  ]);
  await until('the replica is known', async () =>
    String(await sentinel.ask('sentinel', 'replicas', 'office')).includes(String(replica.port)),
  );
  await until('the replica follows', async () =>
    String(await replica.ask('info', 'replication')).includes('master_link_status:up'),
  );
  const isFailedOver = async (): Promise<boolean> =>
    String(await sentinel.ask('sentinel', 'get-master-addr-by-name', 'office')).endsWith(`,${replica.port}`);
  return { master, isFailedOver, place: readRedisPlace(`redis+sentinel://127.0.0.1:${sentinel.port}/office`)! };
};

needs(REDIS)('the alarm clock on a Redis that sentinels watch', () => {
  it.concurrent.each<NodeJS.Signals>(['SIGKILL', 'SIGSTOP'])(
    'goes on with the replica where the master dies (SIGKILL), or takes what it is sent and answers nothing (SIGSTOP): %s',
    withServers<[NodeJS.Signals]>(async (servers, signal) => {
      const { master, isFailedOver, place } = await watched(servers);
      const clock = await ringing(place);
      await rings(clock);
      master.child.kill(signal);
      await until('the replica is the master', isFailedOver);
      await rings(clock);
      await clock.alarms.close();
    }),
  );
  it.concurrent(
    'is refused where the sentinels know no such master',
    withServers(async (servers) => {
      const { place } = await watched(servers);
      const wrong = openAlarms({ databaseUrl: 'postgres://none', redis: { ...place, master: 'other' } as RedisPlace });
      await expect(wrong).rejects.toMatchObject({ code: 'redis-unreachable' });
    }),
  );
});

needs(REDIS)('the alarm clock on a Redis whose connection takes what it is sent and answers nothing', () => {
  it.concurrent(
    'leaves it, and goes on over another one',
    withServers(async (servers) => {
      const relay = await relayTo((await servers.start()).port);
      const clock = await ringing(readRedisPlace(`redis://127.0.0.1:${relay.port}`)!);
      await rings(clock);
      relay.mute();
      await rings(clock);
      await clock.alarms.close();
      relay.stop();
    }),
  );
  it.concurrent(
    'keeps nobody waiting who sets it while Redis is out of reach, and rings again once it is back',
    withServers(async (servers) => {
      const relay = await relayTo((await servers.start()).port);
      const clock = await ringing(readRedisPlace(`redis://127.0.0.1:${relay.port}`)!);
      await rings(clock);
      relay.part();
      for (let n = 0; n < 3; n += 1) await clock.alarms.set(new Date());
      relay.join();
      await rings(clock);
      await clock.alarms.close();
      relay.stop();
    }),
  );
  it.concurrent(
    'closes while Redis is out of reach, also where nobody answers to the end of a run',
    withServers(async (servers) => {
      const relay = await relayTo((await servers.start()).port);
      const redis = readRedisPlace(`redis://127.0.0.1:${relay.port}`)!;
      const alarms = await openAlarms({ databaseUrl: 'postgres://none', redis, muteAfterMs: MUTE_AFTER_MS });
      const nothing = async (): Promise<void> => undefined;
      let runs = 0;
      const wake = async (): Promise<void> => {
        runs += 1;
        relay.part();
      };
      await alarms.work({ wake, canary: nothing, audit: nothing });
      await alarms.set(new Date());
      await until('a run is on', () => runs > 0);
      await alarms.close();
      relay.stop();
    }),
  );
});

needs(REDIS)('the alarm clock on a Redis Cluster', () => {
  const cluster = async (servers: RedisServers) => {
    const nodes = [];
    for (let n = 0; n < 3; n += 1)
      nodes.push(await servers.start('--cluster-enabled', 'yes', '--cluster-config-file', `node-${n}.conf`));
    for (const [n, node] of nodes.entries()) {
      const [from, to] = [Math.ceil((SLOTS * n) / 3), Math.ceil((SLOTS * (n + 1)) / 3) - 1];
      await node.ask('cluster', 'addslotsrange', from, to);
      if (n > 0) await nodes[0]!.ask('cluster', 'meet', '127.0.0.1', node.port);
    }
    for (const node of nodes)
      await until('the cluster stands', async () => {
        const said = String(await node.ask('cluster', 'info'));
        return said.includes('cluster_state:ok') && said.includes('cluster_known_nodes:3');
      });
    return nodes;
  };
  it.concurrent(
    'rings, whichever node it is told of, and keeps its standing jobs',
    withServers(async (servers) => {
      const nodes = await cluster(servers);
      const clock = await ringing(readRedisPlace(`redis+cluster://127.0.0.1:${nodes[1]!.port}`)!);
      await rings(clock);
      await clock.alarms.ensure();
      await until('the standing jobs wait', async () => (await clock.alarms.look()).jobs.delayed >= 3);
      await clock.alarms.close();
    }),
  );
  it.concurrent(
    'is refused where any of its masters may evict',
    withServers(async (servers) => {
      const nodes = await cluster(servers);
      await nodes[2]!.ask('config', 'set', 'maxmemory-policy', 'allkeys-lru');
      const redis = readRedisPlace(`redis+cluster://127.0.0.1:${nodes[0]!.port}`)!;
      await expect(openAlarms({ databaseUrl: 'postgres://none', redis })).rejects.toMatchObject({
        code: 'redis-may-evict',
      });
    }),
  );
});
