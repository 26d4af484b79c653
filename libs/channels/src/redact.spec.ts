import { masked, secretsIn, withoutSecrets } from './redact.ts';

it.each([
  [
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7abc-4bc4-97a0-0ec2bfa5aaaf',
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=***aaaf',
  ],
  [
    'https://open.feishu.cn/open-apis/bot/v2/hook/0f9c8e7d-1111-2222-3333-444455556666',
    'https://open.feishu.cn/open-apis/bot/v2/hook/***6666',
  ],
  ['https://user:word@oa.example/hook?x=short', 'https://oa.example/hook?x=***'],
  ['not an address', '***'],
])('the address %s is shown as %s', (address, shown) => expect(masked(address)).toBe(shown));

it('a secret that a provider says back is hidden, plain, in a URL and in base64', () => {
  const secret = 'p@ss word+1';
  const said = `535 bad password ${secret}, p%40ss%20word%2B1, ${Buffer.from(secret).toString('base64')}`;
  expect(withoutSecrets(said, [secret])).toBe('535 bad password ***, ***, ***');
});
it('a secret that holds another is hidden whole', () =>
  expect(withoutSecrets('key abcdef-long and abcdef', ['abcdef', 'abcdef-long'])).toBe('key *** and ***'));
it('what is kept of an answer is one line of at most 300 characters', () => {
  expect(withoutSecrets('first\r\nsecond\u0000', [])).toBe('first second ');
  expect(withoutSecrets('落'.repeat(1000), [])).toBe('落'.repeat(300));
});
it('the secrets of an address are its query values and long parts of its path', () =>
  expect(secretsIn(new URL('https://open.feishu.cn/open-apis/bot/v2/hook/0f9c8e7d-1111?key=k-123456'))).toEqual(
    expect.arrayContaining(['0f9c8e7d-1111', 'k-123456']),
  ));
