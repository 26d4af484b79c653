import { resolve } from 'node:path';
import type { Reach } from '#channels';
import type { Sentence } from '#domain';
import { readRedisPlace, type RedisPlace } from '#reminders';
import type { MetricsPlace } from '#telemetry';
import { ConfigRefused, type WrongSetting } from './config-refused.ts';
import { readLogPlace, type LogPlace } from './log-place.ts';
import { readMetricsPlace } from './operation/metrics-place.ts';

/** What the process reads from its environment, all of it here and once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly data: string; // folder of the embedded database and of uploads
  readonly databaseUrl: string | undefined; // an outside PostgreSQL instead of the embedded one
  readonly log: LogPlace; // the log in that database, or in KurrentDB
  readonly redis: RedisPlace | undefined; // the queue on Redis instead of PostgreSQL
  readonly worker: 'inside' | 'apart'; // whether this process also runs the reminders, or `luodi worker` does
  readonly publicUrl: URL | null; // as browsers see it, where a proxy stands in front
  readonly trustProxy: boolean; // whether X-Forwarded-For and -Proto are believed
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly web: string; // folder of the built page
  readonly reach: Reach; // whether channels may call addresses inside the office network
  readonly uploadLimit: number; // bytes
  readonly metrics: MetricsPlace | null; // where an operator's scraper reads; nowhere unless told
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const MEGABYTE = 1_048_576;

/** Throws ConfigRefused naming every wrong value at once. `environment` is process.env in life, anything in tests. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const wrong: WrongSetting[] = [];
  const read = <T>(name: string, otherwise: T, parse: (text: string) => T | null, must: Sentence): T => {
    const text = environment[name]?.trim();
    if (text === undefined || text === '') return otherwise;
    const value = parse(text);
    if (value === null) wrong.push({ name, as: /URL/.test(name) ? '…' : text, must });
    return value ?? otherwise;
  };
  const whole = (least: number, most: number) => (text: string) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
  const url =
    (...protocols: string[]) =>
    (text: string) =>
      URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : null;

  const publicUrl = read<string | null>('LUODI_PUBLIC_URL', null, url('http:', 'https:'), {
    zh: '应为 http 或 https 地址',
    en: 'must be an http or https address',
  });
  const config: Config = {
    host: read('LUODI_HOST', '127.0.0.1', (text) => (/^[\w.:-]+$/.test(text) ? text : null), {
      zh: '应为主机名或地址',
      en: 'must be a host name or address',
    }),
    port: read('LUODI_PORT', 3000, whole(0, 65_535), {
      zh: '应为 0 到 65535 的端口',
      en: 'must be a port from 0 to 65535',
    }),
    data: resolve(read('LUODI_DATA', './data', (text) => text, { zh: '应为文件夹', en: 'must be a folder' })),
    databaseUrl: read<string | undefined>('DATABASE_URL', undefined, url('postgres:', 'postgresql:'), {
      zh: '应为 postgres:// 地址',
      en: 'must be a postgres:// address',
    }),
    log: readLogPlace(environment, wrong),
    redis: read<RedisPlace | undefined>('REDIS_URL', undefined, readRedisPlace, {
      zh: '应为 redis://、redis+sentinel:// 或 redis+cluster:// 地址',
      en: 'must be a redis://, redis+sentinel:// or redis+cluster:// address',
    }),
    worker: read<Config['worker']>(
      'LUODI_WORKER',
      'inside',
      (text) => (text === 'inside' || text === 'apart' ? text : null),
      { zh: '应为 inside 或 apart', en: 'must be inside or apart' },
    ),
    publicUrl: publicUrl === null ? null : new URL(publicUrl),
    trustProxy: read(
      'LUODI_TRUST_PROXY',
      false,
      (text) => (['true', 'false'].includes(text) ? text === 'true' : null),
      { zh: '应为 true 或 false', en: 'must be true or false' },
    ),
    logLevel: read('LUODI_LOG_LEVEL', 'info', (text) => LEVELS.find((level) => level === text) ?? null, {
      zh: `应为以下之一：${LEVELS.join('、')}`,
      en: `must be one of ${LEVELS.join(', ')}`,
    }),
    web: resolve(read('LUODI_WEB', 'dist/web', (text) => text, { zh: '应为文件夹', en: 'must be a folder' })),
    reach: {
      allowPrivate: read('LUODI_CHANNELS_PRIVATE', false, (text) => (['0', '1'].includes(text) ? text === '1' : null), {
        zh: '应为 0 或 1',
        en: 'must be 0 or 1',
      }),
    },
    uploadLimit:
      read('LUODI_UPLOAD_LIMIT_MB', 50, whole(1, 1_000), {
        zh: '应为 1 到 1000 兆',
        en: 'must be megabytes from 1 to 1000',
      }) * MEGABYTE,
    metrics: readMetricsPlace(environment, wrong),
  };
  if (wrong.length > 0) throw new ConfigRefused(wrong);
  return config;
};
