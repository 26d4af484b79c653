import fc from 'fast-check';
import { daysLateOn, runningClocks } from '../clocks/index.ts';
import type { IsoDate } from '../dates.ts';
import { DEFAULT_RULES } from '../policy/rules.ts';
import type { Placed } from '../project/corrections.ts';
import type { ProjectEventType } from '../project/events.ts';
import { fold } from '../project/fold.ts';
import type { KnownProject } from '../project/state.ts';
import { checklistOf, type ChecklistItem } from './checklist-of.ts';
import type { Checklist } from './checklist.ts';

type Fact = readonly [type: ProjectEventType, on: string, data?: object];
const placed = (facts: readonly Fact[]): readonly Placed[] =>
  facts.map(
    ([type, on, data = {}], index) => ({ type, occurredOn: on as IsoDate, data, version: index + 1 }) as Placed,
  );
const projectOf = (facts: readonly Fact[]): KnownProject => fold(placed(facts)) as KnownProject;

const on = (facts: readonly Fact[], today: string, manual: Checklist | null = null): readonly ChecklistItem[] =>
  checklistOf(
    projectOf(facts),
    DEFAULT_RULES.policyOn(today as IsoDate),
    DEFAULT_RULES.calendar,
    today as IsoDate,
    manual ?? { state: 'none' },
    placed(facts),
  );
const item = (items: readonly ChecklistItem[], key: string): ChecklistItem | undefined =>
  items.find((one) => one.key === key);
const brief = (items: readonly ChecklistItem[], ...keys: string[]): readonly unknown[] =>
  keys.map((key) => {
    const { state, due, doneBy } = item(items, key) ?? {};
    return [key, state, doneBy?.version ?? due];
  });

const money = (yuan: string) => ({ amount: yuan, currency: 'CNY' });
const LEAD: Fact = ['LeadRegistered', '2026-09-30', { code: 'A-1', title: '桥', unit: '一组' }]; // the last working day before the National Day holiday; 8 October is the next
const OWNER: Fact = ['OwnerAssigned', '2025-01-05', { steward: '李' }];
const RECORDED: readonly Fact[] = [
  ['ProjectRecorded', '2025-01-05', { code: 'A-1', title: '桥', unit: '一组' }],
  OWNER,
  ['NegotiationOpened', '2025-03-10', { class: 'standard' }],
];
const SIGNED: readonly Fact[] = [
  ...RECORDED,
  ['ContractSigned', '2025-06-10', { contracted: money('100000000.00'), agreedStart: '2025-12-01' }],
];
const STARTED: readonly Fact[] = [...SIGNED, ['StartCertified', '2026-01-15']];
const arrival = (id: string, yuan: string, day: string): readonly Fact[] => [
  ['ArrivalReported', day, { arrival: id, amount: money(yuan), kind: 'land' }],
  ['ArrivalCertified', day, { arrival: id }],
];

