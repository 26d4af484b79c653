import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#office';
import { startServer } from '../../apps/api/src/start.ts';
import { changeFirstPassword } from '../support/first-password.ts';
import { freshDatabase } from '../support/postgres.ts';

const CLI = join(__dirname, '../../dist/apps/cli/src/main.js');

type Json = Record<string, unknown>;
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A way to ask a bureau: the same question and the same answer through each. */
export interface Door {
  readonly indicators: <Answer>(asked: Asked) => Promise<Answer>;
  readonly structure: <Answer>(asked: Asked) => Promise<Answer>;
  readonly figure: <Answer>(metric: string, asked: Asked) => Promise<Answer>;
  readonly list: <Answer>(name: string, asked: Asked) => Promise<Answer>;
}

/** One bureau, as the command line that was built and a server beside it see it. */
export interface Bureau {
  /** What a command prints with --json, whatever its exit status. */
  readonly luodi: <Answer = Json>(...words: string[]) => Promise<Answer>;
  /** A file that commands can read: a copy of what stands beside the tests, or with this content. */
  readonly file: (name: string, content?: string) => Promise<string>;
  readonly commandLine: Door;
  readonly api: Door;
  readonly close: () => Promise<void>;
}

const pairs = (asked: Asked): readonly (readonly [string, string])[] =>
  Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as const),
  );
const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const optionsOf = (asked: Asked): string[] => pairs(asked).flatMap(([name, value]) => [`--${dashed(name)}`, value]);

export const openDoors = async (): Promise<Bureau> => {
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'luodi-doors-'));
  await chmod(data, 0o755);
  const environment = { DATABASE_URL: database.url, LUODI_DATA: data, LUODI_LOG_LEVEL: 'silent' };
  const running = await startServer(readConfig({ ...environment, LUODI_PORT: '0', LUODI_WORKER: 'apart' }));
  const address = `http://127.0.0.1:${running.port}`;
  const login = await changeFirstPassword(address, running.firstAdministrator!);
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;

  const luodi = async <Answer = Json>(...words: string[]): Promise<Answer> => {
    const child = spawn('node', [CLI, ...words, '--json'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await new Promise((done) => child.once('close', done));
    if (out === '') throw new Error(`luodi ${words.join(' ')}: ${said}`);
    return JSON.parse(out) as Answer;
  };
  const got = async <Answer>(path: string, asked: Asked): Promise<Answer> => {
    const query = new URLSearchParams(pairs(asked).map(([name, value]): [string, string] => [name, value]));
    const answer = await fetch(`${address}/api/${path}?${query.toString()}`, { headers: { cookie } });
    return (await answer.json()) as Answer;
  };
  return {
    luodi,
    file: async (name, content) => {
      const path = join(data, name);
      if (content === undefined) await copyFile(join(__dirname, name), path);
      else await writeFile(path, content);
      return path;
    },
    commandLine: {
      indicators: (asked) => luodi('indicators', ...optionsOf(asked)),
      structure: (asked) => luodi('structure', ...optionsOf(asked)),
      figure: (metric, asked) => luodi('figure', metric, ...optionsOf(asked)),
      list: (name, asked) => luodi('list', name, ...optionsOf(asked)),
    },
    api: {
      indicators: (asked) => got('indicators', asked),
      structure: (asked) => got('structure', asked),
      figure: (metric, asked) => got(`figures/${metric}`, { ...asked, limit: '500' }),
      list: (name, asked) => got(`lists/${name}`, { ...asked, limit: '500' }),
    },
    close: async () => {
      await running.stop();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
};
