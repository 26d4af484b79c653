import fc from 'fast-check';
import {
  addDays,
  calendarOf,
  DEFAULT_POLICY,
  DEFAULT_RULES,
  fold,
  money,
  replayRules,
  rulesOf,
  runningClocks,
  sideBySide,
  withCalendar,
  worstOn,
  type IsoDate,
  type Policy,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { history, type Fact } from '../../../../test/support/project-history.ts';
import type { HolderOf } from '../owed/addressees.ts';
import { listNamed } from '#projections';
import { factsOf } from './lived.ts';
import { STALLED } from './course.ts';
import type { Difference } from './difference.ts';
import { replayProject } from './replay-project.ts';

const holder: HolderOf = (unit) => (unit === 'Park' ? { id: null, name: 'Head of Park' } : null);
const signed: readonly Fact[] = [
  ['ProjectRecorded', '2022-01-10', { code: 'A', title: 'Works', unit: 'Park' }],
  ['ContractSigned', '2022-01-10', { contracted: money('100.00'), agreedStart: '2022-07-01' }],
];
const [from, to] = [day('2022-01-01'), day('2022-12-31')];
const under = (policy: Policy, facts = signed): readonly Difference[] =>
  replayProject(history(facts), ...sideBySide(DEFAULT_RULES, policy, to), from, to, holder);
const line = ({ what, clock, before, after, on, until }: Difference): string => {
  const said = (value: Difference['before']): string =>
    value === null || typeof value === 'string' ? String(value) : `${value.rung} ${value.on}`;
  return `${what} ${clock} ${said(before)} → ${said(after)} ${on}..${until}`;
};

it('the policy in force differs from itself in nothing, whatever its number and first day', () => {
  expect(under(DEFAULT_POLICY)).toEqual([]);
  expect(under({ ...DEFAULT_POLICY, version: 9, validFrom: day('2022-06-01') })).toEqual([]);
});

it('says who would be red and for how long, and who would be told on another day', () => {
  // Agreed for 1 July: red from the 91st day late (30 September) until now, from the 61st (31 August) under the draft. The circular goes out on the first red day.
  // The silence since the signing is red as well, until the line of progress on 20 August ends it.
  const facts: readonly Fact[] = [...signed, ['ProgressReported', '2022-08-20', { text: 'piling' }]];
  const draft: Policy = { ...DEFAULT_POLICY, scale: { ...DEFAULT_POLICY.scale, redDaysLate: 61 } };
  const found = under(draft, facts).map(line);
  expect(found).toContain('colour agreed-start orange → red 2022-08-31..2022-09-29');
  expect(found).toContain('notice agreed-start circular 2022-09-30 → circular 2022-08-31 2022-09-30..null');
  expect(found.filter((one) => one.startsWith('due') || one.startsWith('list'))).toEqual([]);
});

it('says which deadlines would move, and who would be listed as stalled', () => {
  const base = DEFAULT_POLICY.clocks['no-progress'];
  const months = (value: number) => ({ value, unit: 'months' as const });
  const draft: Policy = {
    ...DEFAULT_POLICY,
    clocks: { ...DEFAULT_POLICY.clocks, 'no-progress': { ...base, own: { ...base.own, yellow: months(1) } } },
  };
  // Signed on 10 January: yellow after two months from 11 March, under the draft after one month from 11 February.
  expect(
    under(draft)
      .filter(({ what }) => what !== 'notice')
      .map(line),
  ).toEqual([
    'due no-progress 2022-03-10 → 2022-02-10 2022-01-10..null',
    'colour no-progress blue → yellow 2022-02-11..2022-03-10',
    'list null null → stalled 2022-02-11..2022-03-10',
  ]);
});

it('names the clock that decides on the first day of a difference, whichever made it red before', () => {
  // Silence is red from 11 April under both. The line of 5 September ends it: what is red from that day under the draft is the agreed start (61 days late since 31 August).
  const draft: Policy = { ...DEFAULT_POLICY, scale: { ...DEFAULT_POLICY.scale, redDaysLate: 61 } };
  expect(
    under(draft, [...signed, ['ProgressReported', '2022-09-05', { text: 'piling' }]])
      .filter(({ what }) => what === 'colour')
      .map(line),
  ).toEqual(['colour agreed-start orange → red 2022-09-05..2022-09-29']);
});

it('says which notices appear, vanish or go to others', () => {
  const others: Policy = {
    ...DEFAULT_POLICY,
    ladder: [
      { rung: 'due', when: { onDue: true }, to: ['supervision-office'] },
      { rung: 'interview', when: { daysLate: 20 }, to: ['owner-head'] },
    ],
  };
  const agreed = under(others).filter(({ clock }) => clock === 'agreed-start');
  expect(agreed.map(line)).toEqual([
    'notice agreed-start near-due 2022-06-01 → null 2022-06-01..null',
    'notice agreed-start near-due 2022-06-24 → null 2022-06-24..null',
    'notice agreed-start due 2022-07-01 → due 2022-07-01 2022-07-01..null', // to the supervision office instead of steward and unit
    'notice agreed-start reminder 2022-07-02 → null 2022-07-02..null',
    'notice agreed-start reminder 2022-07-17 → null 2022-07-17..null',
    'notice agreed-start supervision 2022-08-01 → null 2022-08-01..null',
    'notice agreed-start circular 2022-09-30 → null 2022-09-30..null',
    'notice agreed-start interview 2022-12-28 → interview 2022-07-21 2022-12-28..null',
  ]);
});

it('says which deadlines another calendar moves', () => {
  const lead: readonly Fact[] = [['LeadRegistered', '2026-12-31', { code: 'L', title: 'Lead', unit: 'Park' }]];
  // Without a notice for 2027 the first working day after Thursday 31 December is Friday 1 January; with it, Monday the 4th.
  const after = withCalendar(DEFAULT_RULES, [{ year: 2027, off: { 元旦: ['2027-01-01..2027-01-03'] }, worked: [] }]);
  const moved = replayProject(history(lead), DEFAULT_RULES, after, day('2026-12-31'), day('2027-12-31'), holder)
    .filter(({ what }) => what === 'due')
    .map(line);
  expect(moved).toEqual(['due lead-response 2027-01-01 → 2027-01-04 2026-12-31..null']);
  expect(
    replayProject(history(lead), DEFAULT_RULES, withCalendar(DEFAULT_RULES, []), from, day('2027-12-31'), holder),
  ).toEqual([]);
});

it('knows the lists that depend on colour as the lists define them', () => {
  const coloured = listNamed('stalled')!.where.flatMap((condition) =>
    'colour' in condition ? [condition.colour] : [],
  );
  expect(coloured).toEqual([STALLED]);
});

const FIRST = day('2021-06-01');
const on = fc.integer({ min: 0, max: 900 }).map((days) => addDays(FIRST, days));
const fact = (type: ProjectEvent['type'], data: (at: IsoDate, length: number) => object) =>
  fc.tuple(on, fc.integer({ min: 1, max: 400 })).map(([at, length]): Fact => [type, at, data(at, length)]);
const someFact: fc.Arbitrary<Fact> = fc.oneof(
  fact('NegotiationOpened', (_at, n) => ({ class: n % 2 ? 'standard' : 'large' })),
  fact('ContractSigned', (at, n) => ({
    contracted: money('100.00'),
    agreedStart: addDays(at, n),
    landMode: n % 2 ? 'purchase' : 'lease',
  })),
  fact('ContractAmended', (at, n) => ({ kind: 'schedule', agreedStartTo: addDays(at, n) })),
  fact('ProgressReported', () => ({ text: 'line' })),
  fact('ProjectSuspended', (at, n) => ({ reason: 'wait', ...(n % 2 ? { expectedEnd: addDays(at, n) } : {}) })),
  fact('ProjectResumed', () => ({})),
  fact('ExcuseAccepted', (at, n) => ({ clock: 'agreed-start', until: addDays(at, n), reason: 'flood' })),
  fact('StartCertified', () => ({})),
  fact('StatisticsEntered', () => ({})),
  fact('ArrivalReported', () => ({ arrival: '1', amount: money('20.00'), kind: 'other' })),
  fact('ArrivalCertified', () => ({ arrival: '1' })),
  fact('LeadAcknowledged', () => ({})),
  fact('ProjectTerminated', () => ({ kind: 'revoked', reason: 'gone' })),
  fact('OwnerAssigned', (_at, n) => ({ steward: `steward ${n % 3}` })),
  fact('FactCorrected', (at) => ({ target: 2, field: 'occurredOn', from: null, to: at, reason: 'typing' })),
  fact('FactVoided', (_at, n) => ({ target: 2 + (n % 6), reason: 'twice' })),
);
const someHistory = fc
  .tuple(fc.constantFrom('LeadRegistered', 'ProjectRecorded'), on, fc.array(someFact, { maxLength: 12 }))
  .map(([type, first, facts]) =>
    history([[type as 'LeadRegistered', first, { code: 'A', title: 'Works', unit: 'Park' }], ...facts]),
  );
const somePolicy = fc
  .record({
    blue: fc.integer({ min: 0, max: 60 }),
    yellow: fc.integer({ min: 1, max: 30 }),
    more: fc.integer({ min: 1, max: 60 }),
    months: fc.integer({ min: 1, max: 9 }),
    percent: fc.integer({ min: 1, max: 100 }),
    held: fc.boolean(),
    every: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ blue, yellow, more, months, percent, held, every }): Policy => ({
    ...DEFAULT_POLICY,
    version: 2,
    fundsPercent: percent,
    scale: {
      blueDaysBefore: blue,
      yellowDaysLate: yellow,
      orangeDaysLate: yellow + more,
      redDaysLate: yellow + 2 * more,
    },
    clocks: {
      ...DEFAULT_POLICY.clocks,
      'first-funds': { length: { value: months, unit: 'months' }, pausedByHold: held },
      'agreed-start': {
        length: null,
        pausedByHold: held,
        ladder: { supervision: { when: { daysLate: every } }, circular: { when: null } },
      },
      'negotiation-standard': { length: { value: months, unit: 'months' }, pausedByHold: held },
    },
    ladder: [
      ...DEFAULT_POLICY.ladder.slice(0, 2),
      { rung: 'reminder', when: { onColour: 'yellow', everyDays: every }, to: ['owner-head'] },
      ...DEFAULT_POLICY.ladder.slice(3),
    ],
  }));
