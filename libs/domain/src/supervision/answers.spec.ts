import { specifyMatter } from '../../../../test/support/specify-matter.ts';
import type { IsoDate } from '../dates.ts';
import type { Situation } from '../matter.ts';
import { DEFAULT_RULES } from '../policy/rules.ts';
import type { PersonId } from '../person.ts';
import { ORDER_COMMANDS } from './commands.ts';
import { ORDER } from './decide.ts';

const at = (today: string, user = 'wang'): Situation => ({
  today: today as IsoDate,
  actor: { user, unit: null },
  openedBy: 'wang',
  people: new Map([['sun' as PersonId, '孙']]),
  standsFor: () => user === 'li',
  standsInFor: ({ id }) => user === 'zhou' && id === 'sun',
  ...DEFAULT_RULES,
});
const { play, state } = specifyMatter(ORDER, at);
type Step = readonly [type: keyof typeof ORDER_COMMANDS, body: object, today: string, user?: string];

const left = { project: 'p1', projectName: '桥', unit: '一组', rule: '桥墩未动工', number: '1号' };
const issue = (more: object = {}): Step => ['IssueOrder', { ...left, ...more }, '2026-09-30'];
const reply = (today: string, user = 'li'): Step => ['ReplyToOrder', { text: '已进场' }, today, user];
const refused = (code: string, ...steps: readonly Step[]) =>
  expect(() => play(steps)).toThrow(expect.objectContaining({ code }));

describe('an order that is issued', () => {
  it('says only what was said of it', () => {
    expect(state([issue()])).toMatchObject({
      state: 'issued',
      rung: 'supervision',
      clock: null,
      breached: [],
      people: [],
      extension: null,
      excuse: null,
    });
    const named = state([
      issue({ number: undefined, projectName: undefined, people: ['@sun', '钱'], rung: 'interview' }),
    ]);
    expect(named).toMatchObject({ number: '', projectName: 'p1', rung: 'interview' });
    expect(named.people).toEqual([
      { id: 'sun', name: '孙' },
      { id: null, name: '钱' },
    ]);
  });
  it('may be due on the day of its issue, and answered on the day of its receipt, not before', () => {
    expect(state([issue({ receiptDue: '2026-09-30', replyDue: '2026-09-30' })])).toMatchObject({
      receiptDue: '2026-09-30',
      replyDue: '2026-09-30',
    });
    refused('due-before-issue', issue({ receiptDue: '2026-09-29', replyDue: '2026-10-20' }));
    refused('due-before-issue', issue({ receiptDue: '2026-10-12', replyDue: '2026-10-11' }));
  });
  it('is titled by the clocks that were not kept, or by a person’s own words', () => {
    const order = state([issue()]);
    expect(ORDER.line(order).title.zh).toMatch(/^桥.*桥墩未动工/);
    const late = ORDER.line({ ...order, breached: [{ clock: 'agreed-start', due: '2026-09-01' as IsoDate }] }).title.zh;
    expect(late).toMatch(/^桥/);
    expect(late).not.toMatch(/桥墩未动工/);
    expect(ORDER.line({ ...order, rule: null }).title.zh).toBe('桥');
  });
});

describe('an answer to an order', () => {
  it('is given by its unit, by who is named in it, or by who stands in for that person', () => {
    const named = issue({ people: ['@sun'] });
    for (const user of ['li', 'sun', 'zhou'])
      expect(state([named, reply('2026-10-08', user)]).received).toEqual({ on: '2026-10-08', by: user });
    refused('received-by-other', named, reply('2026-10-08', 'qian'));
    refused('received-by-other', issue(), reply('2026-10-08', 'zhou'));
  });
  it('signs the receipt, and does not sign again what was signed', () => {
    const signed: Step = ['AcknowledgeOrder', {}, '2026-10-08', 'li'];
    expect(state([issue(), signed, reply('2026-10-09')])).toMatchObject({
      state: 'replied',
      received: { on: '2026-10-08' },
    });
    refused('before-issue', issue(), ['ReplyToOrder', { text: 'x', occurredOn: '2026-09-29' }, '2026-10-08', 'li']);
    expect(state([issue(), reply('2026-09-30')]).replies).toMatchObject([
      { on: '2026-09-30', accepted: null, reviewedBy: null, reason: null },
    ]);
  });
  it('that is sent back stays as it was reviewed when a further one comes', () => {
    const review = (accepted: boolean, today: string): Step => [
      'ReviewReply',
      { accepted, reason: accepted ? '属实' : '无佐证' },
      today,
      'zhao',
    ];
    const order = state([
      issue(),
      reply('2026-10-08'),
      review(false, '2026-10-09'),
      reply('2026-10-10'),
      review(true, '2026-10-12'),
    ]);
    expect(order.replies).toMatchObject([
      { on: '2026-10-08', accepted: false, reason: '无佐证' },
      { on: '2026-10-10', accepted: true, reason: '属实', reviewedBy: 'zhao' },
    ]);
    expect(order.state).toBe('reviewed');
  });
});

