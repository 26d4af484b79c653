import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { mail, messageIdOf } from './mail.ts';
import type { Channel, Message, Outcome } from './message.ts';
import { openChannel, readSettings } from './kinds.ts';

const PASSWORD = 'a-mail-password-1';
let mails: string[] = [];
let stops: (() => Promise<void>)[] = [];

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

const serve = async (options: SMTPServerOptions = {}): Promise<number> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString();
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that hangs up on a bad certificate
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  stops.push(() => new Promise((stopped) => server.close(() => stopped())));
  return (server.server.address() as AddressInfo).port;
};
/** A server that speaks as it likes. */
const listen = async (talk: (socket: Socket) => void): Promise<number> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    talk(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stops.push(() => new Promise((stopped) => server.close(() => stopped())));
  return (server.address() as AddressInfo).port;
};
beforeEach(() => {
  mails = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});

const MESSAGE: Message = {
  id: 'digest-1',
  to: { person: 'p-1', name: '王芳', email: 'wangfang@example.cn' },
  subject: '项目提醒 1 个项目 1 项',
  language: 'zh',
  kind: 'digest',
  writtenAt: '2026-03-02T00:30:00.000Z',
  lines: [{ text: '甲厂（HX-1）' }, { text: '【红】督办', link: 'https://luodi.example/projects/1' }],
};
const mailer = (port: number, more: object = {}, allowPrivate = true): Channel => {
  const settings = readSettings({
    kind: 'mail',
    name: '邮箱',
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'luodi@bureau.example.cn',
    fromName: '招商局',
    timeoutSeconds: 60,
    ...more,
  });
  return openChannel(settings, 'user' in more ? { password: PASSWORD } : {}, () => Promise.resolve(), { allowPrivate });
};
const innocent = (outcome: Outcome): Outcome => {
  for (const form of [PASSWORD, Buffer.from(`\0luodi\0${PASSWORD}`).toString('base64')])
    expect(JSON.stringify(outcome)).not.toContain(form);
  return outcome;
};
const bodyOf = (text: string): string => {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return /transfer-encoding: base64/i.test(head)
    ? Buffer.from(body, 'base64').toString()
    : body
        .replace(/=\r\n/g, '')
        .replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
};

it('a server takes the mail with its subject, text, date and a Message-ID that every attempt repeats', async () => {
  const port = await serve();
  const id = messageIdOf('digest-1', 'luodi@bureau.example.cn');
  expect(id).toMatch(/^<[0-9a-f]{32}@bureau\.example\.cn>$/);
  expect(await mailer(port).send(MESSAGE)).toEqual({ kind: 'accepted', providerId: id });
  await mailer(port).send(MESSAGE);
  expect(mails).toHaveLength(2);
  for (const one of mails) {
    expect(one).toContain(`Message-ID: ${id}`);
    expect(one).toContain('Date: Mon, 02 Mar 2026 00:30:00 +0000');
    expect(one).toContain('Auto-Submitted: auto-generated');
    expect(one).toContain('wangfang@example.cn');
    expect(bodyOf(one).replaceAll('\r\n', '\n')).toContain(
      '甲厂（HX-1）\n【红】督办\n  https://luodi.example/projects/1\n\n本邮件由系统自动发出，请勿回复。',
    );
  }
  expect(messageIdOf('digest-2', 'luodi@bureau.example.cn')).not.toBe(id);
});
it.each([
  [450, false, 'smtp-450'],
  [421, false, 'smtp-421'],
  [550, true, 'smtp-550'],
  [552, true, 'smtp-552'],
])('a server that refuses the recipient with %d: for good %s', async (code, permanent, name) => {
  const port = await serve({ onRcptTo: (_address, _session, done) => done(refusal(code, 'mailbox unavailable')) });
  expect(await mailer(port).send(MESSAGE)).toMatchObject({
    kind: 'failed',
    permanent,
    code: name,
    detail: expect.stringContaining('mailbox unavailable') as string,
  });
});
it.each([
  [451, false],
  [554, true],
])('a server that refuses the text with %d: for good %s', async (code, permanent) => {
  const port = await serve({
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(refusal(code, 'not today')));
    },
  });
  const outcome = await mailer(port).send(MESSAGE);
  expect(outcome).toMatchObject({ permanent, code: `smtp-${code}` });
  expect(outcome).not.toHaveProperty('uncertain');
});
it('a server that never answers after the text ends in a time-out, and the mail may have arrived', async () => {
  const port = await serve({
    onData: (stream) => {
      stream.resume();
    },
    closeTimeout: 10,
  });
  expect(await mailer(port, { timeoutSeconds: 3 }).send(MESSAGE)).toMatchObject({
    code: 'timeout',
    permanent: false,
    uncertain: true,
  });
});
it('a server that never greets ends in a time-out, and certainly has no mail', async () => {
  const outcome = await mailer(await listen(() => undefined), { timeoutSeconds: 3 }).send(MESSAGE);
  expect(outcome).toEqual({
    kind: 'failed',
    code: 'timeout',
    permanent: false,
    detail: 'the mail server did not answer in time',
  });
});
it.each(['127.0.0.1', 'localhost', '10.1.2.3', '169.254.169.254'])(
  'a mail server at %s is not called unless office addresses are allowed',
  async (host) => {
    const port = await serve();
    expect(await mailer(port, { host }, false).send(MESSAGE)).toMatchObject({
      code: 'address-not-allowed',
      permanent: true,
    });
    expect(mails).toEqual([]);
  },
);
it('a name that leads nowhere is unreachable, for now', async () =>
  expect(await mailer(25, { host: 'no-such-host.invalid' }).send(MESSAGE)).toMatchObject({
    code: 'unreachable',
    permanent: false,
  }));
