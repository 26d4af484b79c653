import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import { inbox, type Keep } from './inbox.ts';
import { mail } from './mail.ts';
import type { Channel } from './message.ts';
import { checkSecrets, type ChannelSecrets, type ChannelSettings } from './settings.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

/** The channel that `settings` describe, ready to send. Throws InvalidCommand naming what is wrong with the secrets; opens no connection yet. */
export const openChannel = (settings: ChannelSettings, secrets: ChannelSecrets, keep: Keep): Channel => {
  checkSecrets(settings, secrets);
  const { secret, previousSecret, password } = secrets;
  const address = (): URL => new URL(secrets.address ?? '');
  switch (settings.kind) {
    case 'inbox': return inbox(settings.name, keep);
    case 'mail': return mail(settings.name, { ...settings, password });
    case 'wecom': return wecom(settings.name, address(), settings);
    case 'dingtalk': return dingtalk(settings.name, address(), { secret, keyword: settings.keyword }, settings);
    case 'feishu': return feishu(settings.name, address(), { secret, keyword: settings.keyword }, settings);
    case 'webhook': return webhook(settings.name, address(), [secret, previousSecret].filter((one) => one !== undefined), settings);
  }
};
