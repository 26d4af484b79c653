import { ConfigRefused } from './config-refused.ts';
import { readConfig } from './config.ts';

it('an empty environment is a working one', () =>
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1', // nobody else on the network reaches what its operator has not opened
    port: 3000,
    databaseUrl: undefined,
    publicUrl: null,
    trustProxy: false,
    logLevel: 'info',
    reach: { allowPrivate: false },
    uploadLimit: 52_428_800,
  }));

it('every wrong value is named at once, addresses with passwords without their text', () => {
  const wrong = {
    LUODI_PORT: '70000',
    LUODI_HOST: 'a b',
    DATABASE_URL: 'mysql://root:geheim@db',
    LUODI_PUBLIC_URL: 'luodi',
    LUODI_TRUST_PROXY: 'yes',
    LUODI_LOG_LEVEL: 'loud',
    LUODI_CHANNELS_PRIVATE: 'yes',
    LUODI_UPLOAD_LIMIT_MB: '1e9',
    EVENT_STORE: 'kurrentdb',
    KURRENTDB_URL: 'redis://root:geheim@db',
    REDIS_URL: 'redis+sentinel://:geheim@queue',
    KURRENTDB_PREFIX: 'Luodi',
  };
  let refused: unknown;
  try {
    readConfig(wrong);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(ConfigRefused);
  const { message, wrong: told } = refused as ConfigRefused;
  expect(told.map(({ name }) => name).sort()).toEqual(
    Object.keys(wrong)
      .filter((name) => name !== 'EVENT_STORE') // right by itself
      .sort(),
  );
  expect(message).not.toContain('geheim');
  expect(message).toContain('LUODI_PORT=70000：应为 0 到 65535 的端口');
  expect(message).toContain('LUODI_PORT=70000: must be a port from 0 to 65535');
});

it('keeps the log in the database, or in KurrentDB where it says so', () => {
  expect(readConfig({ KURRENTDB_URL: 'kurrentdb://here' }).log).toEqual({ kind: 'postgres' });
  expect(readConfig({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://here:2113?tls=false' }).log).toEqual({
    kind: 'kurrentdb',
    url: 'kurrentdb://here:2113?tls=false',
    prefix: 'luodi-',
  });
  expect(() => readConfig({ EVENT_STORE: 'kurrentdb' })).toThrow(ConfigRefused);
  expect(() => readConfig({ EVENT_STORE: 'files' })).toThrow(ConfigRefused);
});

it('reads what is set', () =>
  expect(
    readConfig({
      LUODI_PORT: '0',
      LUODI_TRUST_PROXY: 'true',
      DATABASE_URL: 'postgres://u@h/d',
      LUODI_PUBLIC_URL: 'https://zs.example.gov.cn',
    }),
  ).toMatchObject({
    port: 0,
    trustProxy: true,
    databaseUrl: 'postgres://u@h/d',
    publicUrl: new URL('https://zs.example.gov.cn'),
  }));
