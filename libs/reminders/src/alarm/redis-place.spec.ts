import { readRedisPlace } from './redis-place.ts';

it('an address says one server, the sentinels of a master, or a cluster', () => {
  expect(readRedisPlace('redis://:geheim%40@queue:6380/2')).toEqual({
    kind: 'one',
    password: 'geheim@',
    encrypted: false,
    hosts: [{ host: 'queue', port: 6380 }],
    db: 2,
  });
  expect(readRedisPlace('rediss+sentinel://luodi:p@a:26380,b,[::1]/mymaster/1?sentinelPassword=s%2Fs')).toEqual({
    kind: 'sentinel',
    username: 'luodi',
    password: 'p',
    encrypted: true,
    hosts: [
      { host: 'a', port: 26_380 },
      { host: 'b', port: 26_379 },
      { host: '::1', port: 26_379 },
    ],
    master: 'mymaster',
    db: 1,
    sentinelPassword: 's/s',
  });
  expect(readRedisPlace('redis+cluster://a,b:7001')).toEqual({
    kind: 'cluster',
    encrypted: false,
    hosts: [
      { host: 'a', port: 6379 },
      { host: 'b', port: 7001 },
    ],
  });
});

it.each([
  'http://queue',
  'redis://',
  'redis://a,b',
  'redis://queue:0',
  'redis://queue:70000',
  'redis://queue/none',
  'redis+sentinel://a,b',
  'redis+sentinel://a,,b/mymaster',
  'redis+cluster://a,b/1',
])('%s is none', (address) => expect(readRedisPlace(address)).toBeNull());
