import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { field } from '#domain';
import { Networked, wrongField, type ChannelKind } from './kind.ts';
import { failed, type Channel, type Failed, type Message } from './message.ts';
import type { RateLimit } from './rate-limit.ts';
import { AddressNotAllowed, addressOf, type Reach } from './reachable.ts';
import { withoutSecrets } from './redact.ts';

class MailSettings extends Networked {
  override kind = 'mail' as const;
  @field.text({ zh: '邮件服务器', en: 'Mail server', max: 253 }) host!: string;
  @field.integer({ zh: '端口', en: 'Port', min: 1, max: 65_535 }) port!: number;
  /** 'starttls' never falls back to plain text. */
  @field.choice(['tls', 'starttls', 'none'], { zh: '加密方式', en: 'Encryption' }) security!:
    'tls' | 'starttls' | 'none';
  @field.text({ zh: '发件地址', en: 'Sender address', max: 254 }) from!: string;
  @field.text({ zh: '发件人名称', en: 'Sender name', optional: true, max: 60 }) fromName?: string;
  @field.text({ zh: '登录名', en: 'User name', optional: true, max: 254 }) user?: string;
  /** As the office's mail server bears it. */
  @field.integer({ zh: '每分钟最多封数', en: 'Mails a minute at most', optional: true, min: 1, max: 10_000 })
  perMinute?: number;
}

/** The Message-ID of a message: the same for every attempt, so that mail servers and readers can drop a repeat. */
export const messageIdOf = (id: string, from: string): string =>
  `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${from.slice(from.lastIndexOf('@') + 1)}>`;

const FOOT = { zh: '本邮件由系统自动发出，请勿回复。', en: 'This mail was sent by the system; please do not reply.' };

const textOf = ({ lines, language }: Message): string =>
  [...lines.map(({ text, link }) => (link === undefined ? text : `${text}\n  ${link}`)), '', FOOT[language]].join('\n');

/** One address and nothing else: no list, no name, no line end. */
const isMailAddress = (text: string): boolean => /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+$/.test(text);

interface MailError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly timeoutType?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const NOT_TRUSTED = /CERT|SIGNED|TLS|SSL|EPROTO/;

// A connection that broke or fell silent in the middle of the talk: the text may have been handed over, and nobody knows whether the server kept it.
const mayHaveArrived = ({ code, originalCode, timeoutType }: MailError): boolean =>
  timeoutType === 'SOCKET_TIMEOUT' ||
  code === 'ECONNECTION' ||
  originalCode === 'ECONNRESET' ||
  originalCode === 'EPIPE';

/** SMTP says it itself (RFC 5321, 4.2.1): 4yz may help later, 5yz will not. What happened before an answer came may help later. */
const outcomeOf = (error: MailError, hidden: readonly string[]): Failed => {
  const { code = 'unknown', originalCode = code, responseCode, response = '' } = error;
  if (code === 'ETLS' || NOT_TRUSTED.test(originalCode))
    return failed('not-encrypted', `no encryption that can be trusted (${originalCode}); nothing was sent`);
  if (responseCode !== undefined && responseCode >= 400) {
    const meaning = code === 'EAUTH' && responseCode >= 500 ? 'sign-in-refused' : `smtp-${responseCode}`;
    return failed(meaning, withoutSecrets(response, hidden), { permanent: responseCode >= 500 });
  }
  const doubt = mayHaveArrived(error) ? { uncertain: true as const } : {};
  return code === 'ETIMEDOUT'
    ? failed('timeout', 'the mail server did not answer in time', doubt)
    : failed('unreachable', originalCode, doubt);
};

const limitOf = ({ perMinute }: MailSettings): RateLimit => (perMinute === undefined ? {} : { perMinute });

/** A channel by SMTP. The address that was checked is the one that is connected to, under the name of the certificate. Each mail is its own connection: at the pace of notices a pool would only keep dead ones. */
const bySmtp = (settings: MailSettings, password: string | undefined, reach: Reach): Channel => {
  const { name, host, port, security, from, fromName = '', user, timeoutSeconds } = settings;
  const milliseconds = timeoutSeconds * 1000; // for the connection and for the greeting
  const hidden = password === undefined ? [] : [password, `\0${user ?? ''}\0${password}`];
  // Silence may last longer than the greeting: with equal limits either could end a mute connection, and only the greeting's tells that no mail was handed over.
  const transportTo = (address: string) =>
    createTransport({
      host: address,
      tls: isIP(host) === 0 ? { servername: host } : {},
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      connectionTimeout: milliseconds,
      greetingTimeout: milliseconds,
      socketTimeout: 2 * milliseconds,
      dnsTimeout: milliseconds,
      logger: false,
      debug: false,
      ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
    });
  return {
    name,
    limit: limitOf(settings),
    async send(message) {
      const { email } = message.to;
      if (email === undefined) return failed('address-missing', 'this person has no mail address', { permanent: true });
      if (!isMailAddress(email)) return failed('address-wrong', 'this is no mail address', { permanent: true });
      try {
        const { messageId } = await transportTo(await addressOf(host, reach)).sendMail({
          from: { name: fromName, address: from },
          to: { name: message.to.name, address: email },
          subject: message.subject,
          text: textOf(message),
          date: new Date(message.writtenAt),
          messageId: messageIdOf(message.id, from),
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: 'accepted', providerId: messageId };
      } catch (error) {
        if (error instanceof AddressNotAllowed)
          return failed('address-not-allowed', error.message, { permanent: true });
        return outcomeOf(error as MailError, hidden);
      }
    },
  };
};

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/;

/** Mail, to each person's own address. */
export const mail: ChannelKind<MailSettings> = {
  settings: MailSettings,
  entries: {
    host: { hint: 'smtp.example.cn' },
    port: { hint: '465' },
    from: { hint: 'luodi@example.cn' },
    security: {
      choices: {
        tls: { zh: 'TLS（通常用 465 端口）', en: 'TLS (usually port 465)' },
        starttls: { zh: 'STARTTLS（通常用 587 端口）', en: 'STARTTLS (usually port 587)' },
        none: { zh: '不加密', en: 'none' },
      },
    },
  },
  secrets: {
    password: {
      label: { zh: '密码（授权码）', en: 'Password' },
      after: 'user',
      wrong: (password, { user }) =>
        (user === undefined) === (password === undefined)
          ? null
          : { zh: '登录名和密码须同时填写', en: 'user name and password go together' },
    },
  },
  wrong: ({ host, from, user, security }) => [
    ...(HOST.test(host)
      ? []
      : [
          wrongField(
            'host',
            '必须是主机名或地址，例如 smtp.example.cn',
            'must be a host name or address, such as smtp.example.cn',
          ),
        ]),
    ...(isMailAddress(from) ? [] : [wrongField('from', '必须是邮件地址', 'must be a mail address')]),
    ...(user !== undefined && security === 'none'
      ? [
          wrongField(
            'security',
            '不加密时不得登录，否则密码会明文传输',
            'must not be none where one signs in: the password would travel in clear',
          ),
        ]
      : []),
  ],
  limit: limitOf,
  open: (settings, { password }, _keep, reach) => bySmtp(settings, password, reach),
};
