import type { Schemas } from '../ask/api.ts';
import { w, type Sentence } from '../words/sentence.ts';
import { EVENTS } from '../words/words.ts';

export type Channel = Schemas['Channel'];
export type Kind = 'mail' | 'wecom' | 'dingtalk' | 'feishu' | 'webhook';

/** One entry of a channel's form. Secrets go to the server and never come back. */
export interface ChannelField {
  readonly name: string;
  readonly label: Sentence;
  readonly as: 'text' | 'number' | 'choice' | 'choices' | 'secret';
  readonly required?: true;
  readonly choices?: Readonly<Record<string, Sentence>>;
  readonly hint?: string;
  readonly made?: () => string; // a fresh secret
}

const TIMEOUT: ChannelField = { name: 'timeoutSeconds', label: w('超时（秒）', 'Time-out (seconds)'), as: 'number' };
const KEYWORD: ChannelField = { name: 'keyword', label: w('安全关键词', 'Safety keyword'), as: 'text' };
const address = (hint: string): ChannelField => ({
  name: 'address',
  label: w('地址', 'Address'),
  as: 'secret',
  required: true,
  hint,
});
const webhookSecret = (): string => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;

/** What each kind of channel needs. The server checks every field again. */
export const KINDS: Readonly<Record<Kind, readonly ChannelField[]>> = {
  mail: [
    { name: 'host', label: w('邮件服务器', 'Mail server'), as: 'text', required: true, hint: 'smtp.example.cn' },
    { name: 'port', label: w('端口', 'Port'), as: 'number', required: true, hint: '465' },
    {
      name: 'security',
      label: w('加密方式', 'Encryption'),
      as: 'choice',
      required: true,
      choices: {
        tls: w('TLS（通常用 465 端口）', 'TLS (usually port 465)'),
        starttls: w('STARTTLS（通常用 587 端口）', 'STARTTLS (usually port 587)'),
        none: w('不加密', 'none'),
      },
    },
    { name: 'from', label: w('发件地址', 'Sender address'), as: 'text', required: true, hint: 'luodi@example.cn' },
    { name: 'fromName', label: w('发件人名称', 'Sender name'), as: 'text' },
    { name: 'user', label: w('登录名', 'User name'), as: 'text' },
    { name: 'password', label: w('密码（授权码）', 'Password'), as: 'secret' },
    { name: 'perMinute', label: w('每分钟最多封数', 'Mails a minute at most'), as: 'number' },
    TIMEOUT,
  ],
  wecom: [address('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…'), TIMEOUT],
  dingtalk: [
    address('https://oapi.dingtalk.com/robot/send?access_token=…'),
    { name: 'secret', label: w('加签密钥', 'Signing secret'), as: 'secret', hint: 'SEC…' },
    KEYWORD,
    TIMEOUT,
  ],
  feishu: [
    address('https://open.feishu.cn/open-apis/bot/v2/hook/…'),
    { name: 'secret', label: w('签名密钥', 'Signing secret'), as: 'secret' },
    KEYWORD,
    TIMEOUT,
  ],
  webhook: [
    address('https://'),
    {
      name: 'secret',
      label: w('签名密钥（同时交给接收方）', 'Signing secret (give it to the receiver as well)'),
      as: 'secret',
      required: true,
      hint: 'whsec_…',
      made: webhookSecret,
    },
    {
      name: 'previousSecret',
      label: w('更换前的密钥（接收方换好之前）', 'Secret before the change (until the receiver has changed over)'),
      as: 'secret',
      hint: 'whsec_…',
    },
    {
      name: 'facts',
      label: w('推送的记录（留空则推送提醒）', 'Facts that it is told (none: notices)'),
      as: 'choices',
      choices: EVENTS,
    },
    TIMEOUT,
  ],
};

/** The fields of a form as the API takes them: settings that may be shown, and secrets; a secret left empty stays as it is, unless what it belongs to is gone. */
export const asChannel = (
  kind: Kind,
  name: string,
  given: Readonly<Record<string, unknown>>,
): { readonly settings: object; readonly secrets: Record<string, string> } => {
  const filled = KINDS[kind].filter(
    (field) => given[field.name] !== undefined && given[field.name] !== null && given[field.name] !== '',
  );
  const of = (secret: boolean) =>
    Object.fromEntries(
      filled.filter(({ as }) => (as === 'secret') === secret).map((field) => [field.name, given[field.name]]),
    );
  const gone: Record<string, string> = kind === 'mail' && !given['user'] ? { password: '' } : {};
  return { settings: { kind, name, ...of(false) }, secrets: { ...(of(true) as Record<string, string>), ...gone } };
};
