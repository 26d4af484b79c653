import { EVENT_WORDS, field, InvalidCommand, readCommand, type FieldError } from '#domain';
import { isMailAddress } from './mail.ts';
import type { Reach } from './reachable.ts';
import { webhookKey } from './webhook.ts';

const KINDS = ['inbox', 'mail', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;
type ChannelKind = (typeof KINDS)[number];

class OfAnyKind {
  @field.choice(KINDS, { zh: '渠道种类', en: 'kind of channel' }) kind!: ChannelKind;
  @field.text({ zh: '渠道名称', en: 'name of the channel', max: 60 }) name!: string;
}
class Networked extends OfAnyKind {
  @field.integer({ zh: '超时（秒）', en: 'time-out in seconds', optional: true, min: 1, max: 120 }) timeoutSeconds = 10;
}
class InboxSettings extends OfAnyKind {
  override kind = 'inbox' as const;
}

class MailSettings extends Networked {
  override kind = 'mail' as const;
  @field.text({ zh: '邮件服务器', en: 'mail server', max: 253 }) host!: string;
  @field.integer({ zh: '端口', en: 'port', min: 1, max: 65_535 }) port!: number;
  @field.choice(['tls', 'starttls', 'none'], { zh: '加密方式', en: 'encryption' }) security!:
    'tls' | 'starttls' | 'none';
  @field.text({ zh: '发件地址', en: 'sender address', max: 254 }) from!: string;
  @field.text({ zh: '发件人名称', en: 'sender name', optional: true, max: 60 }) fromName?: string;
  @field.text({ zh: '登录名', en: 'user name', optional: true, max: 254 }) user?: string;
  @field.integer({ zh: '每分钟最多封数', en: 'mails a minute', optional: true, min: 1, max: 10_000 })
  perMinute?: number;
}
class WecomSettings extends Networked {
  override kind = 'wecom' as const;
}
class Guarded extends Networked {
  @field.text({ zh: '安全关键词', en: 'safety keyword', optional: true, max: 20 }) keyword?: string;
}
class DingtalkSettings extends Guarded {
  override kind = 'dingtalk' as const;
}
class FeishuSettings extends Guarded {
  override kind = 'feishu' as const;
}
class WebhookSettings extends Networked {
  override kind = 'webhook' as const;
  @field.texts({
    zh: '推送的记录',
    en: 'facts that it is told',
    optional: true,
    max: 200,
    choices: Object.keys(EVENT_WORDS),
  })
  facts?: string[]; // by name; none: it is told notices
}

/** What may be shown of a channel. Its secrets are kept apart, sealed. */
export type ChannelSettings =
  InboxSettings | MailSettings | WecomSettings | DingtalkSettings | FeishuSettings | WebhookSettings;

/** What must not be shown: the address of a robot or receiver is one of them, for it holds the key. */
export interface ChannelSecrets {
  readonly address?: string; // robots and webhook
  readonly secret?: string; // signing secret of DingTalk, Feishu; "whsec_…" of a webhook
  readonly previousSecret?: string; // of a webhook, while its receiver changes over
  readonly password?: string; // mail
}

/** What each kind of channel is told of itself. */
export const CHANNEL_SETTINGS = {
  inbox: InboxSettings,
  mail: MailSettings,
  wecom: WecomSettings,
  dingtalk: DingtalkSettings,
  feishu: FeishuSettings,
  webhook: WebhookSettings,
} as const satisfies Record<ChannelKind, new () => ChannelSettings>;

const wrong = (name: string, zh: string, en: string): FieldError => ({ field: name, code: 'invalid-field', zh, en });

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/;

/** The fields of a channel, or InvalidCommand naming every wrong one. */
export const readSettings = (body: unknown): ChannelSettings => {
  const kind = Object.entries(CHANNEL_SETTINGS).find(([name]) => name === (Object(body) as { kind?: unknown }).kind);
  if (kind === undefined)
    throw new InvalidCommand([
      wrong('kind', `必须是以下之一：${KINDS.join('、')}`, `must be one of: ${KINDS.join(', ')}`),
    ]);
  const settings = readCommand<ChannelSettings>(kind[1], body);
  const errors: FieldError[] = [];
  if (settings.kind === 'mail') {
    if (!HOST.test(settings.host))
      errors.push(
        wrong(
          'host',
          '必须是主机名或地址，例如 smtp.example.cn',
          'must be a host name or address, such as smtp.example.cn',
        ),
      );
    if (!isMailAddress(settings.from)) errors.push(wrong('from', '必须是邮件地址', 'must be a mail address'));
    if (settings.user !== undefined && settings.security === 'none')
      errors.push(
        wrong(
          'security',
          '不加密时不得登录，否则密码会明文传输',
          'must not be none where one signs in: the password would travel in clear',
        ),
      );
  }
  if (errors.length > 0) throw new InvalidCommand(errors);
  return settings;
};

const addressErrors = (address: string | undefined, { allowPrivate }: Reach): FieldError[] => {
  if (address === undefined || !URL.canParse(address))
    return [wrong('address', '必须是完整的网址', 'must be a whole address')];
  const { protocol, username, password, hash } = new URL(address);
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:'))
    return [
      wrong(
        'address',
        '必须以 https:// 开头；只有服务器设置了允许内网地址时才可用 http://',
        'must begin with https://; http:// only where the server is set up to reach office addresses',
      ),
    ];
  if (username !== '' || password !== '' || hash !== '')
    return [wrong('address', '不得含有用户名、密码或 # 部分', 'must hold no user, password or # part')];
  return [];
};

const secretErrors = (
  settings: ChannelSettings,
  { address, secret, previousSecret, password }: ChannelSecrets,
  reach: Reach,
): FieldError[] => {
  switch (settings.kind) {
    case 'inbox':
      return [];
    case 'mail':
      return (settings.user === undefined) === (password === undefined)
        ? []
        : [wrong('password', '登录名和密码须同时填写', 'user name and password go together')];
    case 'wecom':
      return addressErrors(address, reach);
    case 'dingtalk':
      return [
        ...addressErrors(address, reach),
        ...(secret === undefined || /^SEC\S{8,}$/.test(secret)
          ? []
          : [wrong('secret', '加签密钥以 SEC 开头', 'the signing secret begins with SEC')]),
      ];
    case 'feishu':
      return [
        ...addressErrors(address, reach),
        ...(secret === undefined || /^\S{8,}$/.test(secret)
          ? []
          : [wrong('secret', '签名密钥过短或含空格', 'the signing secret is too short or holds spaces')]),
      ];
    case 'webhook':
      return [
        ...addressErrors(address, reach),
        ...(
          [
            ['secret', secret ?? ''],
            ...(previousSecret === undefined ? [] : [['previousSecret', previousSecret]]),
          ] as const
        )
          .filter(([, one]) => webhookKey(one ?? '') === null)
          .map(([name]) =>
            wrong(name ?? '', '必须是 whsec_ 加 24 至 64 字节的 base64', 'must be whsec_ and 24 to 64 bytes in base64'),
          ),
      ];
  }
};

/** InvalidCommand naming every secret that is missing or badly written; never with its value. */
export const checkSecrets = (settings: ChannelSettings, secrets: ChannelSecrets, reach: Reach): void => {
  const errors = secretErrors(settings, secrets, reach);
  if (errors.length > 0) throw new InvalidCommand(errors);
};

/** The kinds of facts that a channel is told; none where it is told notices. */
export const factsOf = (settings: ChannelSettings): readonly string[] =>
  settings.kind === 'webhook' ? (settings.facts ?? []) : [];
