import { DEFAULT_DEADLINES, DEFAULT_POLICY, DEFAULT_RULES, rulesOf, type IsoDate, type Rules } from '#domain';
import { bureauInMemory } from '../../../../test/support/reminding.ts';
import { MATTERS_OWING } from './matter-reminders.ts';

const ISSUED = '2026-03-02T02:00:00Z'; // a Monday
const OFFICE = { unit: null, role: 'supervision-office', person: null };
const HEAD = { unit: '01', role: 'receiver', person: 'Head' };
const UNIT = { unit: '01', role: 'owner-unit', person: null };
type Told = readonly [type: string, on: string, data: object];

/** What a matter owes after these facts, as its kind's rule says. */
const owedBy = async (stream: string, facts: readonly Told[], rules: Rules = DEFAULT_RULES) => {
  const bureau = bureauInMemory(ISSUED);
  for (const [type, on, data] of facts) await bureau.record(stream, type, data, on);
  return MATTERS_OWING[stream.split('-')[0]!]!(await bureau.store.readStream(stream), rules);
};
const lines = async (stream: string, facts: readonly Told[], rules?: Rules) =>
  (await owedBy(stream, facts, rules)).map(({ clock, rung, recurrence, on }) => `${clock} ${rung} ${recurrence} ${on}`);

const order = (more: object = {}): Told => [
  'OrderIssued',
  '2026-03-02',
  {
    ...{
      number: '督办〔2026〕1号',
      project: 'a',
      projectName: '项目a',
      rung: 'supervision',
      unit: '01',
      people: ['Head'],
    },
    ...{ receiptDue: '2026-03-05', replyDue: '2026-03-16', ...more },
  },
];

describe('an order that nobody has answered', () => {
  it('comes near, falls due, is late, and leads to an interview', async () => {
    expect(await lines('order-1', [order()])).toEqual([
      'order-reply near-due 1 2026-03-09',
      'order-reply due 1 2026-03-16',
      'order-reply reminder 1 2026-03-17',
      'order-reply interview 1 2026-03-30',
    ]);
  });
  it('is told to whom it is for and to their unit; once it is late the supervision office is told as well', async () => {
    const [near, due, late, interview] = await owedBy('order-1', [order()]);
    expect([near!.to, due!.to]).toEqual([
      [HEAD, UNIT],
      [HEAD, UNIT],
    ]);
    expect([late!.to, interview!.to]).toEqual([
      [HEAD, UNIT, OFFICE],
      [HEAD, UNIT, OFFICE],
    ]);
    expect(due).toMatchObject({ project: 'a', plan: 'send', why: null, state: 'waiting', subject: 'order-1' });
    expect(due!.sendAt).toBe('2026-03-16T01:00:00.000Z');
  });
  it('that is for nobody and no unit is told to the supervision office', async () => {
    const [near, , late] = await owedBy('order-1', [order({ unit: undefined, people: [] })]);
    expect([near!.to, late!.to]).toEqual([[OFFICE], [OFFICE, OFFICE]]);
  });
  it.each([
    ['interview', ['near-due', 'due', 'reminder']],
    ['accountability', []],
  ])('of the rung %s owes %j', async (rung, rungs) => {
    expect((await owedBy('order-1', [order({ rung })])).map((one) => one.rung)).toEqual(rungs);
  });
  it('owes nothing once it is answered, and still while it is only received', async () => {
    const received: Told = ['OrderAcknowledged', '2026-03-03', { by: 'Head' }];
    expect(await lines('order-1', [order(), received])).toHaveLength(4);
    expect(
      await lines('order-1', [order(), received, ['OrderReplied', '2026-03-04', { by: 'Head', text: '已开工' }]]),
    ).toEqual([]);
  });
  it('with a date that was moved counts its notices on; an extension that was refused moves nothing', async () => {
    const asked: Told = ['ExtensionRequested', '2026-03-03', { by: 'Head', until: '2026-03-26', reason: '雨' }];
    const granted: Told = ['ExtensionDecided', '2026-03-04', { granted: true, until: '2026-03-26' }];
    expect((await lines('order-1', [order(), asked, granted])).slice(1, 3)).toEqual([
      'order-reply due 2 2026-03-26',
      'order-reply reminder 2 2026-03-27',
    ]);
    const refused: Told = ['ExtensionDecided', '2026-03-04', { granted: false, reason: '不同意' }];
    expect((await lines('order-1', [order(), asked, refused]))[1]).toBe('order-reply due 1 2026-03-16');
    const excused: Told = ['OrderExcuseAccepted', '2026-03-04', { until: '2026-03-26', reason: '防汛' }];
    expect((await lines('order-1', [order(), excused]))[1]).toBe('order-reply due 2 2026-03-26');
  });
  it('is not reminded of before it was issued', async () => {
    const short = await lines('order-1', [order({ receiptDue: '2026-03-02', replyDue: '2026-03-02' })]);
    expect(short.slice(0, 2)).toEqual(['order-reply due 1 2026-03-02', 'order-reply reminder 1 2026-03-03']);
  });
  it('is reminded of by the policy of the day, each notice by one', async () => {
    const policy = {
      ...{ ...DEFAULT_POLICY, version: 2, validFrom: '2026-03-17' as IsoDate },
      deadlines: { ...DEFAULT_DEADLINES, order: { ...DEFAULT_DEADLINES.order, interviewWorkingDays: 9 } },
    };
    const rules = rulesOf([{ type: 'PolicyPublished', data: { policy } }]);
    expect((await owedBy('order-1', [order()], rules)).map((one) => `${one.rung} ${one.policyVersion}`)).toEqual([
      ...['near-due 1', 'due 1', 'reminder 2', 'interview 2'],
    ]);
  });
});

