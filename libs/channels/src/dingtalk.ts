import { createHmac } from 'node:crypto';
import { groupRobot, type Meaning, type SafetyRules } from './group-robot.ts';
import { address as addressOf, addressIn, Guarded, type ChannelKind } from './kind.ts';
import type { Channel, Line, Message } from './message.ts';
import type { PostOptions } from './post.ts';
import type { RateLimit } from './rate-limit.ts';
import { bytesOf, fitting, harmless, markdownLink } from './wording.ts';

/** DingTalk custom robot, open.dingtalk.com: 20 messages a minute for each robot, then nothing for ten minutes. */
const LIMIT: RateLimit = { perMinute: 20, penaltySeconds: 600 };

const LONGEST = 18_000; // bytes of Markdown; the body may have 20,000

const TOO_FAST: Meaning = { code: 'rate-limited', permanent: false, retryAfterSeconds: 600 };
const MEANINGS: Readonly<Record<number, Meaning>> = {
  [-1]: { code: 'provider-busy', permanent: false },
  130101: TOO_FAST,
  660026: TOO_FAST,
  300001: { code: 'key-refused', permanent: true }, // no such token
  310000: { code: 'safety-refused', permanent: true }, // signature, keyword or address: the text says which
  40035: { code: 'message-refused', permanent: true },
  43004: { code: 'message-refused', permanent: true }, // content type
  400013: { code: 'group-gone', permanent: true }, // the group was dissolved
  400101: { code: 'key-refused', permanent: true },
  400102: { code: 'robot-disabled', permanent: true },
};

/** The signature that goes into the address: HMAC-SHA256 of the milliseconds, a line feed and the secret, keyed by the secret. */
export const dingtalkSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

const markdown = ({ subject, to }: Message, lines: readonly Line[], keyword: string): string =>
  [
    `### ${keyword}${harmless(subject)}`,
    to.accounts?.['dingtalk'] === undefined ? harmless(to.name) : `@${to.accounts['dingtalk']}`,
    ...lines.map((line) => `- ${markdownLink(line)}`),
  ].join('\n\n'); // a single line feed is no new line there

const toGroup = (name: string, address: URL, { secret, keyword }: SafetyRules, options: PostOptions): Channel =>
  groupRobot(
    {
      name,
      address,
      limit: LIMIT,
      number: 'errcode',
      text: 'errmsg',
      secret,
      request: (message, now) => {
        const url = new URL(address);
        if (secret !== undefined) {
          url.searchParams.set('timestamp', String(now));
          url.searchParams.set('sign', dingtalkSign(now, secret));
        }
        const opening = keyword === undefined ? '' : `${keyword} `;
        const lines = fitting(message, LONGEST, (some) => bytesOf(markdown(message, some, opening)));
        const account = message.to.accounts?.['dingtalk'];
        return {
          url,
          body: {
            msgtype: 'markdown',
            markdown: { title: `${opening}${harmless(message.subject)}`, text: markdown(message, lines, opening) },
            at: { atUserIds: account === undefined ? [] : [account], isAtAll: false },
          },
        };
      },
      meaning: (number) => MEANINGS[number] ?? { code: `dingtalk-${number}`, permanent: false },
    },
    options,
  );

class DingtalkSettings extends Guarded {
  override kind = 'dingtalk' as const;
}

const SIGNING_SECRET = /^SEC\S{8,}$/;

/** A channel to a DingTalk group; the access token stands in the address. */
export const dingtalk: ChannelKind<DingtalkSettings> = {
  settings: DingtalkSettings,
  secrets: {
    address: addressOf('https://oapi.dingtalk.com/robot/send?access_token=…'),
    secret: {
      label: { zh: '加签密钥', en: 'Signing secret' },
      hint: 'SEC…',
      wrong: (secret) =>
        secret === undefined || SIGNING_SECRET.test(secret)
          ? null
          : { zh: '加签密钥以 SEC 开头', en: 'the signing secret begins with SEC' },
    },
  },
  limit: () => LIMIT,
  open: (settings, secrets, _keep, reach) =>
    toGroup(settings.name, addressIn(secrets), { ...settings, secret: secrets['secret'] }, { ...settings, ...reach }),
};
