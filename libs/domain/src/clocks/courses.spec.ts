import { e, lead, opened, recorded, signed, started, yuan } from '../../../../test/support/project-facts.ts';
import {
  DEFAULT_RULES,
  fold,
  runClocks,
  runningClocks,
  type Clock,
  type ClockName,
  type KnownProject,
  type ProjectEvent,
} from '../index.ts';

const policy = DEFAULT_RULES.policies[0]!;
const { calendar } = DEFAULT_RULES;
const known = (events: readonly ProjectEvent[]) =>
  fold(events.map((event, index) => ({ ...event, version: index + 1 }))) as KnownProject;
const named = (clocks: readonly Clock[], name: ClockName) => clocks.find(({ clock }) => clock === name);
const clock = (name: ClockName, ...events: readonly ProjectEvent[]) =>
  named(runClocks(known(events), policy, calendar), name);

const line = (on: string) => e('ProgressReported', on, { text: '选址' });
const framework = (on: string) => e('FrameworkAgreed', on, { kind: 'framework' });
const ended = e('ProjectTerminated', '2025-10-01', { kind: 'revoked', reason: '违约' });
const back = (restart: readonly ClockName[]) =>
  e('ProjectReactivated', '2025-11-03', { from: 'terminated', reason: '复工', restart });
const droppedAndBack = [
  e('LeadDropped', '2025-10-01', { reason: '搁置' }),
  e('ProjectReactivated', '2025-11-03', {
    from: 'dropped',
    reason: '重启',
    restart: ['lead-response', 'negotiation-standard', 'no-progress'],
  }),
];

describe('the response to a lead', () => {
  const step = (type: 'LeadAcknowledged' | 'LeadScreened' | 'LeadFedBack', on: string) =>
    e(type, on, type === 'LeadScreened' ? { valuable: true } : {});
  const [acknowledged, screened, fedBack] = [
    step('LeadAcknowledged', '2025-01-07'),
    step('LeadScreened', '2025-01-08'),
    step('LeadFedBack', '2025-01-09'),
  ];
  const days = (...events: readonly ProjectEvent[]) => clock('lead-response', lead, ...events)?.length?.value;

  it('runs to the first step that is not done; a later one done says that the earlier ones were', () => {
    expect([days(), days(acknowledged), days(acknowledged, screened), days(screened), days(fedBack)]).toEqual([
      1, 3, 7, 7, 7,
    ]);
  });
  it('stops with the step that was done last, or where the lead leaves the stage', () => {
    const stopped = (...events: readonly ProjectEvent[]) =>
      clock('lead-response', lead, ...events)!.stopped?.on ?? null;
    expect(stopped(acknowledged, screened)).toBeNull();
    expect(stopped(acknowledged, screened, fedBack)).toBe('2025-01-09');
    expect(stopped(fedBack, step('LeadScreened', '2025-01-13'))).toBe('2025-01-13');
    expect(stopped(opened)).toBe('2025-02-03');
    expect(stopped(signed)).toBe('2025-04-01');
    expect(stopped(framework('2025-03-03'), opened)).toBe('2025-02-03');
    expect(stopped(framework('2025-01-20'))).toBe('2025-01-20');
    expect(stopped(e('LeadDropped', '2025-01-21', { reason: 'x' }))).toBe('2025-01-21');
  });
  it('starts anew where a reactivation says so, and is none of a project from a ledger', () => {
    expect(clock('lead-response', lead, ...droppedAndBack)!.startedBy.on).toBe('2025-11-03');
    expect(clock('lead-response', recorded)).toBeUndefined();
  });
});

