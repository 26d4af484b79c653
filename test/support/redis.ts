import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { RedisPlace } from '#reminders';

export const REDIS = { name: 'reminders on Redis', file: '/usr/bin/redis-server' } as const;

export interface TestRedis {
  readonly url: string;
  readonly place: RedisPlace;
  readonly port: number;
  readonly flush: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

/** A real Redis of the test's own, with its append-only file in a folder that goes with it. */
export const startRedis = async (policy = 'noeviction'): Promise<TestRedis> => {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const begin = async () => {
    const child = spawn(
      REDIS.file,
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
        '--maxmemory-policy',
        policy,
      ],
      { stdio: 'ignore' },
    );
    const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 4_000 });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
    return child;
  };
  let child = await begin();
  const end = (): Promise<void> =>
    new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        done();
        return;
      }
      child.once('exit', () => {
        done();
      });
      child.kill('SIGTERM');
    });
  return {
    url,
    place: { kind: 'one', hosts: [{ host: '127.0.0.1', port }], db: 0, encrypted: false },
    port,
    flush: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    restart: async () => {
      await end();
      child = await begin();
    },
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
