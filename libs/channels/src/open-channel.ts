import { dingtalk, DINGTALK_LIMIT } from './dingtalk.ts';
import { feishu, FEISHU_LIMIT } from './feishu.ts';
import { inbox, type Keep } from './inbox.ts';
import { mail } from './mail.ts';
import type { Channel } from './message.ts';
import type { Reach } from './reachable.ts';
import type { RateLimit } from './rate-limit.ts';
import { checkSecrets, type ChannelSecrets, type ChannelSettings } from './settings.ts';
import { signedPost, webhook } from './webhook.ts';
import { wecom, WECOM_LIMIT } from './wecom.ts';

/** The secret, and while the receiver changes over the one before it. */
const signingWith = ({ secret, previousSecret }: ChannelSecrets): readonly string[] =>
  [secret, previousSecret].filter((one) => one !== undefined);

/** The channel that `settings` describe, ready to send. Throws InvalidCommand naming what is wrong with the secrets; opens no connection yet. */
export const openChannel = (settings: ChannelSettings, secrets: ChannelSecrets, keep: Keep, reach: Reach): Channel => {
  checkSecrets(settings, secrets, reach);
  const { secret, password } = secrets;
  const address = (): URL => new URL(secrets.address ?? '');
  switch (settings.kind) {
    case 'inbox':
      return inbox(settings.name, keep);
    case 'mail':
      return mail(settings.name, { ...settings, password }, reach);
    case 'wecom':
      return wecom(settings.name, address(), { ...settings, ...reach });
    case 'dingtalk':
      return dingtalk(settings.name, address(), { secret, keyword: settings.keyword }, { ...settings, ...reach });
    case 'feishu':
      return feishu(settings.name, address(), { secret, keyword: settings.keyword }, { ...settings, ...reach });
    case 'webhook':
      return webhook(settings.name, address(), signingWith(secrets), { ...settings, ...reach });
  }
};

/** The way to a receiver of facts. Throws InvalidCommand likewise. */
export const openFactHook = (
  settings: Extract<ChannelSettings, { readonly kind: 'webhook' }>,
  secrets: ChannelSecrets,
  reach: Reach,
): ReturnType<typeof signedPost> => {
  checkSecrets(settings, secrets, reach);
  return signedPost(new URL(secrets.address ?? ''), signingWith(secrets), { ...settings, ...reach });
};

/** How fast the channel of these settings may send; for who shows it without opening the channel and its secrets. */
export const limitOf = (settings: ChannelSettings): RateLimit => {
  switch (settings.kind) {
    case 'inbox':
    case 'webhook':
      return {};
    case 'mail':
      return settings.perMinute === undefined ? {} : { perMinute: settings.perMinute };
    case 'wecom':
      return WECOM_LIMIT;
    case 'dingtalk':
      return DINGTALK_LIMIT;
    case 'feishu':
      return FEISHU_LIMIT;
  }
};
