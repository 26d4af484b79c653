import { DEFAULT_RULES, money, type ClockName } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { history, type Fact } from '../../../../test/support/project-history.ts';
import type { HolderOf } from './addressees.ts';
import { lateDaysOf } from './late.ts';
import { owed } from './owed.ts';

const holder: HolderOf = (unit, role) => ({ id: null, name: `${role} of ${unit ?? 'office'}` });

const told = (facts: readonly Fact[], { clock = 'agreed-start' as ClockName, imported = false } = {}) =>
  owed(history(facts, imported), DEFAULT_RULES, day('2020-01-01'), day('2027-12-31'), holder)
    .filter((one) => one.clock === clock)
    .map(({ rung, recurrence, on, sendOn, outcome, why }) => ({
      line: `${on} ${rung} ${recurrence} ${outcome}`,
      sendOn,
      why: why?.code ?? null,
    }));
const lines = (facts: readonly Fact[], more = {}) => told(facts, more).map(({ line }) => line);

const recorded: Fact = ['ProjectRecorded', '2025-06-03', { code: 'A', title: 'Works', unit: 'Park' }];
const owner: Fact = ['OwnerAssigned', '2025-06-03', { leader: 'L', steward: 'S' }];
const signed = (agreedStart: string): Fact => [
  'ContractSigned',
  '2025-06-03',
  { contracted: money('100.00'), agreedStart },
];

it('a correction that moves a deadline into the past sends the highest rung alone', () => {
  const correction: Fact = [
    'FactCorrected',
    '2026-11-28',
    { target: 3, field: 'agreedStart', from: '2027-01-15', to: '2026-01-15', reason: 'typo' },
  ];
  const all = told([recorded, owner, signed('2027-01-15'), correction]);
  expect(all.filter(({ why }) => why === 'highest-known-late')).toEqual([
    { line: '2026-07-14 interview 1 expected', sendOn: '2026-11-30', why: 'highest-known-late' },
  ]);
  expect(all.filter(({ line }) => line < '2026-11-28' && line.includes('suppressed')).length).toBe(
    all.filter(({ line }) => line < '2026-11-28').length - 1,
  );
  expect(all.at(-1)!.line).toBe('2027-01-15 accountability 1 expected');
});

it('a correction of a deadline that had been told leaves what was told, and repeats none of it', () => {
  const facts: Fact[] = [
    recorded,
    owner,
    signed('2026-03-01'),
    [
      'FactCorrected',
      '2026-05-20',
      { target: 3, field: 'agreedStart', from: '2026-03-01', to: '2026-02-15', reason: 'x' },
    ],
  ];
  const all = told(facts).filter(({ line }) => line < '2026-05-20');
  expect(
    all.filter(({ why }) => why === 'known-too-late' || why === 'highest-known-late').map(({ line }) => line),
  ).toEqual(['2026-05-17 circular 1 expected']);
});

it('a termination recorded by mistake and voided months later sends the highest rung alone', () => {
  const all = told([
    recorded,
    owner,
    signed('2026-01-15'),
    ['ProjectTerminated', '2026-02-20', { kind: 'by-investor', reason: 'mistake' }],
    ['FactVoided', '2026-11-27', { target: 4, reason: 'another project' }],
  ]);
  const late = all.filter(({ why }) => why !== null);
  expect(late.filter(({ line }) => line.includes('expected'))).toEqual([
    { line: '2026-07-14 interview 1 expected', sendOn: '2026-11-27', why: 'highest-known-late' },
  ]);
  expect(late.filter(({ line }) => !line.includes('expected')).every(({ why }) => why === 'known-too-late')).toBe(true);
  expect(
    all
      .filter(({ why }) => why === null)
      .map(({ line }) => line.slice(0, 10) < '2026-02-20' || line.slice(0, 10) >= '2026-11-27'),
  ).not.toContain(false);
});

it('a reactivated project owes nothing for the days on which it was ended, and is chased from the day of reactivation', () => {
  const all = told([
    recorded,
    owner,
    signed('2026-01-15'),
    ['ProjectTerminated', '2026-02-20', { kind: 'by-investor', reason: 'x' }],
    ['ProjectReactivated', '2026-11-27', { from: 'terminated', reason: 'they came back', restart: [] }],
  ]);
  expect(all.filter(({ line }) => line > '2026-02-20').map(({ line, why }) => `${line} ${why}`)).toEqual([
    '2026-11-27 interview 1 expected reactivated',
    '2027-01-15 accountability 1 expected null',
  ]);
});

