import fc from 'fast-check';
import { nextTry, PATIENCE } from './backoff.ts';

const temporary = { permanent: false };
const after = (attempt: number, id: string): number => {
  const next = nextTry(attempt, id, temporary);
  return next.kind === 'again' ? next.afterSeconds : Number.POSITIVE_INFINITY;
};

it('the delay doubles from a minute to an hour, each between half and all of it', () =>
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      for (const [index, whole] of [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600].entries()) {
        expect(after(index + 1, id)).toBeGreaterThanOrEqual(whole / 2);
        expect(after(index + 1, id)).toBeLessThanOrEqual(whole);
      }
    }),
  ));
it('a message is undeliverable after its last attempt, and at once where trying again cannot help', () => {
  expect(nextTry(PATIENCE.attempts - 1, 'm', temporary).kind).toBe('again');
  expect(nextTry(PATIENCE.attempts, 'm', temporary)).toEqual({ kind: 'undeliverable' });
  expect(nextTry(1, 'm', { permanent: true })).toEqual({ kind: 'undeliverable' });
});
it('a provider that is dead for an hour loses no message', () =>
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const tried = Array.from({ length: PATIENCE.attempts - 1 }, (_, index) => after(index + 1, id));
      expect(tried.reduce((sum, seconds) => sum + seconds, 0)).toBeGreaterThan(2 * 3600);
    }),
  ));
it('the same message computes the same delay; a thousand that failed together come back spread', () => {
  expect(after(3, 'm-1')).toBe(after(3, 'm-1'));
  const seconds = new Set(Array.from({ length: 1000 }, (_, index) => after(7, `m-${index}`)));
  expect(seconds.size).toBeGreaterThan(500); // 1,000 throws into 1,800 seconds leave about 770 different ones
});
it('a delay that the provider named is not undercut', () =>
  expect(nextTry(1, 'm', { permanent: false, retryAfterSeconds: 600 })).toEqual({ kind: 'again', afterSeconds: 600 }));
it('an attempt number far beyond doubling stays at the cap', () => {
  const next = nextTry(5000, 'm', temporary, { firstSeconds: 60, capSeconds: 3600, attempts: 10_000 });
  expect(next.kind === 'again' && next.afterSeconds <= 3600 && next.afterSeconds >= 1800).toBe(true);
});