it('nobody listening is unreachable, for now', async () => {
  const port = await serve();
  await stops.pop()?.();
  expect(await mailer(port).send(MESSAGE)).toEqual({
    kind: 'failed',
    code: 'unreachable',
    permanent: false,
    detail: 'ECONNREFUSED',
  });
});
it('a server that offers no STARTTLS gets no mail and no password', async () => {
  let asked = 0;
  const port = await serve({
    onAuth: (_auth, _session, done) => {
      asked += 1;
      done(null, { user: 'luodi' });
    },
    allowInsecureAuth: true,
  });
  expect(innocent(await mailer(port, { security: 'starttls', user: 'luodi' }).send(MESSAGE))).toMatchObject({
    code: 'not-encrypted',
    permanent: false,
  });
  expect([mails.length, asked]).toEqual([0, 0]);
});
it('a server that refuses the sign-in says so, for good, and the password is nowhere', async () => {
  const port = await serve({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => done(refusal(535, `bad password ${auth.password ?? ''}`)),
  });
  const inClear = mail.open(
    {
      kind: 'mail',
      name: '邮箱',
      host: '127.0.0.1',
      port,
      security: 'none',
      from: 'luodi@bureau.example.cn',
      user: 'luodi',
      timeoutSeconds: 60,
    },
    { password: PASSWORD },
    async () => undefined,
    { allowPrivate: true },
  ); // the settings would not be allowed
  expect(innocent(await inClear.send(MESSAGE))).toMatchObject({
    code: 'sign-in-refused',
    permanent: true,
    detail: '535 bad password ***',
  });
  expect(mails).toEqual([]);
});
it('a server that goes away after the text and before its answer may have it', async () => {
  const port = await listen((socket) => {
    socket.write('220 here\r\n');
    socket.on('data', (part: Buffer) => {
      const said = part.toString();
      if (said.endsWith('\r\n.\r\n')) socket.destroy();
      else if (/^DATA/i.test(said)) socket.write('354 go on\r\n');
      else if (/^(EHLO|MAIL|RCPT)/i.test(said)) socket.write('250 well\r\n');
    });
  });
  expect(await mailer(port).send(MESSAGE)).toMatchObject({ code: 'unreachable', permanent: false, uncertain: true });
});
it.each(['starttls', 'tls'])(
  'a server whose certificate nobody vouches for gets no mail and no password by %s',
  async (security) => {
    let asked = 0;
    const port = await serve({
      secure: security === 'tls',
      disabledCommands: [],
      onAuth: (_auth, _session, done) => {
        asked += 1;
        done(null, { user: 'luodi' });
      },
    });
    const outcome = innocent(await mailer(port, { security, user: 'luodi' }).send(MESSAGE));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'not-encrypted', permanent: false });
    expect([mails.length, asked]).toEqual([0, 0]);
  },
);
it('a person without a mail address is refused without asking the server', async () => {
  expect(await mailer(1).send({ ...MESSAGE, to: { person: 'p-2', name: '无邮箱' } })).toMatchObject({
    code: 'address-missing',
    permanent: true,
  });
});
it('a name or subject with line ends adds no header and no recipient', async () => {
  const recipients: string[] = [];
  const port = await serve({
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address);
      done();
    },
  });
  await mailer(port).send({
    ...MESSAGE,
    subject: '提醒\r\nBcc: all@example.cn\r\n\r\nbody',
    to: { person: 'p', name: 'x\r\nBcc: all@example.cn', email: 'wangfang@example.cn' },
  });
  expect(recipients).toEqual(['wangfang@example.cn']);
  expect(mails[0]!.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
});
it.each(['a@example.cn, b@example.cn', 'a@example.cn\r\nRCPT TO:<b@example.cn>', 'no address'])(
  'an address that is none, or several, reaches nobody but its one receiver: %j',
  async (email) => {
    const recipients: string[] = [];
    const port = await serve({
      onRcptTo: ({ address }, _session, done) => {
        recipients.push(address);
        done();
      },
    });
    expect(await mailer(port).send({ ...MESSAGE, to: { ...MESSAGE.to, email } })).toMatchObject({
      code: 'address-wrong',
      permanent: true,
    });
    expect(recipients).toEqual([]);
  },
);
