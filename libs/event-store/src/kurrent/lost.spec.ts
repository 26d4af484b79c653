import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  NotFoundError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client';
import { answered, isDenied, isLost, pauseBefore } from './lost.ts';

const ofCall = (code: number): Error => Object.assign(new Error('14 of gRPC'), { code });

it.each([
  ['a server that is away', new UnavailableError(), true],
  ['a server that took too long', new DeadlineExceededError(), true],
  ['a call that was cut off', new CancelledError(), true],
  ['a server that gave up on it', new TimeoutError(), true],
  ['a call that was cut off, in the words of gRPC', ofCall(1), true],
  ['a call that took too long, in the words of gRPC', ofCall(4), true],
  ['a call that came to nobody, in the words of gRPC', ofCall(14), true],
  ['a cluster of which nobody is found', new Error('Failed to discover candidate in 10 attempts'), true],
  ['a node without a leader', new UnknownError(undefined, 'Could not recognize Server Is Not Ready'), true],
  ['a node with too much to do', new UnknownError(undefined, 'Could not recognize Server Is Busy'), true],
  ['what the client does not know', new UnknownError(undefined, 'Could not recognize that'), false],
  ['a call that was wrong', ofCall(3), false],
  ['something that is not there', new NotFoundError(), false],
  ['somebody who may not ask', new AccessDeniedError(), false],
  ['a mistake of our own', new TypeError('x is undefined'), false],
  ['what is no error at all', { code: 14 }, false],
  ['nothing', undefined, false],
])('of %s nobody knows what became of it: %#', (_what, error, lost) => {
  expect(isLost(error)).toBe(lost);
});

it('who comes with the wrong password is refused, which is something else than a server that is away', () => {
  expect([new AccessDeniedError(), new UnavailableError(), new Error('x'), 'denied'].map(isDenied)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('an answer is passed on, and so is an error', async () => {
  await expect(answered(Promise.resolve(7))).resolves.toBe(7);
  await expect(answered(Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError);
});

it('each attempt waits longer than the last, up to four seconds, and never quite as long as another', () => {
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    const longest = Math.min(4_000, 50 * 2 ** attempt);
    const pauses = Array.from({ length: 200 }, () => pauseBefore(attempt));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(longest / 2);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(longest);
    expect(new Set(pauses).size).toBeGreaterThan(1);
  }
});
