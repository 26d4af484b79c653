import type { Cluster, Redis } from 'ioredis';
import { Rejected } from '#domain';
import { inTime } from './in-time.ts';
import type { RedisPlace } from './redis-place.ts';

const KEEP_ALIVE_MS = 5_000;
const REACH_MS = 10_000;

/** How long a server may owe an answer. Longer than the queue's own waiting (10 s); a master that takes commands and never answers is left after it. */
export const MUTE_AFTER_MS = 30_000;

const unopened = async (place: RedisPlace, muteAfterMs: number): Promise<Redis | Cluster> => {
  const { Cluster, Redis } = await import('ioredis'); // only who works with a queue on Redis loads it
  const { username, password, encrypted, hosts } = place;
  const steady = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(encrypted ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
    keepAlive: KEEP_ALIVE_MS,
    socketTimeout: muteAfterMs,
  };
  if (place.kind === 'cluster') return new Cluster([...hosts], { redisOptions: steady, lazyConnect: true });
  const { db } = place;
  if (place.kind === 'one') return new Redis({ ...steady, ...place.hosts[0], db, lazyConnect: true });
  const { master, sentinelPassword } = place;
  return new Redis({
    ...steady,
    sentinels: [...hosts],
    name: master,
    db,
    lazyConnect: true,
    sentinelCommandTimeout: Math.min(muteAfterMs, REACH_MS),
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
    ...(encrypted ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
  });
};

/** A Redis that may drop keys when memory is short would drop alarms without a word: refused. Every master of a cluster is asked. */
const refuseEvicting = async (redis: Redis | Cluster): Promise<void> => {
  for (const one of 'nodes' in redis ? redis.nodes('master') : [redis]) {
    const policy = /maxmemory_policy:(\S+)/.exec(await one.info('memory'))?.[1] ?? 'unknown';
    if (policy !== 'noeviction')
      throw new Rejected(
        'redis-may-evict',
        {
          zh: `Redis 的 maxmemory-policy 是 ${policy}，内存不足时会丢弃提醒任务。请设为 noeviction 后再启动。`,
          en: `Redis has maxmemory-policy ${policy} and may drop reminders when memory is short. Set it to noeviction and start again.`,
        },
        'REDIS_URL',
      );
  }
};

const UNREACHABLE = {
  zh: '连不上 REDIS_URL 指定的 Redis。请检查地址、哨兵的主节点名、口令，以及各服务器是否在运行。',
  en: 'The Redis of REDIS_URL cannot be reached: check the address, the name of the sentinels’ master, the password, and that the servers run.',
};

/** A connection that comes back by itself, to the master of the moment. Throws Rejected 'redis-may-evict' and 'redis-unreachable'. */
export const connectRedis = async (place: RedisPlace, muteAfterMs = MUTE_AFTER_MS): Promise<Redis | Cluster> => {
  const connection = await unopened(place, muteAfterMs);
  connection.on('error', () => undefined); // until it is back the reconcile timer does the work
  try {
    await inTime(
      connection.connect().then(() => refuseEvicting(connection)),
      REACH_MS,
    );
    return connection;
  } catch (error) {
    connection.disconnect();
    throw error instanceof Rejected ? error : new Rejected('redis-unreachable', UNREACHABLE, 'REDIS_URL');
  }
};
