import fc from 'fast-check';
import { specifyMatter } from '../../../../test/support/specify-matter.ts';
import { DEFAULT_RULES } from '../policy/rules.ts';
import { decideMatter, foldMatter, offeredFor, offeredTo, type MatterCommand, type Situation } from '../matter.ts';
import type { PersonId } from '../person.ts';
import type { IsoDate } from '../dates.ts';
import { ORDER_COMMANDS, type OrderCommand } from './commands.ts';
import { ORDER } from './decide.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import type { OrderRejectionCode } from './rejections.ts';

const day = (text: string) => text as IsoDate;
const at = (today: string, user = 'wang'): Situation => ({
  today: day(today),
  actor: { user, unit: null },
  openedBy: 'wang',
  people: new Map([['sun' as PersonId, '孙']]),
  standsFor: () => user !== 'sun', // of another unit
  standsInFor: () => false,
  ...DEFAULT_RULES,
});
const { command, play, state } = specifyMatter(ORDER, at);

type Step = readonly [type: keyof typeof ORDER_COMMANDS, body: object, today: string, user?: string];

// 2026-09-30 is the last working day before the National Day holiday; 10 October is a Saturday that is worked.
const ISSUE: Step = [
  'IssueOrder',
  { project: 'p1', projectName: '桥', unit: '一组', rule: '桥墩未动工', number: '督办〔2026〕1号' },
  '2026-09-30',
];
const ANSWERED: readonly Step[] = [
  ISSUE,
  ['AcknowledgeOrder', {}, '2026-10-08', 'li'],
  ['ReplyToOrder', { text: '已进场' }, '2026-10-10', 'li'],
];

