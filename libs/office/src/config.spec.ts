import { ConfigRefused, readConfig } from './config.ts';

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
  };
  let refused: unknown;
  try {
    readConfig(wrong);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(ConfigRefused);
  const { message, problems } = refused as ConfigRefused;
  expect(problems.map((problem) => problem.split('=')[0]).sort()).toEqual(Object.keys(wrong).sort());
  expect(message).not.toContain('geheim');
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