describe('an issue that was assigned', () => {
  const raised: Told = [
    'IssueRaised',
    '2026-03-02',
    { project: 'a', projectName: '项目a', factor: 'land', text: '用地', level: 'unit' },
  ];
  const assigned: Told = [
    'IssueAssigned',
    '2026-03-03',
    { unit: '01', people: ['Head'], level: 'district', due: '2026-03-20' },
  ];
  const resolved: Told = ['IssueResolved', '2026-03-10', { by: 'Head', text: '已解决' }];

  it('comes near, falls due and is late; nobody is interviewed for it', async () => {
    const reminders = await owedBy('issue-1', [raised, assigned]);
    expect(reminders.map(({ clock, rung, on }) => `${clock} ${rung} ${on}`).slice(1)).toEqual([
      'issue due 2026-03-20',
      'issue reminder 2026-03-21',
    ]);
    expect(reminders.map(({ to }) => to)).toEqual([
      [HEAD, UNIT],
      [HEAD, UNIT],
      [HEAD, UNIT, OFFICE],
    ]);
    expect(reminders[2]).toMatchObject({ project: 'a', sendAt: '2026-03-23T01:00:00.000Z' }); // 21 March is a Saturday
  });
  it('owes nothing before it is assigned, or once it is resolved', async () => {
    expect([await owedBy('issue-1', [raised]), await owedBy('issue-1', [raised, assigned, resolved])]).toEqual([
      [],
      [],
    ]);
  });
  it('counts its notices on where it went higher, or came back', async () => {
    const escalated: Told = ['IssueEscalated', '2026-03-05', { level: 'city', reason: 'x', due: '2026-03-25' }];
    expect((await lines('issue-1', [raised, assigned, escalated]))[1]).toBe('issue due 2 2026-03-25');
    const reopened: Told = ['IssueReopened', '2026-03-11', { reason: 'x', due: '2026-03-30' }];
    expect((await lines('issue-1', [raised, assigned, resolved, reopened])).slice(-2)).toEqual([
      'issue due 2 2026-03-30',
      'issue reminder 2 2026-03-31',
    ]);
  });
});