describe('a supervision order', () => {
  it('wants its receipt within 3 and its reply within 10 working days, make-up workdays counted', () => {
    const order = state([ISSUE]);
    expect([order.receiptDue, order.replyDue]).toEqual(['2026-10-10', '2026-10-20']); // 8, 9, 10 (worked Saturday), 12, 13, 14, 15, 16, 19, 20 October
  });
  it('is acknowledged, replied to, reviewed by somebody else, and closed', () => {
    const order = state([
      ...ANSWERED,
      ['ReviewReply', { accepted: true, reason: '属实' }, '2026-10-12', 'zhao'],
      ['CloseOrder', {}, '2026-10-12', 'zhao'],
    ]);
    expect([order.state, order.received?.by, order.replies[0]?.reviewedBy, order.closedOn]).toEqual([
      'closed',
      'li',
      'zhao',
      '2026-10-12',
    ]);
    expect(ORDER.line(order)).toMatchObject({ open: false, due: null });
  });
  it('goes back to its receiver when the reply is not accepted', () => {
    const order = state([...ANSWERED, ['ReviewReply', { accepted: false, reason: '无佐证' }, '2026-10-12', 'zhao']]);
    expect([order.state, ORDER.line(order).due]).toEqual(['received', '2026-10-20']);
  });
  it('moves its reply date with a granted extension and not with a refused one', () => {
    const asked: readonly Step[] = [
      ISSUE,
      ['RequestExtension', { until: '2026-11-02', reason: '等批复' }, '2026-10-20', 'li'],
    ];
    expect(state([...asked, ['DecideExtension', { granted: true }, '2026-10-21']]).replyDue).toBe('2026-11-02');
    expect(state([...asked, ['DecideExtension', { granted: false }, '2026-10-21']])).toMatchObject({
      replyDue: '2026-10-20',
      extension: null,
    });
  });
  it('waits for an accepted excuse to end', () =>
    expect(state([ISSUE, ['AcceptOrderExcuse', { until: '2026-12-01', reason: '防汛' }, '2026-10-08']])).toMatchObject({
      replyDue: '2026-12-01',
      excuse: { until: '2026-12-01' },
    }));
  it('is not replied to by who issued it, whose reply would sign the receipt as well', () => {
    const reply: Step = ['ReplyToOrder', { text: 'x' }, '2026-10-08', 'wang'];
    expect(() => play([ISSUE, reply])).toThrow(expect.objectContaining({ code: 'received-by-issuer' }));
  });
  it('says what is to be done and by which unit, and a review says whether the reply is accepted', () => {
    const left = { project: 'p1', projectName: '桥' };
    for (const [type, body, fields] of [
      ['IssueOrder', { ...left, unit: '一组' }, ['rule']],
      ['IssueOrder', { ...left, rule: ' ', people: ['李'] }, ['rule', 'unit']],
      ['ReviewReply', { reason: '已核' }, ['accepted']],
      ['ReviewReply', { accepted: true }, ['reason']],
    ] as const)
      expect(() => command(type, body)).toThrow(
        expect.objectContaining({ errors: fields.map((field) => expect.objectContaining({ field })) }),
      );
  });
  it('offers to each person what that person would not be refused for, whatever the form says', () => {
    const offered = (steps: readonly Step[], user: string, today = '2026-10-12') =>
      offeredTo(ORDER, state(steps), at(today, user));
    const answers = ['AcknowledgeOrder', 'ReplyToOrder', 'RequestExtension'];
    const own = (steps: readonly Step[], user: string, today?: string) =>
      offered(steps, user, today).filter((type) =>
        [...answers, 'DecideExtension', 'ReviewReply', 'CloseOrder'].includes(type),
      );
    expect(own([ISSUE], 'li')).toEqual(answers);
    expect(own([ISSUE], 'li', '2026-10-21')).toEqual(['AcknowledgeOrder', 'ReplyToOrder']); // the reply was due the day before
    expect(own([ISSUE], 'wang')).toEqual([]); // who issued it
    expect(own([ISSUE], 'sun')).toEqual([]); // of another unit
    expect(own(ANSWERED, 'li')).toEqual([]); // who replied
    expect(own(ANSWERED, 'zhao')).toEqual(['ReviewReply']);
    const named: Step = ['IssueOrder', { ...ISSUE[1], people: ['@sun'] }, '2026-09-30'];
    expect(own([named], 'sun')).toEqual(answers); // named in it
  });
  it('offers what its state allows', () => {
    expect(offeredFor(ORDER, 'none')).toEqual(['IssueOrder']);
    expect(offeredFor(ORDER, 'closed')).toEqual([]);
    expect(offeredFor(ORDER, 'replied')).toEqual(['AcceptOrderExcuse', 'ReviewReply', 'CloseOrder']);
  });

  const refusals: Record<
    OrderRejectionCode | 'matter-unknown' | 'matter-exists' | 'wrong-state' | 'occurred-in-future',
    readonly Step[]
  > = {
    'matter-unknown': [['AcknowledgeOrder', {}, '2026-10-08', 'li']],
    'matter-exists': [ISSUE, ISSUE],
    'wrong-state': [ISSUE, ['ReviewReply', { accepted: true, reason: '属实' }, '2026-10-08']],
    'occurred-in-future': [ISSUE, ['AcknowledgeOrder', { occurredOn: '2026-10-09' }, '2026-10-08']],
    'extension-too-late': [ISSUE, ['RequestExtension', { until: '2026-11-02', reason: 'x' }, '2026-10-21', 'li']],
    'extension-not-later': [ISSUE, ['RequestExtension', { until: '2026-10-20', reason: 'x' }, '2026-10-09', 'li']],
    'extension-asked': [
      ISSUE,
      ['RequestExtension', { until: '2026-11-02', reason: 'x' }, '2026-10-09', 'li'],
      ['RequestExtension', { until: '2026-11-03', reason: 'x' }, '2026-10-09', 'li'],
    ],
    'extension-not-asked': [ISSUE, ['DecideExtension', { granted: true }, '2026-10-09']],
    'reviewed-by-author': [...ANSWERED, ['ReviewReply', { accepted: true, reason: '属实' }, '2026-10-12', 'li']],
    'reply-not-accepted': [...ANSWERED, ['CloseOrder', {}, '2026-10-12']],
    'due-before-issue': [['IssueOrder', { project: 'p1', unit: 'x', rule: 'x', replyDue: '2026-09-01' }, '2026-09-30']],
    'received-by-issuer': [ISSUE, ['AcknowledgeOrder', {}, '2026-10-08', 'wang']],
    'received-by-other': [ISSUE, ['AcknowledgeOrder', {}, '2026-10-08', 'sun']],
    'before-issue': [ISSUE, ['AcknowledgeOrder', { occurredOn: '2026-09-29' }, '2026-10-08', 'li']],
    'escalation-not-higher': [
      ['IssueOrder', { project: 'p1', unit: 'x', rule: 'x', rung: 'accountability' }, '2026-09-30'],
      ['EscalateOrder', { rung: 'interview', reason: 'x' }, '2026-10-08'],
    ],
    'order-excuse-ended': [ISSUE, ['AcceptOrderExcuse', { until: '2026-10-01', reason: 'x' }, '2026-10-08']],
  };
  it.each(Object.entries(refusals))('refuses: %s', (code, steps) => {
    const before = play(steps.slice(0, -1));
    const [type, body, today, user] = steps.at(-1)!;
    expect(() => decideMatter(ORDER, command(type, body), foldMatter(ORDER, before), at(today, user))).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('after any sequence of commands is closed only with a reply that somebody else accepted, and never has its reply date moved back', () => {
    const bodies: Record<keyof typeof ORDER_COMMANDS, object> = {
      IssueOrder: { project: 'p1', unit: 'x', rule: 'x' },
      AcknowledgeOrder: {},
      ReplyToOrder: { text: 'x' },
      RequestExtension: { until: '2026-12-31', reason: 'x' },
      DecideExtension: { granted: true },
      AcceptOrderExcuse: { until: '2026-12-01', reason: 'x' },
      ReviewReply: { accepted: true, reason: '属实' },
      EscalateOrder: { rung: 'interview', reason: 'x' },
      CloseOrder: {},
      WithdrawOrder: { reason: 'x' },
    };
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])),
      fc.constantFrom('li', 'wang'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let events: readonly OrderEvent[] = [];
        let due = '';
        for (const [type, user] of [['IssueOrder', 'wang'] as const, ...steps]) {
          try {
            events = [
              ...events,
              ...decideMatter(
                ORDER,
                command(type, bodies[type]) as OrderCommand & MatterCommand,
                foldMatter(ORDER, events),
                at('2026-10-08', user),
              ),
            ];
          } catch {
            continue;
          }
          const order = foldMatter(ORDER, events) as Order;
          expect(order.replyDue >= due).toBe(true);
          due = order.replyDue;
          if (order.state === 'closed')
            expect(order.replies.at(-1)).toMatchObject({
              accepted: true,
              reviewedBy: order.replies.at(-1)!.by === 'li' ? 'wang' : 'li',
            });
        }
      }),
    );
  });
});