describe('a negotiation', () => {
  const large = e('NegotiationOpened', '2025-02-03', { class: 'large' });
  const extended = (until: string) => e('NegotiationExtended', '2025-03-03', { until, reason: '用地' });

  it('is due after three months, a large one after six, and is stopped by the contract or its end', () => {
    expect(clock('negotiation-standard', lead, opened)).toMatchObject({
      due: '2025-05-03',
      length: { value: 3, unit: 'months' },
      stopped: null,
    });
    expect(clock('negotiation-large', lead, large)).toMatchObject({
      due: '2025-08-03',
      length: { value: 6, unit: 'months' },
    });
    expect(clock('negotiation-standard', lead, large)).toBeUndefined();
    expect(clock('negotiation-standard', lead, opened, signed)!.stopped).toMatchObject({
      on: '2025-04-01',
      version: 3,
    });
    expect(clock('negotiation-standard', lead, opened, droppedAndBack[0]!)!.stopped).toMatchObject({
      on: '2025-10-01',
      version: 3,
    });
    expect(clock('negotiation-standard', lead)).toBeUndefined();
  });
  it('is due on the day to which it was extended, where that is later', () => {
    expect(clock('negotiation-standard', lead, opened, extended('2025-05-04'))).toMatchObject({
      due: '2025-05-04',
      length: null,
    });
    expect(clock('negotiation-standard', lead, opened, extended('2025-05-03'))).toMatchObject({
      due: '2025-05-03',
      length: { value: 3 },
    });
  });
  it('of a length that a bureau has left out is due after three months', () => {
    const bare = { ...policy, clocks: { ...policy.clocks, 'negotiation-large': { length: null, pausedByHold: true } } };
    expect(named(runClocks(known([lead, large]), bare, calendar), 'negotiation-large')!.due).toBe('2025-05-03');
  });
  it('starts anew where a reactivation says so', () =>
    expect(clock('negotiation-standard', lead, opened, ...droppedAndBack)!.startedBy).toMatchObject({
      on: '2025-11-03',
      version: 4,
    }));
});

describe('silence', () => {
  const begins = (...events: readonly ProjectEvent[]) => {
    const { event, on } = clock('no-progress', ...events)?.startedBy ?? {};
    return event === undefined ? null : `${event} ${on}`;
  };
  const adopted = e('ProjectRecorded', '2025-01-06', { code: 'A1', title: '轴承', progressKnownFrom: '2025-06-02' });

  it('begins at the opening, anew at the signing, and with each line', () => {
    expect(begins(lead)).toBeNull();
    expect(begins(lead, line('2025-01-10'))).toBeNull();
    expect(begins(lead, opened)).toBe('NegotiationOpened 2025-02-03');
    expect(begins(lead, opened, signed)).toBe('ContractSigned 2025-04-01');
    expect(begins(lead, opened, line('2025-03-03'))).toBe('ProgressReported 2025-03-03');
    expect(begins(lead, opened, line('2025-03-03'), signed)).toBe('ContractSigned 2025-04-01');
    expect(begins(lead, opened, signed, line('2025-04-01'))).toBe('ProgressReported 2025-04-01');
    expect(begins(lead, opened, ...droppedAndBack)).toMatch(/ 2025-11-03$/);
  });
  it('of a project from a ledger that nobody opened begins with its first line, and without one at the adoption', () => {
    expect(begins(recorded)).toBeNull();
    expect(begins(recorded, line('2025-03-03'))).toBe('ProgressReported 2025-03-03');
    expect(begins(recorded, framework('2025-03-03'))).toBeNull();
    expect(begins(adopted)).toBeNull();
    expect(begins(adopted, framework('2025-03-03'))).toBe('ProjectRecorded 2025-06-02');
    expect(begins(adopted, opened)).toBe('ProjectRecorded 2025-06-02');
    expect(begins(adopted, opened, line('2025-03-03'))).toBe('ProgressReported 2025-03-03');
  });
  it('ends with the certified start, or with the project', () => {
    expect(clock('no-progress', lead, opened, signed)!.stopped).toBeNull();
    expect(clock('no-progress', lead, opened, signed, started)!.stopped?.on).toBe('2025-08-20');
    expect(clock('no-progress', lead, opened, signed, ended)!.stopped?.on).toBe('2025-10-01');
  });
  it('of six months proposes the withdrawal, where the policy says so', () => {
    const { own: _own, ...bare } = policy.clocks['no-progress'];
    const without = { ...policy, clocks: { ...policy.clocks, 'no-progress': bare } };
    expect(clock('no-progress', lead, opened)!.warnings).toEqual([
      { what: 'proposed-for-withdrawal', on: '2025-08-04' },
    ]);
    const clocks = runClocks(known([lead, opened]), without, calendar);
    expect(named(clocks, 'no-progress')).toMatchObject({ warnings: [], due: '2025-04-03' });
  });
});