const window = fc.tuple(on, fc.nat(500)).map(([begin, length]) => [begin, addDays(begin, length)] as const);

it('any policy laid over any history beside itself differs in nothing', () =>
  fc.assert(
    fc.property(someHistory, somePolicy, window, (one, policy, [begin, end]) => {
      const rules = rulesOf([
        { type: 'PolicyPublished', data: { policy: { ...policy, validFrom: day('2022-03-01') } } },
      ]);
      expect(
        replayProject(one, ...sideBySide(rules, { ...policy, version: 7 }, day('2024-01-01')), begin, end, holder),
      ).toEqual([]);
      expect(replayProject(one, rules, rules, begin, end, holder)).toEqual([]);
      expect(replayProject(one, rules, { ...rules, calendar: calendarOf(rules.notices) }, begin, end, holder)).toEqual(
        [],
      );
    }),
    { numRuns: 100 },
  ));

/** The colour on one day, folded from nothing: what the spans must agree with on every day. */
const naive = (one: readonly RecordedEvent[], rules: Rules, at: IsoDate): string | null => {
  const facts = factsOf(one);
  const moved = new Map(facts.map(({ version, occurredOn }) => [version, occurredOn]));
  const voided = new Set<number>();
  for (const { type, data, version } of [...facts].reverse())
    if (type === 'FactVoided' && !voided.has(version)) voided.add(data.target);
  for (const { type, data, version } of facts)
    if (type === 'FactCorrected' && !voided.has(version)) moved.set(data.target, data.to as IsoDate);
  const standing = facts.filter(
    ({ version, type }) => version === 1 || type.startsWith('Fact') || moved.get(version)! <= at,
  );
  const project = fold(standing);
  const begun = facts.some(({ version }) => (version === 1 || !voided.has(version)) && moved.get(version)! <= at);
  if (project.phase === 'none' || project.end !== null || !begun) return null;
  return worstOn(runningClocks(project, rules.policyOn(at), rules.calendar), at).colour;
};

it('agrees day by day with folding the facts of each day from nothing', () =>
  fc.assert(
    fc.property(someHistory, somePolicy, window, (one, policy, [begin, end]) => {
      const [before, after] = [replayRules(DEFAULT_RULES, DEFAULT_POLICY), replayRules(DEFAULT_RULES, policy)];
      const spans = replayProject(one, before, after, begin, end, holder).filter(({ what }) => what === 'colour');
      for (let at = begin; at <= end; at = addDays(at, 1)) {
        const span = spans.filter(
          (difference) => difference.on <= at && (difference.until === null || at <= difference.until),
        );
        const [b, a] = [naive(one, before, at), naive(one, after, at)];
        expect([at, span.map((difference) => [difference.before, difference.after])]).toEqual([
          at,
          b === a ? [] : [[b, a]],
        ]);
      }
    }),
    { numRuns: 40 },
  ));
