import { createHash } from 'node:crypto';

/** How often, and at what distance, a message is tried again. */
interface Patience {
  readonly firstSeconds: number; // before the second attempt; doubles from then on
  readonly capSeconds: number;
  readonly attempts: number; // after that many the message is undeliverable
}

/** Ten attempts over two to four hours: a mail server that is down for a morning's maintenance loses nothing. */
export const PATIENCE: Patience = { firstSeconds: 60, capSeconds: 3600, attempts: 10 };

type NextTry = { readonly kind: 'again'; readonly afterSeconds: number } | { readonly kind: 'undeliverable' };

// Between half and all of the delay, decided by the message: thousands that failed together do not come back together, and the same message always computes the same.
const share = (messageId: string, attempt: number): number =>
  0.5 + createHash('sha256').update(`${attempt} ${messageId}`).digest().readUInt32BE(0) / 2 ** 33;

/** What follows the failure of attempt number `attempt` (from 1). A delay that the provider named is never undercut. */
export const nextTry = (
  attempt: number,
  messageId: string,
  failure: { readonly permanent: boolean; readonly retryAfterSeconds?: number },
  patience: Patience = PATIENCE,
): NextTry => {
  if (failure.permanent || attempt >= patience.attempts) return { kind: 'undeliverable' };
  const delay = Math.min(patience.firstSeconds * 2 ** Math.min(attempt - 1, 30), patience.capSeconds);
  return {
    kind: 'again',
    afterSeconds: Math.max(Math.ceil(delay * share(messageId, attempt)), failure.retryAfterSeconds ?? 0),
  };
};
