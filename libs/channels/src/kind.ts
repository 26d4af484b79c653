import { field, type FieldError, type Sentence } from '#domain';
import type { Channel, Message } from './message.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Reach } from './reachable.ts';

/** What may be shown of a channel. Its secrets are kept apart, sealed. */
export class OfAnyKind {
  @field.text({ zh: '渠道种类', en: 'Kind of channel', max: 20 }) kind!: string;
  @field.text({ zh: '渠道名称', en: 'Name of the channel', max: 60 }) name!: string;
}
export class Networked extends OfAnyKind {
  @field.integer({ zh: '超时（秒）', en: 'Time-out (seconds)', optional: true, min: 1, max: 120 }) timeoutSeconds = 10;
}
/** A robot that takes only messages with its keyword. */
export class Guarded extends Networked {
  @field.text({ zh: '安全关键词', en: 'Safety keyword', optional: true, max: 20 }) keyword?: string;
}

/** What must not be shown, by name: the address of a robot or receiver is one of them, for it holds the key. */
export type ChannelSecrets = Readonly<Partial<Record<string, string>>>;

/** The words of what can be chosen, by value; or the name of the dictionary that has them. */
export type Choices = Readonly<Record<string, Sentence>> | 'events';

/** What a form asks of a setting beyond its own declaration. */
interface Entry {
  readonly hint?: string;
  readonly choices?: Choices;
}

/** One secret of a channel. */
export interface Secret<S> {
  readonly label: Sentence;
  readonly after?: string; // the setting behind which the form asks for it; else before them all
  readonly required?: true;
  readonly hint?: string;
  readonly made?: 'webhook-secret'; // the form offers a fresh one
  /** What is wrong with it, never with its value; null where nothing is. */
  wrong(this: void, value: string | undefined, settings: S, reach: Reach): Sentence | null;
}

/** Keeps a message for the person's page; the same id again changes nothing. */
export type Keep = (message: Message) => Promise<void>;

/** A kind of channel, whole and in one file: its settings, its secrets, its form, its limit, its sending. kinds.ts says what it is called. */
export interface ChannelKind<S extends OfAnyKind = OfAnyKind> {
  readonly settings: new () => S;
  readonly entries?: Readonly<Record<string, Entry>>; // by the name of the setting
  readonly secrets: Readonly<Record<string, Secret<S>>>;
  /** What is wrong with settings that are right one by one. */
  wrong?(settings: S): readonly FieldError[];
  limit(settings: S): RateLimit;
  /** Ready to send; opens no connection yet. The secrets were found right. */
  open(settings: S, secrets: ChannelSecrets, keep: Keep, reach: Reach): Channel;
}

export const wrongField = (name: string, zh: string, en: string): FieldError => ({
  field: name,
  code: 'invalid-field',
  zh,
  en,
});

const wrongAddress = (address: string | undefined, { allowPrivate }: Reach): Sentence | null => {
  if (address === undefined || !URL.canParse(address)) return { zh: '必须是完整的网址', en: 'must be a whole address' };
  const { protocol, username, password, hash } = new URL(address);
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:'))
    return {
      zh: '必须以 https:// 开头；只有服务器设置了允许内网地址时才可用 http://',
      en: 'must begin with https://; http:// only where the server is set up to reach office addresses',
    };
  return username !== '' || password !== '' || hash !== ''
    ? { zh: '不得含有用户名、密码或 # 部分', en: 'must hold no user, password or # part' }
    : null;
};

/** The address of a robot or receiver, as a secret. */
export const address = (hint: string): Secret<unknown> => ({
  label: { zh: '地址', en: 'Address' },
  required: true,
  hint,
  wrong: (value, _settings, reach) => wrongAddress(value, reach),
});

/** The address, once it was found right. */
export const addressIn = (secrets: ChannelSecrets): URL => new URL(secrets['address'] ?? '');
