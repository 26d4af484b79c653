import { groupRobot, type Meaning } from './group-robot.ts';
import { address, addressIn, Networked, type ChannelKind } from './kind.ts';
import type { Channel, Line, Message } from './message.ts';
import type { PostOptions } from './post.ts';
import type { RateLimit } from './rate-limit.ts';
import { bytesOf, fitting, harmless, markdownLink } from './wording.ts';

/** WeCom group robot, developer.work.weixin.qq.com/document/path/91770: 20 messages a minute for each robot. */
const LIMIT: RateLimit = { perMinute: 20, penaltySeconds: 60 };

const LONGEST = 4096; // bytes of Markdown

const MEANINGS: Readonly<Record<number, Meaning>> = {
  [-1]: { code: 'provider-busy', permanent: false },
  40058: { code: 'message-refused', permanent: true }, // a parameter it does not take, such as too long a text
  45002: { code: 'message-refused', permanent: true }, // too long
  45009: { code: 'rate-limited', permanent: false, retryAfterSeconds: 60 },
  93000: { code: 'key-refused', permanent: true }, // the robot was removed, or the address is wrong
  93004: { code: 'robot-disabled', permanent: true },
  93008: { code: 'not-in-group', permanent: true },
};

const markdown = ({ subject, to }: Message, lines: readonly Line[]): string =>
  [
    `**${harmless(subject)}**`,
    ...(to.accounts?.['wecom'] === undefined ? [harmless(to.name)] : [`<@${to.accounts['wecom']}>`]),
    ...lines.map((line) => `> ${markdownLink(line)}`),
  ].join('\n');

const toGroup = (name: string, address: URL, options: PostOptions): Channel =>
  groupRobot(
    {
      name,
      address,
      limit: LIMIT,
      number: 'errcode',
      text: 'errmsg',
      request: (message) => {
        const lines = fitting(message, LONGEST, (some) => bytesOf(markdown(message, some)));
        return { url: address, body: { msgtype: 'markdown', markdown: { content: markdown(message, lines) } } };
      },
      meaning: (number) => MEANINGS[number] ?? { code: `wecom-${number}`, permanent: false },
    },
    options,
  );

class WecomSettings extends Networked {
  override kind = 'wecom' as const;
}

/** A channel to a WeCom group; the key stands in the address. */
export const wecom: ChannelKind<WecomSettings> = {
  settings: WecomSettings,
  secrets: { address: address('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…') },
  limit: () => LIMIT,
  open: (settings, secrets, _keep, reach) => toGroup(settings.name, addressIn(secrets), { ...settings, ...reach }),
};
