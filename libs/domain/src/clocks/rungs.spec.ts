import { DEFAULT_POLICY, type OwnRung, type Policy, type Rung, type RungRule } from '../policy/policy.ts';
import type { IsoDate } from '../dates.ts';
import type { Clock } from './clock.ts';
import { rungsOf } from './rungs.ts';

const day = (text: string): IsoDate => text as IsoDate;
const agreed: Clock = {
  clock: 'agreed-start',
  policyVersion: 1,
  startedBy: { event: 'ContractSigned', version: 2, on: day('2020-02-29') },
  baseDue: day('2020-08-31'),
  due: day('2020-08-31'),
  length: null,
  holidays: [],
  unpublished: [],
  crossings: [
    { colour: 'blue', on: day('2020-08-01') },
    { colour: 'yellow', on: day('2020-09-01') },
    { colour: 'orange', on: day('2020-10-01') },
    { colour: 'red', on: day('2020-11-30') },
  ],
  pauses: [],
  stopped: null,
  warnings: [],
};
const told = (clock: Clock, policy: Policy = DEFAULT_POLICY) =>
  rungsOf(clock, policy).map(({ rung, recurrence, on }) => `${rung} ${recurrence} ${on}`);

it('dates the whole ladder of a clock on the general scale', () =>
  expect(told(agreed)).toEqual([
    'near-due 1 2020-08-01',
    'near-due 2 2020-08-24',
    'due 1 2020-08-31',
    'reminder 1 2020-09-01',
    'reminder 2 2020-09-16',
    'supervision 1 2020-10-01',
    'circular 1 2020-11-30',
    'interview 1 2021-02-27',
    'accountability 1 2021-08-31',
  ]));
it('moves with a pause what lies in or after it, and leaves what came before', () => {
  const pause = { from: day('2020-09-10'), to: day('2020-09-19'), reason: 'flood' }; // ten days
  expect(
    told({
      ...agreed,
      due: day('2020-08-31'),
      pauses: [pause],
      crossings: [
        ...agreed.crossings.slice(0, 2),
        { colour: 'orange', on: day('2020-10-11') },
        { colour: 'red', on: day('2020-12-10') },
      ],
    }),
  ).toEqual([
    'near-due 1 2020-08-01',
    'near-due 2 2020-08-24',
    'due 1 2020-08-31',
    'reminder 1 2020-09-01',
    'reminder 2 2020-09-26',
    'supervision 1 2020-10-11',
    'circular 1 2020-12-10',
    'interview 1 2021-03-09',
    'accountability 1 2021-09-10',
  ]);
});
it('has no rung of a colour that the clock does not have, none before its start, and none for idle land', () => {
  expect(
    told({
      ...agreed,
      crossings: [
        { colour: 'blue', on: day('2020-08-01') },
        { colour: 'red', on: day('2020-09-01') },
      ],
    }),
  ).toEqual([
    'near-due 1 2020-08-01',
    'near-due 2 2020-08-24',
    'due 1 2020-08-31',
    'circular 1 2020-09-01',
    'interview 1 2021-02-27',
    'accountability 1 2021-08-31',
  ]);
  expect(told({ ...agreed, startedBy: { ...agreed.startedBy, on: day('2020-08-20') } })[0]).toBe(
    'near-due 2 2020-08-24',
  );
  expect(told({ ...agreed, crossings: [] })).toEqual([]);
});
it('repeats a rung from the first day of its own colour on, counted days only, until a worse colour comes', () => {
  const chased: Policy = {
    ...DEFAULT_POLICY,
    ladder: [{ rung: 'reminder', when: { onColour: 'orange', everyDays: 20 }, to: ['owner-head'] }],
  };
  expect(told(agreed, chased)).toEqual(['reminder 1 2020-10-01', 'reminder 2 2020-10-21', 'reminder 3 2020-11-10']);
  const pauses = [
    { from: day('2020-09-10'), to: day('2020-09-19'), reason: 'flood' },
    { from: day('2020-10-20'), to: day('2020-10-24'), reason: 'flood again' },
  ]; // ten days before it is orange, five while it is
  const crossings: Clock['crossings'] = [
    ...agreed.crossings.slice(0, 2),
    { colour: 'orange', on: day('2020-10-11') },
    { colour: 'red', on: day('2020-12-15') },
  ];
  expect(told({ ...agreed, pauses, crossings }, chased)).toEqual([
    'reminder 1 2020-10-11',
    'reminder 2 2020-11-05',
    'reminder 3 2020-11-25',
  ]);
});

describe('a clock with rungs of its own', () => {
  const own = (
    ladder: Partial<Record<Rung, OwnRung>>,
    general: readonly RungRule[] = DEFAULT_POLICY.ladder,
  ): Policy => ({
    ...DEFAULT_POLICY,
    ladder: general,
    clocks: { ...DEFAULT_POLICY.clocks, 'agreed-start': { ...DEFAULT_POLICY.clocks['agreed-start'], ladder } },
  });
  const rungs = (policy: Policy, clock: Clock = agreed) =>
    rungsOf(clock, policy).map(({ rung, on, to }) => `${rung} ${on} ${to.join()}`);
  it('climbs them at their own time, tells its own people, and lacks those that it does not have', () =>
    expect(
      rungs(
        own({
          'near-due': { when: { daysBeforeDue: [10] } },
          reminder: { when: null },
          supervision: { when: { daysLate: 10 }, to: ['supervision-office'] },
          circular: { to: ['owner-head'] },
          interview: { when: null, to: ['steward'] },
        }),
      ),
    ).toEqual([
      'near-due 2020-08-21 steward,liaisons',
      'due 2020-08-31 steward,owner-unit',
      'supervision 2020-09-10 supervision-office',
      'circular 2020-11-30 owner-head',
      'accountability 2021-08-31 supervision-office',
    ]));
  it('may have a rung that other clocks lack', () =>
    expect(
      rungs(
        own(
          { circular: { when: { onColour: 'yellow' }, to: ['all-units'] }, interview: { when: null } },
          DEFAULT_POLICY.ladder.slice(1, 2),
        ),
      ),
    ).toEqual(['due 2020-08-31 steward,owner-unit', 'circular 2020-09-01 all-units']));
  it('changes nothing for the other clocks', () => {
    const floor: Clock = { ...agreed, clock: 'start-floor' };
    expect(rungs(own({ due: { when: null }, reminder: { to: ['steward'] } }), floor)).toEqual(
      rungs(DEFAULT_POLICY, floor),
    );
  });
});
