import fc from 'fast-check';
import { afterRefusal, afterSend, FRESH_PACE, nextSlot, slots, type Pace, type RateLimit } from './rate-limit.ts';

const at = (text: string): number => Date.parse(`2026-03-02T${text}Z`);
const limits = fc.record({
  perMinute: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
  perSecond: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  avoidMinutes: fc.constantFrom<readonly number[] | undefined>(undefined, [0, 30], [59, 0, 1]),
});
const most = (sends: readonly number[], window: number): number =>
  Math.max(0, ...sends.map((from) => sends.filter((one) => one >= from && one < from + window).length));

it('a channel that sent nothing for long sends at once', () => {
  expect(nextSlot(FRESH_PACE, { perMinute: 20 }, at('01:00:00'))).toBe(at('01:00:00'));
  expect(nextSlot(afterSend(FRESH_PACE, at('00:59:00')), { perMinute: 20 }, at('01:00:00'))).toBe(at('01:00:00'));
});
it('twenty a minute leave 3.05 seconds apart, so that the twenty-first leaves after 61 seconds', () => {
  const { at: sends, pace } = slots(FRESH_PACE, { perMinute: 20 }, at('01:00:00'), 21);
  expect(sends.slice(0, 3)).toEqual([at('01:00:00'), at('01:00:03.050'), at('01:00:06.100')]);
  expect(sends[20]).toBe(at('01:01:01'));
  expect(pace).toEqual({ lastAt: at('01:01:01'), closedUntil: null });
});
it('minutes that everybody uses are left out, in every hour', () => {
  const limit: RateLimit = { perMinute: 100, perSecond: 5, avoidMinutes: [0, 30] };
  expect(nextSlot(FRESH_PACE, limit, at('01:00:12.345'))).toBe(at('01:01:00'));
  expect(nextSlot(afterSend(FRESH_PACE, at('01:29:59.900')), limit, at('01:29:59.950'))).toBe(at('01:31:00'));
  expect(nextSlot(FRESH_PACE, limit, at('01:31:00'))).toBe(at('01:31:00'));
});
it('a provider that refused is left alone for its penalty, or for as long as it says, or for a minute', () => {
  expect(nextSlot(afterRefusal(FRESH_PACE, { penaltySeconds: 600 }, at('01:00:00')), {}, at('01:00:05'))).toBe(
    at('01:10:00'),
  );
  expect(nextSlot(afterRefusal(FRESH_PACE, { penaltySeconds: 600 }, at('01:00:00'), 30), {}, at('01:00:05'))).toBe(
    at('01:00:30'),
  );
  expect(nextSlot(afterRefusal(FRESH_PACE, {}, at('01:00:00')), {}, at('01:00:05'))).toBe(at('01:01:00'));
});
it('a second refusal never opens a provider earlier', () => {
  const once = afterRefusal(FRESH_PACE, {}, at('01:00:00'), 600);
  expect(nextSlot(afterRefusal(once, {}, at('01:01:00'), 5), {}, at('01:02:00'))).toBe(at('01:10:00'));
});
it('the pace survives being kept as JSON', () => {
  const pace = afterRefusal(afterSend(FRESH_PACE, at('01:00:00')), {}, at('01:00:01'), 5);
  expect(JSON.parse(JSON.stringify(pace)) as Pace).toEqual(pace);
});
it('no window of a minute or a second ever holds more than the limit, nothing is early, and order is kept', () =>
  fc.assert(
    fc.property(
      limits,
      fc.array(fc.tuple(fc.nat(20_000), fc.nat(4), fc.nat(3000)), { minLength: 1, maxLength: 60 }),
      (limit, asked) => {
        const sends: number[] = [];
        let now = at('00:58:00');
        let pace = FRESH_PACE;
        for (const [pause, refusal, late] of asked) {
          now += pause;
          const slot = nextSlot(pace, limit, now);
          expect(slot).toBeGreaterThanOrEqual(now);
          expect(limit.avoidMinutes ?? []).not.toContain(new Date(slot).getUTCMinutes());
          if (sends.length > 0) expect(slot).toBeGreaterThanOrEqual(sends.at(-1)!);
          const sent = slot + late; // a worker is later than its slot
          pace = afterSend(pace, sent);
          sends.push(sent);
          if (refusal === 0) {
            pace = afterRefusal(pace, limit, sent, 7);
            expect(nextSlot(pace, limit, now)).toBeGreaterThanOrEqual(sent + 7000);
          }
        }
        if (limit.perMinute !== undefined) expect(most(sends, 60_000)).toBeLessThanOrEqual(limit.perMinute);
        if (limit.perSecond !== undefined) expect(most(sends, 1000)).toBeLessThanOrEqual(limit.perSecond);
      },
    ),
  ));