describe('the start after a contract', () => {
  const bought = (agreed: object) =>
    e('ContractSigned', '2025-04-01', { contracted: yuan('9.00'), landMode: 'purchase', ...agreed });

  it('is due on the agreed day, on 31 March of the next year, and after a year', () => {
    expect(clock('agreed-start', recorded, signed)).toMatchObject({
      due: '2025-09-01',
      length: null,
      startedBy: { event: 'ContractSigned', version: 2 },
    });
    expect(clock('start-floor', recorded, signed)!.due).toBe('2026-03-31');
    expect(clock('signed-one-year', recorded, signed)!.due).toBe('2026-04-01');
    expect(clock('agreed-start', recorded, bought({}))).toBeUndefined();
    expect(clock('start-floor', recorded)).toBeUndefined();
  });
  it('is stopped by the certified start or the end, whichever came first', () => {
    expect(clock('start-floor', recorded, signed)!.stopped).toBeNull();
    expect(clock('start-floor', recorded, signed, started, ended)!.stopped?.on).toBe('2025-08-20');
    expect(clock('start-floor', recorded, signed, ended)!.stopped?.on).toBe('2025-10-01');
  });
  it('of one year is counted anew from a reactivation that says so; the floor stays', () => {
    expect(clock('signed-one-year', recorded, signed, ended, back(['signed-one-year']))).toMatchObject({
      due: '2026-11-03',
      startedBy: { version: 4 },
    });
    expect(clock('signed-one-year', recorded, signed, ended, back([]))!.due).toBe('2026-04-01');
    expect(clock('start-floor', recorded, signed, ended, back(['signed-one-year']))!.due).toBe('2026-03-31');
  });
  it('of the child of a split is named by the split', () =>
    expect(
      clock(
        'start-floor',
        e('ProjectSplitOff', '2025-06-02', {
          code: 'A2',
          title: '二期',
          parent: 'p',
          contracted: yuan('4.00'),
          signedOn: '2024-04-01',
        }),
      ),
    ).toMatchObject({ due: '2025-03-31', startedBy: { event: 'ProjectSplitOff', on: '2024-04-01' } }));

  it('leaves land that was bought idle: warnings after one year and two, and no colour', () => {
    const idle = clock('idle-land', recorded, bought({ agreedStart: '2025-09-01' }))!;
    expect(idle).toMatchObject({
      startedBy: { event: 'ContractSigned', version: 2, on: '2025-09-01' },
      crossings: [],
      warnings: [
        { what: 'idle-land-fee', on: '2026-09-01' },
        { what: 'land-recovery', on: '2027-09-01' },
      ],
    });
    const moved = e('ContractAmended', '2025-06-02', { kind: 'schedule', agreedStartTo: '2025-12-01' });
    expect(clock('idle-land', recorded, bought({ agreedStart: '2025-09-01' }), moved)!.startedBy).toEqual({
      event: 'ContractAmended',
      version: 3,
      on: '2025-12-01',
    });
  });
  it('leaves no land idle that was leased, or without an agreed start', () => {
    expect(clock('idle-land', recorded, signed)).toBeUndefined();
    expect(clock('idle-land', recorded, bought({ landMode: 'lease', agreedStart: '2025-09-01' }))).toBeUndefined();
    expect(clock('idle-land', recorded, bought({}))).toBeUndefined();
  });
});

