import { createHmac } from 'node:crypto';
import type { Channel, Message, Outcome } from './message.ts';
import { failedByStatus, post, type PostOptions } from './post.ts';
import { secretsIn, withoutSecrets } from './redact.ts';

const PREFIX = 'whsec_';

/** The bytes of a Standard Webhooks secret, "whsec_" and base64; null where it is badly written or not of 24 to 64 bytes. */
export const webhookKey = (secret: string): Buffer | null => {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const key = Buffer.from(text, 'base64');
  return key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') && key.length >= 24 && key.length <= 64
    ? key
    : null;
};

/** The three headers of Standard Webhooks 1.0.0. Several keys give several signatures, so that a receiver can change its secret without missing one. */
const signedHeaders = (
  id: string,
  seconds: number,
  body: string,
  keys: readonly Buffer[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': keys
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`)
    .join(' '),
});

/** The body is the same for every attempt, and so is the id: a receiver drops what it has. */
const bodyOf = ({ id, to, subject, lines, language, kind, writtenAt }: Message): string =>
  JSON.stringify({
    type: `notice.${kind}`,
    timestamp: writtenAt,
    data: { id, person: to.person, name: to.name, language, subject, lines },
  });

/** Hands one text over, signed with all keys. No redirect is followed: an answer 3xx is a wrong address. What is said of a failure holds no secret. */
export const signedPost = (address: URL, secrets: readonly string[], options: PostOptions) => {
  const keys = secrets.map((secret) => webhookKey(secret)).filter((key) => key !== null);
  const hidden = [...secretsIn(address), ...secrets, ...secrets.map((secret) => secret.slice(PREFIX.length))];
  return async (id: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
    const signed = signedHeaders(id, Math.floor(Date.now() / 1000), body, keys);
    const answer = await post(address, body, { ...headers, ...signed }, options);
    if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300)
      return { kind: 'accepted', providerId: id };
    const failure = answer.kind === 'answered' ? failedByStatus(answer) : answer;
    return { ...failure, detail: withoutSecrets(failure.detail, hidden) };
  };
};

/** A channel to a program of the bureau or of another office. */
export const webhook = (name: string, address: URL, secrets: readonly string[], options: PostOptions): Channel => {
  const handOver = signedPost(address, secrets, options);
  return { name, limit: {}, send: (message) => handOver(message.id, bodyOf(message)) };
};