describe('what an order is due for', () => {
  const line = (...steps: readonly Step[]) => ORDER.line(state(steps));
  it('is its receipt, then its reply, and nothing while others have to act', () => {
    expect(line(issue())).toMatchObject({
      due: '2026-10-10',
      open: true,
      state: 'issued',
      level: 'supervision',
      unit: '一组',
      project: 'p1',
      number: '1号',
    });
    expect(line(issue(), ['AcknowledgeOrder', {}, '2026-10-08', 'li']).due).toBe('2026-10-20');
    expect(line(issue(), reply('2026-10-08'))).toMatchObject({ due: null, open: true });
    expect(line(issue(), ['WithdrawOrder', { reason: '已开工' }, '2026-10-09'])).toMatchObject({
      due: null,
      open: false,
      state: 'withdrawn',
    });
  });
  it('moves to the day that is granted, or that was asked for, and later only', () => {
    const asked: Step = ['RequestExtension', { until: '2026-11-02', reason: '等批复' }, '2026-10-20', 'li'];
    const decide = (body: object): Step => ['DecideExtension', body, '2026-10-21'];
    expect(state([issue(), asked]).extension).toMatchObject({ until: '2026-11-02', by: 'li' });
    expect(state([issue(), asked, decide({ granted: true, until: '2026-10-30' })]).replyDue).toBe('2026-10-30');
    expect(state([issue(), asked, decide({ granted: false, until: '2026-10-30' })]).replyDue).toBe('2026-10-20');
    refused('extension-not-later', issue(), asked, decide({ granted: true, until: '2026-10-20' }));
    refused('extension-not-later', issue(), [
      'RequestExtension',
      { until: '2026-10-20', reason: 'x' },
      '2026-10-20',
      'li',
    ]);
    expect(
      state([
        issue(),
        asked,
        reply('2026-10-21'),
        ['ReviewReply', { accepted: true, reason: '属实' }, '2026-10-22', 'zhao'],
        ['CloseOrder', {}, '2026-10-22'],
      ]),
    ).toMatchObject({ state: 'closed', extension: null });
  });
  it('waits for an accepted excuse, which takes nothing away', () => {
    const excuse = (until: string, more: object = {}): Step => [
      'AcceptOrderExcuse',
      { until, reason: '防汛', ...more },
      '2026-10-08',
    ];
    expect(state([issue(), excuse('2026-10-15')])).toMatchObject({
      replyDue: '2026-10-20',
      excuse: { until: '2026-10-15', reason: '防汛' },
    });
    expect(state([issue(), excuse('2026-10-08')]).excuse).toMatchObject({ until: '2026-10-08' });
    refused('order-excuse-ended', issue(), excuse('2026-10-07'));
  });
  it('is of a higher rung when it escalates, never of the same', () => {
    const higher = (rung: string): Step => ['EscalateOrder', { rung, reason: '仍未回复' }, '2026-10-08'];
    expect(state([issue(), higher('interview')]).rung).toBe('interview');
    expect(state([issue({ rung: 'interview' }), higher('accountability')]).rung).toBe('accountability');
    refused('escalation-not-higher', issue({ rung: 'interview' }), higher('interview'));
  });
});

it('an excuse names the clock that it pauses, or that of the order, or none', () => {
  const clockOf = (order: object, excuse: object) =>
    play([issue(order), ['AcceptOrderExcuse', { until: '2026-12-01', reason: '防汛', ...excuse }, '2026-10-08']]).at(
      -1,
    )!.data;
  expect(clockOf({}, {})).not.toHaveProperty('clock');
  expect(clockOf({ clock: 'agreed-start' }, {})).toMatchObject({ clock: 'agreed-start' });
  expect(clockOf({ clock: 'agreed-start' }, { clock: 'no-progress' })).toMatchObject({ clock: 'no-progress' });
});
