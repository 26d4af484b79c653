import type { WrongSetting } from '../config-refused.ts';
import { readMetricsPlace } from './metrics-place.ts';

const TOKEN = 'abcdefghijklmnop';
const read = (environment: Readonly<Record<string, string>>) => {
  const wrong: WrongSetting[] = [];
  return { place: readMetricsPlace(environment, wrong), wrong };
};

it('offers no metrics unless it is told to', () =>
  expect(read({ LUODI_METRICS_TOKEN: TOKEN })).toEqual({ place: null, wrong: [] }));

it('offers them on this machine without a token, elsewhere with one only', () => {
  expect(read({ LUODI_METRICS: '127.0.0.1:9464' }).place).toEqual({ host: '127.0.0.1', port: 9464, token: null });
  expect(read({ LUODI_METRICS: '[::1]:9464' }).place).toEqual({ host: '::1', port: 9464, token: null });
  expect(read({ LUODI_METRICS: '0.0.0.0:9464', LUODI_METRICS_TOKEN: TOKEN })).toEqual({
    place: { host: '0.0.0.0', port: 9464, token: TOKEN },
    wrong: [],
  });
  expect(read({ LUODI_METRICS: '0.0.0.0:9464' }).wrong).toHaveLength(1);
});

it.each(['9464', 'here:', 'here:99999', 'http://here:1', ':1'])('refuses the address %s', (address) =>
  expect(read({ LUODI_METRICS: address, LUODI_METRICS_TOKEN: TOKEN })).toMatchObject({
    place: null,
    wrong: [{ name: 'LUODI_METRICS', as: address, must: { zh: '应为 主机:端口', en: 'must be HOST:PORT' } }],
  }),
);

it('never repeats a token that it refuses', () =>
  expect(JSON.stringify(read({ LUODI_METRICS_TOKEN: 'geheim' }).wrong)).toEqual(expect.not.stringContaining('geheim')));
