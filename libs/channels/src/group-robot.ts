import { failed, type Channel, type Failed, type Message, type Outcome } from './message.ts';
import { failedByStatus, post, type Answer, type PostOptions } from './post.ts';
import type { RateLimit } from './rate-limit.ts';
import { secretsIn, withoutSecrets } from './redact.ts';

/** What one number of a provider means to us. */
export type Meaning = Pick<Failed, 'code' | 'permanent' | 'retryAfterSeconds'>;

/** By what a robot knows that a message comes from the bureau. */
export interface SafetyRules {
  readonly secret?: string | undefined; // signs each message; absent where the robot is guarded by keyword or address only
  readonly keyword?: string | undefined; // every message must hold it
}

/** A robot of a chat group, as its provider wants it. */
interface Robot {
  readonly name: string;
  readonly limit: RateLimit;
  readonly address: URL; // holds the robot's key
  readonly secret?: string; // signing secret
  readonly number: 'errcode' | 'code'; // the field of the answer that is 0 when the message was taken
  readonly text: 'errmsg' | 'msg';
  request(message: Message, now: number): { readonly url: URL; readonly body: object };
  meaning(number: number, said: string): Meaning;
}

const answered = (answer: Answer, { number, text, meaning }: Pick<Robot, 'number' | 'text' | 'meaning'>): Outcome => {
  let said: Record<string, unknown> = {};
  try {
    said = Object(JSON.parse(answer.text)) as Record<string, unknown>;
  } catch {
    /* told below by its status */
  }
  const result = said[number];
  const words = typeof said[text] === 'string' ? said[text] : '';
  if (result === 0) return { kind: 'accepted' };
  if (typeof result === 'number')
    return failed(meaning(result, words).code, `${result} ${words}`, meaning(result, words));
  if (answer.status < 200 || answer.status >= 300) return failedByStatus(answer);
  return failed('answer-unreadable', answer.text, { uncertain: true }); // a login page of a proxy, usually
};

/** A channel to a chat group. Nothing that it returns holds the key or the secret. */
export const groupRobot = (robot: Robot, options: PostOptions): Channel => {
  const secrets = [...secretsIn(robot.address), ...(robot.secret === undefined ? [] : [robot.secret])];
  return {
    name: robot.name,
    limit: robot.limit,
    async send(message) {
      const { url, body } = robot.request(message, Date.now());
      const answer = await post(url, JSON.stringify(body), {}, options);
      const outcome = answer.kind === 'answered' ? answered(answer, robot) : answer;
      return outcome.kind === 'failed' ? { ...outcome, detail: withoutSecrets(outcome.detail, secrets) } : outcome;
    },
  };
};
