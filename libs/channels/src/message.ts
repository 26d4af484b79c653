import type { RateLimit } from './rate-limit.ts';

export type Language = 'zh' | 'en';

/** One person to be told. `accounts` are the member ids by which a group robot mentions the person; absent where the bureau never entered them. */
export interface Recipient {
  readonly person: string; // id of the account
  readonly name: string;
  readonly email?: string;
  readonly accounts?: Readonly<Partial<Record<string, string>>>; // by kind of channel
}

export interface Line {
  readonly text: string;
  readonly link?: string;
}

/** What is to be said to one person. The same `id` is the same message: a receiver that knows ids can drop a repeat. */
export interface Message {
  readonly id: string;
  readonly to: Recipient;
  readonly subject: string;
  readonly lines: readonly Line[]; // the most important first: channels with little room keep the first ones
  readonly language: Language;
  readonly kind: string; // "digest", "order", "test": lower-case words, dots or hyphens
  readonly writtenAt: string; // instant, ISO 8601; the same for every attempt
}

/** The provider took the message. That is not "read": acknowledging is the person's own act. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly providerId?: string;
}

/** `uncertain`: the connection broke after the message was handed over, so that it may have arrived although nobody said so. */
export interface Failed {
  readonly kind: 'failed';
  readonly permanent: boolean; // trying again cannot help: go to the deputy, or mend the channel
  readonly code: string;
  readonly detail: string; // what the provider said, without any secret
  readonly retryAfterSeconds?: number;
  readonly uncertain?: true;
}

export type Outcome = Accepted | Failed;

/** A way to reach people. `send` never throws for what a provider or a network does: that is an outcome. */
export interface Channel {
  readonly name: string;
  readonly limit: RateLimit;
  send(message: Message): Promise<Outcome>;
}

export const failed = (
  code: string,
  detail: string,
  more: Partial<Omit<Failed, 'kind' | 'code' | 'detail'>> = {},
): Failed => ({ kind: 'failed', permanent: false, code, detail, ...more });
