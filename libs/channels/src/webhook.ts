import { createHmac } from 'node:crypto';
import { EVENT_WORDS, field, type Sentence } from '#domain';
import { address as addressOf, addressIn, Networked, type ChannelKind, type ChannelSecrets } from './kind.ts';
import type { Message, Outcome } from './message.ts';
import { failedByStatus, post, type PostOptions } from './post.ts';
import type { Reach } from './reachable.ts';
import { secretsIn, withoutSecrets } from './redact.ts';

const PREFIX = 'whsec_';

/** The bytes of a Standard Webhooks secret, "whsec_" and base64; null where it is badly written or not of 24 to 64 bytes. */
const webhookKey = (secret: string): Buffer | null => {
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
const signedPost = (address: URL, secrets: readonly string[], options: PostOptions) => {
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

class WebhookSettings extends Networked {
  override kind = 'webhook' as const;
  @field.texts({
    zh: '推送的记录（留空则推送提醒）',
    en: 'Facts that it is told (none: notices)',
    optional: true,
    max: 200,
    choices: Object.keys(EVENT_WORDS),
  })
  facts?: string[]; // by name
}

/** The way to a receiver, signed with its secret, and while it changes over with the one before it. */
export const handOverTo = (
  settings: WebhookSettings,
  secrets: ChannelSecrets,
  reach: Reach,
): ReturnType<typeof signedPost> => {
  const { secret, previousSecret } = secrets;
  const signing = [secret, previousSecret].filter((one) => one !== undefined);
  return signedPost(addressIn(secrets), signing, { ...settings, ...reach });
};

const wrongSecret = (secret: string): Sentence | null =>
  webhookKey(secret) === null
    ? { zh: '必须是 whsec_ 加 24 至 64 字节的 base64', en: 'must be whsec_ and 24 to 64 bytes in base64' }
    : null;

/** A channel to a program of the bureau or of another office. */
export const webhook: ChannelKind<WebhookSettings> = {
  settings: WebhookSettings,
  entries: { facts: { choices: 'events' } },
  secrets: {
    address: addressOf('https://'),
    secret: {
      label: { zh: '签名密钥（同时交给接收方）', en: 'Signing secret (give it to the receiver as well)' },
      required: true,
      hint: 'whsec_…',
      made: 'webhook-secret',
      wrong: (secret = '') => wrongSecret(secret),
    },
    previousSecret: {
      label: {
        zh: '更换前的密钥（接收方换好之前）',
        en: 'Secret before the change (until the receiver has changed over)',
      },
      hint: 'whsec_…',
      wrong: (secret) => (secret === undefined ? null : wrongSecret(secret)),
    },
  },
  limit: () => ({}),
  open: (settings, secrets, _keep, reach) => {
    const handOver = handOverTo(settings, secrets, reach);
    return { name: settings.name, limit: {}, send: (message) => handOver(message.id, bodyOf(message)) };
  },
};
