import { ErrorType, isCommandError } from '@kurrent/kurrentdb-client';

/** Of these nobody knows whether the server has done what it was asked: it went away, is choosing a leader, or did not answer in time. */
const LOST: ReadonlySet<string> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
  ErrorType.TIMEOUT,
]);

/** The same of a call that the client has not put into its own words: CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE of gRPC. */
const LOST_CALLS: ReadonlySet<unknown> = new Set([1, 4, 14]);

/** What a node says to an append that it did not take, and what the client cannot put into its own words: no leader is chosen, this node is cut off from it, or it has too much to do. */
const NOT_TAKEN = /Server Is Not Ready|Server Is Busy|No leader info available/;

/** No answer came within the time that an answer takes. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The log could not be asked for as long as one waits for it. Its code is what a database that is away says, so that it is told as that. */
export class LogAway extends Error {
  override readonly name = 'LogAway';
  readonly code = 'ECONNREFUSED';
}

/** The server lets nobody in who comes so: user, password or their rights. */
export class LogDenied extends Error {
  override readonly name = 'LogDenied';
  readonly code = 'ECONNREFUSED';
}

export const isDenied = (error: unknown): boolean =>
  error instanceof Error && isCommandError(error) && error.type === ErrorType.ACCESS_DENIED;

/** Whether asking again may help. A mistake of our own is no loss. */
export const isLost = (error: unknown): boolean => {
  if (error instanceof NoAnswer) return true;
  if (!(error instanceof Error)) return false;
  if (isCommandError(error))
    return LOST.has(error.type) || (error.type === ErrorType.UNKNOWN && NOT_TAKEN.test(error.message));
  return LOST_CALLS.has((error as { readonly code?: unknown }).code) || /Failed to discover/.test(error.message);
};

const ANSWERED_WITHIN = 20_000; // the client itself waits for ever where its connection went away in between

/** What was asked, or NoAnswer. */
export const answered = <Answer>(asked: Promise<Answer>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new NoAnswer('KurrentDB did not answer'));
    }, ANSWERED_WITHIN);
  });
  return Promise.race([asked, late]).finally(() => {
    clearTimeout(timer);
  });
};

export const PATIENCE = 12; // attempts: about half a minute, longer than a cluster takes to choose a leader
const LONGEST_PAUSE = 4_000;

/** Milliseconds before an attempt: more each time, and not the same for everybody who waits for the same server. */
export const pauseBefore = (attempt: number): number =>
  Math.min(LONGEST_PAUSE, 50 * 2 ** attempt) * (0.5 + Math.random() / 2);

export const pause = (time: number): Promise<void> =>
  new Promise((later) => {
    setTimeout(later, time);
  });