describe('a project’s checklist', () => {
  it('of a lead has its three steps, one after the other, late from the day after the working day on which the step is due', () => {
    expect(brief(on([LEAD], '2026-10-08'), 'lead-acknowledged', 'lead-screened', 'lead-fed-back')).toEqual([
      ['lead-acknowledged', 'open', '2026-10-08'],
      ['lead-screened', 'not-due', null],
      ['lead-fed-back', 'not-due', null],
    ]);
    expect(item(on([LEAD], '2026-10-09'), 'lead-acknowledged')?.state).toBe('late');
    const received: readonly Fact[] = [LEAD, ['LeadAcknowledged', '2026-10-08']];
    expect(brief(on(received, '2026-10-11'), 'lead-acknowledged', 'lead-screened')).toEqual([
      ['lead-acknowledged', 'done', 2],
      ['lead-screened', 'late', '2026-10-10'],
    ]); // the third working day: 8, 9, 10 (worked Saturday) October
  });
  it('of a lead counts an earlier step as done with a later one, and asks for a negotiation only where the lead is worth it', () => {
    const screened = (valuable: boolean): readonly ChecklistItem[] =>
      on([LEAD, ['LeadScreened', '2026-10-08', { valuable }]], '2026-10-09');
    expect(item(screened(true), 'lead-acknowledged')?.doneBy).toEqual({
      event: 'LeadScreened',
      version: 2,
      on: '2026-10-08',
    });
    expect([
      item(screened(true), 'negotiation-opened')?.state,
      item(screened(false), 'negotiation-opened')?.state,
    ]).toEqual(['open', 'not-due']);
  });
  it('of a project taken from a ledger has no steps of a lead', () =>
    expect(on(RECORDED, '2025-04-01').map(({ key }) => key)).toEqual([
      'negotiation-opened',
      'pre-review-passed',
      'joint-review-held',
      'contract-signed',
      'contract-filed',
      'milestone-land',
      'milestone-project-code',
      'milestone-planning',
      'milestone-environment',
      'milestone-construction-permit',
      'start-planned',
      'start-reported',
      'start-certified',
      'statistics-entered',
      'first-funds',
      'funds-15-percent',
    ]));
  it('wants the contract by the end of the negotiation, and the steward for everything', () => {
    const items = on(RECORDED, '2025-06-11'); // three months from 10 March
    expect(brief(items, 'negotiation-opened', 'contract-signed', 'start-certified')).toEqual([
      ['negotiation-opened', 'done', 3],
      ['contract-signed', 'late', '2025-06-10'],
      ['start-certified', 'not-due', null],
    ]);
    expect(new Set(items.map(({ owner }) => owner))).toEqual(new Set(['李']));
  });
  it('passes a review over that was not held before the signing, and shows one that was', () => {
    expect(on(SIGNED, '2025-07-01').map(({ key }) => key)).not.toContain('pre-review-passed');
    const reviewed: readonly Fact[] = [
      ...RECORDED,
      ['PreReviewDecided', '2025-04-01', { result: 'passed' }],
      ...SIGNED.slice(-1),
    ];
    expect(item(on(reviewed, '2025-07-01'), 'pre-review-passed')?.doneBy).toEqual({
      event: 'PreReviewDecided',
      version: 4,
      on: '2025-04-01',
    });
    expect(
      item(
        on([...RECORDED, ['PreReviewDecided', '2025-04-01', { result: 'returned' }]], '2025-04-02'),
        'pre-review-passed',
      )?.state,
    ).toBe('open');
  });
  it('wants the certified start by the earliest day that a clock names', () => {
    expect(brief(on(SIGNED, '2025-12-01'), 'start-certified')).toEqual([['start-certified', 'open', '2025-12-01']]); // due today is not late
    expect(brief(on(SIGNED, '2025-12-02'), 'start-certified')).toEqual([['start-certified', 'late', '2025-12-01']]);
    const excused: readonly Fact[] = [
      ...SIGNED,
      ['ExcuseAccepted', '2025-11-20', { clock: 'agreed-start', until: '2026-12-31', reason: '防汛' }],
    ];
    expect(brief(on(excused, '2025-12-02'), 'start-certified')).toEqual([['start-certified', 'open', '2026-03-31']]); // the excuse moves the agreed day, not the floor of the year after the signing
  });
  it('names the filing and the planned start by their events', () => {
    const facts: readonly Fact[] = [
      ...SIGNED,
      ['ContractFiled', '2025-06-20', { filingNumber: '备7' }],
      ['StartPlanned', '2025-06-21', { plannedOn: '2025-11-01' }],
    ];
    expect(brief(on(facts, '2025-07-01'), 'contract-filed', 'start-planned')).toEqual([
      ['contract-filed', 'done', 5],
      ['start-planned', 'done', 6],
    ]);
    const without = checklistOf(
      projectOf(facts),
      DEFAULT_RULES.policyOn('2025-07-01' as IsoDate),
      DEFAULT_RULES.calendar,
      '2025-07-01' as IsoDate,
      { state: 'none' },
    );
    expect(item(without, 'contract-filed')).toMatchObject({ state: 'done', doneBy: null });
  });
  it('knows a milestone by any of its names, and the bureau’s own ones once they are completed', () => {
    const items = on(
      [
        ...SIGNED,
        ['MilestoneCompleted', '2025-08-01', { milestone: '施工许可证' }],
        ['MilestoneCompleted', '2025-08-02', { milestone: '水土保持' }],
      ],
      '2025-09-01',
    );
    expect(brief(items, 'milestone-land', 'milestone-construction-permit', 'milestone-水土保持')).toEqual([
      ['milestone-land', 'open', null],
      ['milestone-construction-permit', 'done', 5],
      ['milestone-水土保持', 'done', 6],
    ]);
  });
  it('after the start wants the entry in a month, the first money in three, and the share in six', () =>
    expect(
      brief(on(STARTED, '2026-02-16'), 'start-certified', 'statistics-entered', 'first-funds', 'funds-15-percent'),
    ).toEqual([
      ['start-certified', 'done', 5],
      ['statistics-entered', 'late', '2026-02-15'],
      ['first-funds', 'open', '2026-04-15'],
      ['funds-15-percent', 'open', '2026-07-15'],
    ]));
  it('has the share of funds done by the certification with which it was reached, not before', () => {
    const first = [...STARTED, ...arrival('a1', '14999999.99', '2026-03-01')];
    expect(brief(on(first, '2026-05-20'), 'first-funds', 'funds-15-percent')).toEqual([
      ['first-funds', 'done', 7],
      ['funds-15-percent', 'open', '2026-07-15'],
    ]);
    expect(
      item(on([...first, ...arrival('a2', '0.01', '2026-05-10')], '2026-05-20'), 'funds-15-percent')?.doneBy,
    ).toEqual({ event: 'ArrivalCertified', version: 9, on: '2026-05-10' });
  });
  it('opens an item again when its fact is reversed or voided', () => {
    const reversed: readonly Fact[] = [
      ...STARTED,
      ...arrival('a1', '10000000.00', '2026-03-01'),
      ['ArrivalReversed', '2026-04-20', { arrival: 'a1', reason: '退款' }],
    ];
    expect(brief(on(reversed, '2026-04-21'), 'first-funds')).toEqual([['first-funds', 'late', '2026-04-15']]);
    const voided: readonly Fact[] = [...STARTED, ['FactVoided', '2026-01-20', { target: 5, reason: '误认定' }]];
    expect(brief(on(voided, '2026-01-21'), 'start-certified', 'statistics-entered')).toEqual([
      ['start-certified', 'late', '2025-12-01'],
      ['statistics-entered', 'not-due', null],
    ]);
  });
  it('of an ended project lists only what was done', () => {
    const items = on(
      [...STARTED, ['ProjectTerminated', '2026-03-01', { kind: 'by-investor', reason: '撤资' }]],
      '2026-12-01',
    );
    expect(items.map(({ key, state }) => [key, state])).toEqual([
      ['negotiation-opened', 'done'],
      ['contract-signed', 'done'],
      ['start-certified', 'done'],
    ]);
  });
  it('ends with what people added: open, late, waiting to be verified, verified', () => {
    const report = { on: '2025-06-20' as IsoDate, by: 'li', text: '好', evidence: [{ kind: '照片' }] };
    const added = { text: '事', owner: null, addedOn: '2025-06-11' as IsoDate, report: null, verification: null };
    const manual: Checklist = {
      state: 'open',
      project: 'p1',
      projectName: null,
      version: 9,
      items: [
        { ...added, key: 'a', state: 'open', due: '2025-07-01' as IsoDate, owner: '赵' },
        { ...added, key: 'b', state: 'open', due: '2025-06-30' as IsoDate },
        { ...added, key: 'c', state: 'reported', due: '2025-06-30' as IsoDate, report },
        {
          ...added,
          key: 'd',
          state: 'verified',
          due: null,
          report,
          verification: { on: '2025-06-21' as IsoDate, by: 'zhao', accepted: true, reason: null, version: 8 },
        },
      ],
    };
    const items = on(SIGNED, '2025-07-01', manual).slice(-4);
    expect(items.map(({ key, state, due, owner }) => [key, state, due, owner])).toEqual([
      ['a', 'open', '2025-07-01', '赵'],
      ['b', 'late', '2025-06-30', '李'],
      ['c', 'reported', '2025-06-30', '李'],
      ['d', 'done', null, '李'],
    ]);
    expect(items[3]?.doneBy).toEqual({ event: 'ChecklistItemVerified', version: 8, on: '2025-06-21' });
  });

  it('after any of its facts names each item once, done by a fact that is there, and late exactly where a clock that covers it is', () => {
    const later: readonly Fact[] = [
      ['NegotiationOpened', '2025-03-10', { class: 'large' }],
      ['PreReviewDecided', '2025-04-01', { result: 'passed' }],
      ['ContractSigned', '2025-06-10', { contracted: money('100000000.00'), agreedStart: '2025-12-01' }],
      ['ContractFiled', '2025-06-20', { filingNumber: '1' }],
      ['MilestoneCompleted', '2025-08-01', { milestone: '土地' }],
      ['StartPlanned', '2025-08-02', { plannedOn: '2025-11-01' }],
      ['ProjectSuspended', '2025-09-01', { reason: 'x' }],
      ['ProjectResumed', '2025-10-01'],
      ['StartReported', '2025-12-20'],
      ['StartCertified', '2026-01-15'],
      ['StatisticsEntered', '2026-02-01'],
      ...arrival('a1', '20000000.00', '2026-03-01'),
      ['ProjectTerminated', '2026-08-01', { kind: 'revoked', reason: 'x' }],
    ];
    const opening = fc.constantFrom<Fact>(
      ['LeadRegistered', '2025-01-06', { code: 'A', title: 'x' }],
      ['ProjectRecorded', '2025-01-06', { code: 'A', title: 'x' }],
    );
    fc.assert(
      fc.property(
        opening,
        fc.subarray([...later]),
        fc.constantFrom('2025-02-01', '2025-06-10', '2025-12-05', '2026-02-16', '2026-09-01'),
        (first, rest, today) => {
          const facts = [first, ...rest.filter(([, day]) => day <= today)];
          const items = on(facts, today);
          expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
          for (const { state, doneBy, due } of items) {
            expect(doneBy !== null).toBe(state === 'done');
            if (doneBy !== null)
              expect([facts[doneBy.version - 1]?.[0], facts[doneBy.version - 1]?.[1], due]).toEqual([
                doneBy.event,
                doneBy.on,
                null,
              ]);
            if (state === 'not-due') expect(due).toBeNull();
          }
          const day = today as IsoDate;
          const lateClocks = runningClocks(
            projectOf(facts),
            DEFAULT_RULES.policyOn(day),
            DEFAULT_RULES.calendar,
          ).filter(
            (clock) =>
              (daysLateOn(clock, day) ?? 0) > 0 && clock.clock !== 'no-progress' && clock.clock !== 'idle-land',
          );
          expect(items.some(({ state }) => state === 'late')).toBe(lateClocks.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
