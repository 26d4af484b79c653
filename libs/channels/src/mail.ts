import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { failed, type Channel, type Failed, type Message } from './message.ts';
import type { RateLimit } from './rate-limit.ts';
import { AddressNotAllowed, addressOf, type Reach } from './reachable.ts';
import { withoutSecrets } from './redact.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none'; // 'starttls' never falls back to plain text
  readonly from: string;
  readonly fromName?: string;
  readonly user?: string;
  readonly password?: string;
  readonly timeoutSeconds: number; // for the connection and for the greeting; twice that for a silence later on
  readonly perMinute?: number; // as the office's mail server bears it
}

/** The Message-ID of a message: the same for every attempt, so that mail servers and readers can drop a repeat. */
export const messageIdOf = (id: string, from: string): string =>
  `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${from.slice(from.lastIndexOf('@') + 1)}>`;

const FOOT = { zh: '本邮件由系统自动发出，请勿回复。', en: 'This mail was sent by the system; please do not reply.' };

const textOf = ({ lines, language }: Message): string =>
  [...lines.map(({ text, link }) => (link === undefined ? text : `${text}\n  ${link}`)), '', FOOT[language]].join('\n');

/** One address and nothing else: no list, no name, no line end. */
export const isMailAddress = (text: string): boolean => /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+$/.test(text);

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

/** A channel by SMTP. The address that was checked is the one that is connected to, under the name of the certificate. Each mail is its own connection: at the pace of notices a pool would only keep dead ones. */
export const mail = (name: string, server: MailServer, reach: Reach): Channel => {
  const { host, port, security, from, fromName = '', user, password, timeoutSeconds, perMinute } = server;
  const milliseconds = timeoutSeconds * 1000;
  const limit: RateLimit = perMinute === undefined ? {} : { perMinute };
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
    limit,
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
