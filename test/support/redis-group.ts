import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, REDIS } from './redis.ts';

interface RedisServer {
  readonly port: number;
  readonly child: ChildProcess;
  /** Asks it something over a connection of its own. */
  readonly ask: (...words: readonly (string | number)[]) => Promise<unknown>;
}

export interface RedisServers {
  readonly start: (...options: readonly string[]) => Promise<RedisServer>;
  readonly startSentinel: (lines: readonly string[]) => Promise<RedisServer>;
  readonly stop: () => Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    child.once('exit', () => {
      done();
    });
    child.kill('SIGKILL'); // ends a stopped one too
  });

/** Real Redis servers that work together, in a folder that goes with them. */
export const redisServers = async (): Promise<RedisServers> => {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-redis-group-'));
  const children: ChildProcess[] = [];
  const run = async (port: number, words: readonly string[]): Promise<RedisServer> => {
    const child = spawn(REDIS.file, [...words], { stdio: 'ignore', cwd: folder });
    children.push(child);
    const ask: RedisServer['ask'] = async (...[command, ...words]) => {
      const client = new Redis(port, '127.0.0.1', {
        retryStrategy: () => 50,
        maxRetriesPerRequest: 200,
        commandTimeout: 10_000,
      });
      client.on('error', () => undefined);
      try {
        return await client.call(String(command), ...words);
      } finally {
        client.disconnect();
      }
    };
    await ask('ping');
    return { port, child, ask };
  };
  return {
    start: async (...options) => {
      const port = await freePort();
      const usual = ['--port', String(port), '--bind', '127.0.0.1', '--dbfilename', `${port}.rdb`];
      return run(port, [...usual, '--maxmemory-policy', 'noeviction', ...options]);
    },
    startSentinel: async (lines) => {
      const port = await freePort();
      const file = join(folder, `sentinel-${port}.conf`);
      await writeFile(file, [`port ${port}`, 'bind 127.0.0.1', ...lines, ''].join('\n'));
      return run(port, [file, '--sentinel']);
    },
    stop: async () => {
      await Promise.all(children.map(ended));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