it('a contract typed in late sends one rung of each clock on the day on which it is recorded', () => {
  const late = (fact: Fact): Fact => [fact[0], fact[1], fact[2], '2026-11-27'];
  const facts = [recorded, owner, signed('2026-01-15')].map(late);
  for (const clock of ['agreed-start', 'start-floor', 'signed-one-year', 'no-progress'] as const)
    expect([
      clock,
      told(facts, { clock }).filter(
        ({ line, sendOn }) => line < '2026-11-27' && line.includes('expected') && sendOn === '2026-11-27',
      ).length,
    ]).toEqual([clock, 1]);
});

it('a clock that had stopped when its facts were recorded sends nothing, imported or typed in', () => {
  const facts: Fact[] = [recorded, owner, signed('2025-07-15'), ['StartCertified', '2026-08-20', {}]].map(
    (fact): Fact => [fact[0] as Fact[0], fact[1] as string, fact[2] as object, '2026-11-27'],
  );
  for (const imported of [true, false])
    expect(lines(facts, { imported }).filter((line) => !line.endsWith('suppressed'))).toEqual([]);
});

it('a start that is reported a few days late takes back what waits and sends nothing', () => {
  const facts: Fact[] = [recorded, owner, signed('2026-01-15'), ['StartCertified', '2026-01-20', {}, '2026-01-23']];
  expect(lines(facts).at(-1)).toBe('2026-01-16 reminder 1 expected');
});

it('an amendment that brings the due day into the past sends the highest rung on its day, once', () => {
  const facts: Fact[] = [
    recorded,
    owner,
    signed('2027-01-15'),
    ['ContractAmended', '2026-11-27', { kind: 'schedule', agreedStartFrom: '2027-01-15', agreedStartTo: '2026-01-15' }],
  ];
  const all = told(facts);
  expect(all.filter(({ line }) => line.endsWith('expected')).map(({ line }) => line)).toEqual([
    '2026-11-27 interview 1 expected',
    '2027-01-15 accountability 1 expected',
  ]);
});

it('two corrections on two days each send what became late by them, and nothing twice', () => {
  const correct = (on: string, from: string, to: string): Fact => [
    'FactCorrected',
    on,
    { target: 3, field: 'agreedStart', from, to, reason: 'x' },
  ];
  const facts = [
    recorded,
    owner,
    signed('2027-06-15'),
    correct('2026-11-20', '2027-06-15', '2026-09-15'),
    correct('2026-11-27', '2026-09-15', '2026-03-15'),
  ];
  const all = told(facts);
  expect(all.filter(({ why }) => why === 'highest-known-late').map(({ line, sendOn }) => `${line} ${sendOn}`)).toEqual([
    '2026-04-15 supervision 1 expected 2026-11-20',
    '2026-09-11 interview 1 expected 2026-11-27',
  ]);
});

describe('the days on which the past became another', () => {
  const REPORTED: Fact[0] = 'ProgressReported';
  /** Facts by the day that each is of and the day on which it was recorded. */
  const days = (facts: readonly (readonly [on: string, recorded: string, type?: Fact[0]])[], imported = false) =>
    lateDaysOf(
      history(
        facts.map(([on, recorded, type = REPORTED]): Fact => [type, on, {}, recorded]),
        imported,
      ),
    );

  it('are none where each fact was told on its day', () => {
    expect(days([])).toEqual([]);
    expect(
      days([
        ['2026-03-01', '2026-03-01'],
        ['2026-03-02', '2026-03-02'],
      ]),
    ).toEqual([]);
  });
  it('each goes back to the earliest day that its facts touch, and says how many facts were known before and after', () => {
    expect(
      days([
        ['2026-03-01', '2026-03-01'],
        ['2026-03-08', '2026-03-09'],
        ['2026-03-05', '2026-03-09'],
        ['2026-03-09', '2026-03-09'],
        ['2026-03-10', '2026-03-10'],
        ['2026-03-11', '2026-03-12'],
      ]),
    ).toEqual([
      { known: '2026-03-09', before: 1, after: 4, from: '2026-03-05', adoption: false },
      { known: '2026-03-12', before: 5, after: 6, from: '2026-03-11', adoption: false },
    ]);
  });
  it('what corrects or voids may touch any day before', () => {
    expect(
      days([
        ['2026-03-01', '2026-03-01'],
        ['2026-03-04', '2026-03-04', 'FactVoided'],
      ]),
    ).toEqual([{ known: '2026-03-04', before: 1, after: 2, from: '0001-01-01', adoption: false }]);
  });
  it('a project is taken over where its first facts come from a workbook, and only on that day', () => {
    const facts = [
      ['2025-06-03', '2026-03-01'],
      ['2025-07-01', '2026-03-02'],
    ] as const;
    expect(days(facts, true).map(({ known, adoption }) => [known, adoption])).toEqual([
      ['2026-03-01', true],
      ['2026-03-02', false],
    ]);
    expect(days(facts).map(({ adoption }) => adoption)).toEqual([false, false]);
  });
});