describe('the money after a start', () => {
  const arrived = (id: string, amount: string, on = '2025-09-10', currency = 'CNY') =>
    e('ArrivalReported', on, { arrival: id, amount: yuan(amount, currency), kind: 'building' });
  const certifiedOn = (id: string, on: string) => e('ArrivalCertified', on, { arrival: id });
  const project = [recorded, signed, started]; // 100,000,000.00
  const reached = (...events: readonly ProjectEvent[]) => clock('funds-15-percent', ...project, ...events)!.stopped;

  it('is due by the entry after one month, the first after three, fifteen percent after six; none before the start', () => {
    expect(clock('statistical-entry', ...project)!.due).toBe('2025-09-20');
    expect(clock('first-funds', ...project)!.due).toBe('2025-11-20');
    expect(clock('funds-15-percent', ...project)!.due).toBe('2026-02-20');
    for (const name of ['statistical-entry', 'first-funds', 'funds-15-percent'] as const) {
      expect(clock(name, recorded, signed)).toBeUndefined();
      expect(clock(name, recorded, started)).toBeUndefined();
      expect(clock(name, ...project, ended)!.stopped?.on).toBe('2025-10-01');
    }
    expect(clock('statistical-entry', ...project, e('StatisticsEntered', '2025-09-01'))!.stopped?.on).toBe(
      '2025-09-01',
    );
  });
  it('is the first with any certified arrival, also one before the start; uncertified money stops nothing', () => {
    const first = (...events: readonly ProjectEvent[]) => clock('first-funds', ...project, ...events)!.stopped;
    expect(first(arrived('V1', '1.00'))).toBeNull();
    expect(first(arrived('V1', '1.00'), certifiedOn('V1', '2025-09-12'))).toEqual({ on: '2025-09-12', version: 5 });
    expect(first(arrived('V1', '1.00', '2025-05-06'), certifiedOn('V1', '2025-05-07'))!.on).toBe('2025-05-07');
    const reversed = e('ArrivalReversed', '2025-09-15', { arrival: 'V1', reason: '退款' });
    expect(first(arrived('V1', '1.00'), certifiedOn('V1', '2025-09-12'), reversed)).toBeNull();
  });
  it('is fifteen percent with the certification that makes it so', () => {
    const [a, b] = [arrived('V1', '10000000.00'), arrived('V2', '5000000.00')];
    expect(reached(a, certifiedOn('V1', '2025-10-09'))).toBeNull();
    expect(reached(a, b, certifiedOn('V1', '2025-10-09'))).toBeNull();
    expect(reached(a, b, certifiedOn('V1', '2025-10-09'), certifiedOn('V2', '2025-10-08'))).toEqual({
      on: '2025-10-09',
      version: 6,
    });
    expect(reached(a, b, certifiedOn('V2', '2025-10-09'), certifiedOn('V1', '2025-10-09'))).toEqual({
      on: '2025-10-09',
      version: 7,
    });
    expect(
      reached(a, arrived('V2', '4999999.99'), certifiedOn('V1', '2025-10-09'), certifiedOn('V2', '2025-10-09')),
    ).toBeNull();
  });
  it('is fifteen percent in the currency of the contract alone, and of money that stands', () => {
    const [foreign, home] = [arrived('V1', '90000000.00', '2025-09-10', 'USD'), arrived('V2', '15000000.00')];
    expect(reached(foreign, certifiedOn('V1', '2025-10-09'))).toBeNull();
    expect(reached(foreign, home, certifiedOn('V1', '2025-10-09'), certifiedOn('V2', '2025-10-10'))!.on).toBe(
      '2025-10-10',
    );
    const reversed = e('ArrivalReversed', '2025-10-15', { arrival: 'V2', reason: '退款' });
    expect(reached(home, certifiedOn('V2', '2025-10-10'), reversed)).toBeNull();
  });
});

it('clocks stand in the order of the table; those that stopped run no more, and none of a project that ended', () => {
  const names = (clocks: readonly Clock[]) => clocks.map(({ clock: name }) => name);
  const project = known([lead, opened, signed, started]);
  const landing = ['statistical-entry', 'first-funds', 'funds-15-percent'];
  expect(names(runClocks(project, policy, calendar))).toEqual([
    'lead-response',
    'negotiation-standard',
    'no-progress',
    'agreed-start',
    'start-floor',
    'signed-one-year',
    ...landing,
  ]);
  expect(names(runningClocks(project, policy, calendar))).toEqual(landing);
  const late = e('ProjectTerminated', '2025-10-01', { kind: 'revoked', reason: 'x' });
  expect(runningClocks(known([lead, opened, signed, started, late]), policy, calendar)).toEqual([]);
});
