import { Rejected } from '#domain';
import { credentialOf, refuseForeignOrigin } from '../access/credential.ts';
import { writtenCondition } from '../../../../libs/office/src/lists/where.ts';
import { idempotencyKey, ifMatch } from './headers.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it.each([
  [{}, 'zh'],
  [{ 'accept-language': 'en-GB,en;q=0.9' }, 'en'],
  [{ 'accept-language': 'fr, en;q=0.3, zh;q=0.4' }, 'zh'],
  [{ 'accept-language': 'en;q=0, zh-TW' }, 'zh'],
  [{ 'accept-language': ';;q=,en;q=x' }, 'zh'],
])('the language asked for by %j is %s', (headers, language) =>
  expect(languageOf({ query: {}, headers })).toBe(language),
);
it('?lang= wins', () => expect(languageOf({ query: { lang: 'en' }, headers: { 'accept-language': 'zh' } })).toBe('en'));

it('nobody learns anything from an error that was not foreseen', () => {
  const { problem, unforeseen } = problemOf(new TypeError('cannot read /srv/luodi/secret of undefined'), 'en');
  expect(unforeseen).toBe(true);
  expect(problem).toMatchObject({ status: 500, code: 'internal', errors: [] });
  expect(JSON.stringify(problem)).not.toContain('secret');
});
it('a database that is away is "later", not a failure', () => {
  for (const code of ['ECONNREFUSED', '57P01', '53300', '53100', 'ENOSPC'])
    expect(problemOf(Object.assign(new Error('x'), { code }), 'zh')).toMatchObject({
      unforeseen: false,
      problem: { status: 503, code: 'unavailable' },
    });
});
it('a rule without a status of its own is 422', () =>
  expect(problemOf(new Rejected('some-rule', { zh: '不行', en: 'no' }, 'unit'), 'zh').problem).toMatchObject({
    status: 422,
    code: 'some-rule',
    title: '不行',
    errors: [{ field: 'unit', code: 'some-rule', zh: '不行', en: 'no' }],
  }));

it('credentials are one cookie or one bearer token, and a bearer wins', () => {
  const secret = 'a'.repeat(43);
  expect(credentialOf({ headers: { cookie: `x=1; luodi_session=${secret}; y=2` } })).toEqual({
    secret,
    from: 'cookie',
  });
  expect(
    credentialOf({ headers: { cookie: `luodi_session=${secret}`, authorization: `Bearer luodi_${secret}` } }),
  ).toEqual({ secret: `luodi_${secret}`, from: 'bearer' });
  expect(credentialOf({ headers: { cookie: `luodi_session=${secret}`, authorization: 'Basic x' } })).toBeNull();
  expect(credentialOf({ headers: { cookie: `not_luodi_session=${secret}` } })).toBeNull();
});

it('only one’s own page may act; programs that are no browser may too', () => {
  const from = (headers: Record<string, string>, method = 'POST') =>
    codeOf(() => {
      refuseForeignOrigin({ method, headers }, new URL('https://zs.example'));
    });
  expect(from({ host: 'h:3000', origin: 'http://h:3000' })).toBe('accepted');
  expect(from({ host: 'inner:3000', origin: 'https://zs.example' })).toBe('accepted');
  expect(from({ host: 'h:3000' })).toBe('accepted');
  expect(from({ host: 'h:3000', origin: 'http://h:3001' })).toBe('foreign-origin');
  expect(from({ host: 'h:3000', origin: 'null' })).toBe('foreign-origin');
  expect(from({ host: 'h:3000', 'sec-fetch-site': 'same-site' })).toBe('foreign-origin');
  expect(from({ host: 'h:3000', origin: 'http://h:3001' }, 'GET')).toBe('accepted');
});

it('versions and keys are read as written by the usual clients', () => {
  expect(['"3"', 'W/"3"', '3', '*'].map(ifMatch)).toEqual([3, 3, 3, null]);
  expect(codeOf(() => ifMatch('"3", "4"'))).toBe('invalid-if-match');
  expect(idempotencyKey('"abc"')).toBe('abc');
  expect(idempotencyKey(undefined)).toMatch(/^[0-9a-f-]{36}$/);
  for (const wrong of ['', 'a b', 'ключ', 'a/b', 'x'.repeat(101)])
    expect(codeOf(() => idempotencyKey(wrong))).toBe('invalid-idempotency-key');
});

it('conditions are read as a person writes them', () => {
  expect(writtenCondition('phase=start,funding')).toEqual({ field: 'phase', is: ['start', 'funding'] });
  expect(writtenCondition('name~轴承=')).toEqual({ field: 'name', contains: '轴承=' });
  expect(writtenCondition('contracted>=5.00')).toEqual({ field: 'contracted', from: '5.00' });
  expect(writtenCondition('signedOn<=2023-06-30')).toEqual({ field: 'signedOn', to: '2023-06-30' });
  for (const wrong of ['', 'phase', '=x', 'a;b=c', 'name!=x'])
    expect(codeOf(() => writtenCondition(wrong))).toBe('invalid-request');
});
