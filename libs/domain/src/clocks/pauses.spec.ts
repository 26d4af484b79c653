import fc from 'fast-check';
import { e, recorded } from '../../../../test/support/project-facts.ts';
import { addDays, daysBetween, type IsoDate } from '../dates.ts';
import { fold } from '../project/fold.ts';
import type { ProjectEvent } from '../project/events.ts';
import type { KnownProject } from '../project/state.ts';
import { moved, pausedUpTo, pausesOf } from './pauses.ts';

const day = (text: string): IsoDate => text as IsoDate;
const hold = (from: string, reason: string, expectedEnd?: string) =>
  e('ProjectSuspended', from, expectedEnd === undefined ? { reason } : { reason, expectedEnd });
const resumed = (on: string) => e('ProjectResumed', on);
const excuse = (from: string, until: string, reason: string, clock = 'agreed-start') =>
  e('ExcuseAccepted', from, { clock, until, reason });
const pauses = (events: readonly ProjectEvent[], { byHold = true, start = '2025-01-06' } = {}) =>
  pausesOf(
    'agreed-start',
    fold([recorded, ...events].map((event, index) => ({ ...event, version: index + 1 }))) as KnownProject,
    byHold,
    day(start),
  ).map(({ from, to, reason }) => `${reason} ${from}..${to ?? ''}`);

it.each<[string, readonly ProjectEvent[], readonly string[]]>([
  ['a hold without an end runs on', [hold('2025-05-01', '股权')], ['股权 2025-05-01..']],
  ['a hold ends on the day expected', [hold('2025-05-01', '股权', '2025-05-31')], ['股权 2025-05-01..2025-05-31']],
  [
    'the day of the resumption counts again',
    [hold('2025-05-01', '股权'), resumed('2025-05-11')],
    ['股权 2025-05-01..2025-05-10'],
  ],
  [
    'a resumption before the expected end ends the hold',
    [hold('2025-05-01', '股权', '2025-05-31'), resumed('2025-05-11')],
    ['股权 2025-05-01..2025-05-10'],
  ],
  [
    'a resumption after the expected end does not',
    [hold('2025-05-01', '股权', '2025-05-31'), resumed('2025-06-11')],
    ['股权 2025-05-01..2025-05-31'],
  ],
  ['a hold of no day pauses nothing', [hold('2025-05-01', '股权'), resumed('2025-05-01')], []],
  ['a hold of one day pauses it', [hold('2025-05-01', '股权'), resumed('2025-05-02')], ['股权 2025-05-01..2025-05-01']],
  [
    'an excuse pauses its first and last day',
    [excuse('2025-05-01', '2025-05-31', '汛期')],
    ['汛期 2025-05-01..2025-05-31'],
  ],
  ['an excuse for another clock pauses nothing', [excuse('2025-05-01', '2025-05-31', '汛期', 'no-progress')], []],
  [
    'pauses stand in order',
    [
      hold('2025-03-01', '股权', '2025-03-31'),
      excuse('2025-02-01', '2025-02-28', '汛期'),
      hold('2025-05-01', '用地', '2025-05-31'),
      excuse('2025-04-01', '2025-04-30', '疫情'),
    ],
    [
      '汛期 2025-02-01..2025-02-28',
      '股权 2025-03-01..2025-03-31',
      '疫情 2025-04-01..2025-04-30',
      '用地 2025-05-01..2025-05-31',
    ],
  ],
  [
    'of two that overlap the later begins where the earlier ends',
    [excuse('2025-05-01', '2025-05-31', '汛期'), hold('2025-05-31', '股权', '2025-06-30')],
    ['汛期 2025-05-01..2025-05-31', '股权 2025-06-01..2025-06-30'],
  ],
  [
    'of two that overlap one may run on',
    [excuse('2025-05-01', '2025-05-31', '汛期'), hold('2025-05-10', '股权')],
    ['汛期 2025-05-01..2025-05-31', '股权 2025-06-01..'],
  ],
  [
    'one within another adds nothing',
    [excuse('2025-05-01', '2025-05-31', '汛期'), hold('2025-05-10', '股权', '2025-05-31')],
    ['汛期 2025-05-01..2025-05-31'],
  ],
  [
    'nothing is added to one that runs on',
    [hold('2025-05-01', '股权'), excuse('2025-06-01', '2025-06-30', '汛期')],
    ['股权 2025-05-01..'],
  ],
])('%s', (_what, events, expected) => expect(pauses(events)).toEqual(expected));

it('no pause begins before the clock, and one that ended before it is none of it', () => {
  const events = [excuse('2025-05-01', '2025-05-31', '汛期'), hold('2025-07-01', '股权')];
  expect(pauses(events, { start: '2025-05-10' })).toEqual(['汛期 2025-05-10..2025-05-31', '股权 2025-07-01..']);
  expect(pauses(events, { start: '2025-05-31' })).toEqual(['汛期 2025-05-31..2025-05-31', '股权 2025-07-01..']);
  expect(pauses(events, { start: '2025-06-01' })).toEqual(['股权 2025-07-01..']);
  expect(pauses(events, { start: '2025-08-01' })).toEqual(['股权 2025-08-01..']);
});
it('a hold pauses a clock only where the policy says so', () =>
  expect(pauses([hold('2025-05-01', '股权'), excuse('2025-06-01', '2025-06-30', '汛期')], { byHold: false })).toEqual([
    '汛期 2025-06-01..2025-06-30',
  ]));

const spans = [
  { from: day('2025-05-01'), to: day('2025-05-10') },
  { from: day('2025-05-20'), to: day('2025-05-20') },
];
const open = [...spans, { from: day('2025-06-01'), to: null }];

it('paused days are counted to the day asked about, that day included', () => {
  const counted = (on: string) => pausedUpTo(open, day(on));
  expect(['2025-04-30', '2025-05-01', '2025-05-10', '2025-05-11', '2025-05-20', '2025-06-02'].map(counted)).toEqual([
    0, 1, 10, 10, 11, 13,
  ]);
});
it('a day moves by the pauses that begin up to it, each that it then reaches too; one without an end keeps it from coming', () => {
  expect(moved(day('2025-04-30'), open)).toBe('2025-04-30');
  expect(moved(day('2025-05-01'), open)).toBe('2025-05-11');
  expect(moved(day('2025-05-10'), open)).toBe('2025-05-21');
  expect(moved(day('2025-05-20'), open)).toBe('2025-05-31');
  expect(moved(day('2025-05-21'), open)).toBeNull();
});
it('a day that was moved lies as many unpaused days after any other as it did before', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (days) => {
      const one = addDays(day('2025-04-15'), days);
      const later = moved(one, spans)!;
      expect(daysBetween(one, later)).toBe(pausedUpTo(spans, later));
    }),
  ));
