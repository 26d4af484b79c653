import { fieldsOf, InvalidCommand, readCommand, type Field, type FieldError, type Sentence } from '#domain';
import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import { inbox } from './inbox.ts';
import { wrongField, type ChannelKind, type ChannelSecrets, type Choices, type Keep, type OfAnyKind } from './kind.ts';
import { mail } from './mail.ts';
import type { Channel } from './message.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Reach } from './reachable.ts';
import { handOverTo, webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

const called = <S extends OfAnyKind>(zh: string, en: string, kind: ChannelKind<S>) => ({ ...kind, title: { zh, en } });

/** Every kind of channel by its name, in the order in which they are offered: who adds one writes its file, and says here what it is called. */
const KINDS = {
  inbox: called('我的提醒', 'Inbox', inbox),
  mail: called('电子邮件', 'E-mail', mail),
  wecom: called('企业微信', 'WeCom', wecom),
  dingtalk: called('钉钉', 'DingTalk', dingtalk),
  feishu: called('飞书', 'Feishu', feishu),
  webhook: called('接口推送', 'Webhook', webhook),
} as const;

type Kinds = typeof KINDS;
export type ChannelSettings = { [K in keyof Kinds]: InstanceType<Kinds[K]['settings']> }[keyof Kinds];

const kindOf = ({ kind }: ChannelSettings): ChannelKind => KINDS[kind];

/** What each kind of channel is called. */
export const CHANNEL_NAMES: Readonly<Record<string, Sentence>> = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { title }]) => [kind, title]),
);

/** What each kind of channel is told of itself. */
export const CHANNEL_SETTINGS: Readonly<Record<string, new () => object>> = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { settings }]) => [kind, settings]),
);

/** The names of all secrets that a channel can have. */
export const SECRET_NAMES: ReadonlySet<string> = new Set(
  Object.values(KINDS).flatMap(({ secrets }) => Object.keys(secrets)),
);

/** The fields of a channel, or InvalidCommand naming every wrong one. */
export const readSettings = (body: unknown): ChannelSettings => {
  const given = Object(body) as { kind?: unknown };
  const kind = Object.entries(KINDS).find(([name]) => name === given.kind)?.[1];
  if (kind === undefined) {
    const names = Object.keys(KINDS);
    throw new InvalidCommand([
      wrongField('kind', `必须是以下之一：${names.join('、')}`, `must be one of: ${names.join(', ')}`),
    ]);
  }
  const settings = readCommand<ChannelSettings>(kind.settings, body);
  const errors = kindOf(settings).wrong?.(settings) ?? [];
  if (errors.length > 0) throw new InvalidCommand(errors);
  return settings;
};

/** InvalidCommand naming every secret that is missing or badly written; never with its value. */
export const checkSecrets = (settings: ChannelSettings, secrets: ChannelSecrets, reach: Reach): void => {
  const errors = Object.entries(kindOf(settings).secrets).flatMap(([name, secret]): FieldError[] => {
    const wrong = secret.wrong(secrets[name], settings, reach);
    return wrong === null ? [] : [wrongField(name, wrong.zh, wrong.en)];
  });
  if (errors.length > 0) throw new InvalidCommand(errors);
};

/** The channel that `settings` describe, ready to send. Throws InvalidCommand naming what is wrong with the secrets; opens no connection yet. */
export const openChannel = (settings: ChannelSettings, secrets: ChannelSecrets, keep: Keep, reach: Reach): Channel => {
  checkSecrets(settings, secrets, reach);
  return kindOf(settings).open(settings, secrets, keep, reach);
};

/** The way to a receiver of facts. Throws InvalidCommand likewise. */
export const openFactHook = (
  settings: Extract<ChannelSettings, { readonly kind: 'webhook' }>,
  secrets: ChannelSecrets,
  reach: Reach,
): ReturnType<typeof handOverTo> => {
  checkSecrets(settings, secrets, reach);
  return handOverTo(settings, secrets, reach);
};

/** How fast the channel of these settings may send; for who shows it without opening the channel and its secrets. */
export const limitOf = (settings: ChannelSettings): RateLimit => kindOf(settings).limit(settings);

/** The kinds of facts that a channel is told; none where it is told notices. */
export const factsOf = (settings: ChannelSettings): readonly string[] =>
  settings.kind === 'webhook' ? (settings.facts ?? []) : [];

/** One entry of the form by which a channel is set up. Secrets go to the server and never come back. */
export interface ChannelField {
  readonly name: string;
  readonly label: Sentence;
  readonly as: 'text' | 'number' | 'choice' | 'choices' | 'secret';
  readonly required?: true;
  readonly choices?: Choices;
  readonly hint?: string;
  readonly made?: 'webhook-secret';
}

const AS: Readonly<Partial<Record<Field['kind'], ChannelField['as']>>> = {
  integer: 'number',
  choice: 'choice',
  texts: 'choices',
};

const formOf = ({ settings, entries = {}, secrets }: ChannelKind): readonly ChannelField[] => {
  const secretsAfter = (place: string | undefined): readonly ChannelField[] =>
    Object.entries(secrets)
      .filter(([, { after }]) => after === place)
      .map(([name, { wrong: _rule, after: _place, ...secret }]) => ({ name, as: 'secret', ...secret }));
  const own = fieldsOf(settings).filter(({ name }) => name !== 'kind' && name !== 'name');
  return [
    ...secretsAfter(undefined),
    ...own.flatMap(({ name, kind, label, required }): readonly ChannelField[] => [
      { name, label, as: AS[kind] ?? 'text', ...(required ? { required } : {}), ...entries[name] },
      ...secretsAfter(name),
    ]),
  ];
};

/** The form of each kind that can be set up: every setting and secret of it, in the order in which they are asked for. The inbox needs none. */
export const CHANNEL_FORMS: Readonly<Record<string, readonly ChannelField[]>> = Object.fromEntries(
  Object.entries(KINDS)
    .map(([name, kind]) => [name, formOf(kind)] as const)
    .filter(([, form]) => form.length > 0),
);
