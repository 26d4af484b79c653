import { createHmac } from 'node:crypto';
import { groupRobot, type Meaning, type SafetyRules } from './group-robot.ts';
import { address as addressOf, addressIn, Guarded, type ChannelKind } from './kind.ts';
import type { Channel, Line, Message } from './message.ts';
import type { PostOptions } from './post.ts';
import type { RateLimit } from './rate-limit.ts';
import { bytesOf, fitting } from './wording.ts';

/** Feishu custom robot, open.feishu.cn "自定义机器人使用指南": 100 a minute, 5 a second, and better not at full or half hours. */
const LIMIT: RateLimit = { perMinute: 100, perSecond: 5, penaltySeconds: 60, avoidMinutes: [0, 30] };

const LONGEST = 20_000; // bytes of the whole body; 20 KB are taken

const MEANINGS: Readonly<Record<number, Meaning>> = {
  9499: { code: 'message-refused', permanent: true }, // body in the wrong form
  11232: { code: 'rate-limited', permanent: false, retryAfterSeconds: 60 },
  19001: { code: 'key-refused', permanent: true }, // no such robot
  19021: { code: 'sign-refused', permanent: true }, // wrong secret, or a clock more than an hour off
  19022: { code: 'sender-address-refused', permanent: true },
  19024: { code: 'keyword-missing', permanent: true },
};

/** The signature in the body: HMAC-SHA256 of nothing, keyed by the seconds, a line feed and the secret. */
export const feishuSign = (seconds: number, secret: string): string =>
  createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64');

type Part =
  | { readonly tag: 'text'; readonly text: string }
  | { readonly tag: 'a'; readonly text: string; readonly href: string }
  | { readonly tag: 'at'; readonly user_id: string };

const body = ({ subject, to, language }: Message, lines: readonly Line[], keyword: string): object => {
  const account = to.accounts?.['feishu'];
  const called: Part = account === undefined ? { tag: 'text', text: to.name } : { tag: 'at', user_id: account };
  const said = lines.map(({ text, link }): Part[] => [
    link === undefined ? { tag: 'text', text } : { tag: 'a', text, href: link },
  ]);
  return {
    msg_type: 'post',
    content: {
      post: {
        [language === 'zh' ? 'zh_cn' : 'en_us']: { title: `${keyword}${subject}`, content: [[called], ...said] },
      },
    },
  };
};

/** Texts are sent as texts, so that no name of a project can become mark-up. */
const toGroup = (name: string, address: URL, { secret, keyword }: SafetyRules, options: PostOptions): Channel =>
  groupRobot(
    {
      name,
      address,
      limit: LIMIT,
      number: 'code',
      text: 'msg',
      secret,
      request: (message, now) => {
        const seconds = Math.floor(now / 1000);
        const signed = secret === undefined ? {} : { timestamp: String(seconds), sign: feishuSign(seconds, secret) };
        const opening = keyword === undefined ? '' : `${keyword} `;
        const lines = fitting(message, LONGEST, (some) =>
          bytesOf(JSON.stringify({ ...signed, ...body(message, some, opening) })),
        );
        return { url: address, body: { ...signed, ...body(message, lines, opening) } };
      },
      meaning: (number, said) =>
        number === 9499 && /too many/i.test(said) // the same number also stands for speed
          ? { code: 'rate-limited', permanent: false, retryAfterSeconds: 60 }
          : (MEANINGS[number] ?? { code: `feishu-${number}`, permanent: false }),
    },
    options,
  );

class FeishuSettings extends Guarded {
  override kind = 'feishu' as const;
}

/** A channel to a Feishu group; the key stands in the address. */
export const feishu: ChannelKind<FeishuSettings> = {
  settings: FeishuSettings,
  secrets: {
    address: addressOf('https://open.feishu.cn/open-apis/bot/v2/hook/…'),
    secret: {
      label: { zh: '签名密钥', en: 'Signing secret' },
      wrong: (secret) =>
        secret === undefined || /^\S{8,}$/.test(secret)
          ? null
          : { zh: '签名密钥过短或含空格', en: 'the signing secret is too short or holds spaces' },
    },
  },
  limit: () => LIMIT,
  open: (settings, secrets, _keep, reach) =>
    toGroup(settings.name, addressIn(secrets), { ...settings, secret: secrets['secret'] }, { ...settings, ...reach }),
};
