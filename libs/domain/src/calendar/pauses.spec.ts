import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  daysLateOn,
  DEFAULT_RULES,
  fold,
  money,
  moved,
  runningClocks,
  type ClockState,
  type IsoDate,
  type KnownProject,
  type Placed,
} from '../index.ts';

const START = '2023-03-01' as IsoDate;
const { calendar } = DEFAULT_RULES;
const far = (days: number): IsoDate => addDays(START, days);
const project = (...more: readonly { type: string; occurredOn: IsoDate; data: object }[]): KnownProject => {
  const facts = [
    { type: 'ProjectRecorded', occurredOn: START, data: { code: 'P1', title: 'One' } },
    { type: 'NegotiationOpened', occurredOn: START, data: { class: 'standard' } },
    {
      type: 'ContractSigned',
      occurredOn: far(20),
      data: { contracted: money('1'), agreedStart: far(150), landMode: 'purchase' },
    },
    ...more,
  ];
  return fold(facts.map((fact, index) => ({ ...fact, version: index + 1 }) as Placed)) as KnownProject;
};
const clocks = (one: KnownProject) => runningClocks(one, DEFAULT_RULES.policyOn(START), calendar);

it('a hold that is lifted on its own day is as if it had not been', () =>
  fc.assert(
    fc.property(fc.integer({ min: 21, max: 700 }), (n) => {
      const hold = [
        { type: 'ProjectSuspended', occurredOn: far(n), data: { reason: 'flood' } },
        { type: 'ProjectResumed', occurredOn: far(n), data: {} },
      ];
      expect(clocks(project(...hold))).toEqual(clocks(project()));
    }),
  ));
it('a hold of n days moves what has not come by n days, and nothing else', () =>
  fc.assert(
    fc.property(fc.integer({ min: 21, max: 149 }), fc.integer({ min: 1, max: 400 }), (on, n) => {
      const held = project(
        { type: 'ProjectSuspended', occurredOn: far(on), data: { reason: 'flood' } },
        { type: 'ProjectResumed', occurredOn: far(on + n), data: {} },
      );
      const named = (one: KnownProject, name: string) => clocks(one).find(({ clock }) => clock === name)!;
      expect(daysBetween(named(project(), 'agreed-start').due!, named(held, 'agreed-start').due!)).toBe(n);
      expect(named(held, 'start-floor')).toEqual(named(project(), 'start-floor')); // a hold never pauses it
    }),
  ));

const pauses = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })), { maxLength: 5 })
  .map((gaps) => {
    let at = START;
    return gaps.map(([gap, length]) => {
      const from = addDays(at, gap);
      at = addDays(from, length);
      return { from, to: at };
    });
  });
const state = (baseDue: IsoDate, list: ClockState['pauses']): ClockState => ({
  clock: 'agreed-start',
  baseDue,
  due: moved(baseDue, list),
  crossings: [],
  pauses: list,
});

it('the due day as moved is the day that is not a day late', () =>
  fc.assert(
    fc.property(pauses, fc.nat(400), (list, n) => {
      const clock = state(far(n), list);
      expect([daysLateOn(clock, clock.due!), daysLateOn(clock, addDays(clock.due!, -1))! <= 0]).toEqual([0, true]);
    }),
  ));
it('days late are additive: cut a pause in two and nothing changes', () =>
  fc.assert(
    fc.property(pauses, fc.nat(400), fc.nat(900), fc.nat(59), (list, n, on, cut) => {
      const halves = list.flatMap((pause) =>
        daysBetween(pause.from, pause.to) <= cut
          ? [pause]
          : [
              { from: pause.from, to: addDays(pause.from, cut) },
              { from: addDays(pause.from, cut + 1), to: pause.to },
            ],
      );
      expect(daysLateOn(state(far(n), halves), far(on))).toBe(daysLateOn(state(far(n), list), far(on)));
      expect(moved(far(n), halves)).toBe(moved(far(n), list));
    }),
  ));
it('while a pause runs the count stands still, otherwise it goes on by one a day', () =>
  fc.assert(
    fc.property(pauses, fc.nat(400), fc.nat(900), (list, n, on) => {
      const clock = state(far(n), list);
      const today = far(on);
      const paused = list.some(({ from, to }) => from <= today && today <= to);
      expect(daysLateOn(clock, today)! - daysLateOn(clock, addDays(today, -1))!).toBe(paused ? 0 : 1);
    }),
  ));
