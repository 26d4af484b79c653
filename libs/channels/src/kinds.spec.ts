import { fieldsOf, InvalidCommand } from '#domain';
import type { Reach } from './reachable.ts';
import type { ChannelSecrets } from './kind.ts';
import {
  CHANNEL_FORMS,
  CHANNEL_NAMES,
  CHANNEL_SETTINGS,
  checkSecrets,
  openChannel,
  readSettings,
  SECRET_NAMES,
} from './kinds.ts';

const wrong = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidCommand)) throw error;
    for (const { zh, en } of error.errors) expect(zh !== '' && en !== '').toBe(true);
    return error.errors.map(({ field }) => field).sort();
  }
};
const MAIL = {
  kind: 'mail',
  name: '单位邮箱',
  host: 'smtp.example.cn',
  port: 465,
  security: 'tls',
  from: 'luodi@example.cn',
  user: 'luodi',
};
const WHSEC = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OUTSIDE: Reach = { allowPrivate: false };
const keep = (): Promise<void> => Promise.resolve();

it.each([
  [MAIL, []],
  [{ kind: 'inbox', name: '收件箱' }, []],
  [{ kind: 'wecom', name: '企业微信群' }, []],
  [{ kind: 'pigeon', name: 'x' }, ['kind']],
  ['no settings at all', ['kind']],
  [{ ...MAIL, host: 'smtp example', port: 0, from: 'luodi', security: 'ssl' }, ['port', 'security']],
  [{ ...MAIL, host: 'smtp example', from: 'luodi\r\nbcc: all@example.cn' }, ['from', 'host']],
  [{ ...MAIL, security: 'none' }, ['security']],
  [{ ...MAIL, password: 'must not stand here' }, ['password']],
  [{ kind: 'wecom', name: 'x', timeoutSeconds: 0 }, ['timeoutSeconds']],
  [{ kind: 'wecom', name: 'x', allowPrivate: true }, ['allowPrivate']], // said in the environment, not by who keeps the channels
  [{ kind: 'toString', name: 'x' }, ['kind']],
])('the settings %j: wrong are %j', (body, fields) => expect(wrong(() => readSettings(body))).toEqual(fields));

it.each<[object, ChannelSecrets, string[], Reach?]>([
  [MAIL, { password: 'word' }, []],
  [MAIL, {}, ['password']],
  [{ kind: 'wecom', name: 'x' }, { address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, []],
  [{ kind: 'wecom', name: 'x' }, { address: 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, ['address']],
  [{ kind: 'wecom', name: 'x' }, { address: 'http://wecom.office/send?key=1' }, [], { allowPrivate: true }],
  [{ kind: 'wecom', name: 'x' }, { address: 'file:///etc/passwd' }, ['address'], { allowPrivate: true }],
  [{ kind: 'dingtalk', name: 'x' }, { address: 'nonsense', secret: 'no SEC' }, ['address', 'secret']],
  [
    { kind: 'feishu', name: 'x' },
    { address: 'https://a:b@open.feishu.cn/hook/1', secret: 'short' },
    ['address', 'secret'],
  ],
  [{ kind: 'webhook', name: 'x' }, { address: 'https://oa.example/hook', secret: WHSEC, previousSecret: WHSEC }, []],
  [{ kind: 'webhook', name: 'x' }, { secret: 'whsec_c2hvcnQ=' }, ['address', 'secret']],
  [
    { kind: 'webhook', name: 'x' },
    { address: 'https://oa.example/hook', secret: WHSEC.slice(6), previousSecret: 'whsec_!' },
    ['previousSecret', 'secret'],
  ],
])('the secrets of %j are checked by name: %#', (body, secrets, fields, reach = OUTSIDE) => {
  const settings = readSettings(body);
  expect(wrong(() => checkSecrets(settings, secrets, reach))).toEqual(fields);
  expect(wrong(() => openChannel(settings, secrets, keep, reach))).toEqual(fields);
});
it('what is refused never says the secret', () => {
  try {
    checkSecrets(
      readSettings({ kind: 'dingtalk', name: 'x' }),
      {
        address: 'http://robot?access_token=very-secret-token',
        secret: 'very-secret-sign',
      },
      OUTSIDE,
    );
    throw new Error('accepted');
  } catch (error) {
    expect(JSON.stringify(error) + String(error)).not.toContain('very-secret');
  }
});
it('the inbox takes what is kept, and says so where it cannot be', async () => {
  const kept: string[] = [];
  const message = {
    id: 'm-1',
    to: { person: 'p', name: 'x' },
    subject: 's',
    lines: [],
    language: 'zh' as const,
    kind: 'test',
    writtenAt: '2026-03-02T00:30:00.000Z',
  };
  const settings = readSettings({ kind: 'inbox', name: '收件箱' });
  expect(
    await openChannel(
      settings,
      {},
      ({ id }) => {
        kept.push(id);
        return Promise.resolve();
      },
      OUTSIDE,
    ).send(message),
  ).toEqual({ kind: 'accepted', providerId: 'm-1' });
  expect(
    await openChannel(settings, {}, () => Promise.reject(new Error('password of the database')), OUTSIDE).send(message),
  ).toMatchObject({
    kind: 'failed',
    permanent: false,
    code: 'inbox-unavailable',
    detail: expect.not.stringContaining('password') as string,
  });
  expect(kept).toEqual(['m-1']);
});
it('every kind has its name in both languages, and its form asks for each of its settings and secrets once', () => {
  expect(Object.keys(CHANNEL_SETTINGS)).toEqual(Object.keys(CHANNEL_NAMES));
  for (const { zh, en } of Object.values(CHANNEL_NAMES)) expect([zh, en]).not.toContain('');
  for (const [kind, form] of Object.entries(CHANNEL_FORMS)) {
    const asked = form.map(({ name }) => name);
    expect(new Set(asked).size).toBe(asked.length);
    const settings = fieldsOf(CHANNEL_SETTINGS[kind]!).map(({ name }) => name);
    for (const name of settings.filter((one) => one !== 'kind' && one !== 'name')) expect(asked).toContain(name);
  }
  const secrets = Object.values(CHANNEL_FORMS).flatMap((form) => form.filter(({ as }) => as === 'secret'));
  expect(new Set(secrets.map(({ name }) => name))).toEqual(SECRET_NAMES);
});
