import { addWorkingDays } from '../calendar/calendar.ts';
import { inOrder, receivers, type Matter, type Situation } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { ORDER_COMMANDS, ORDER_RUNGS, type OrderCommand } from './commands.ts';
import type { OrderEvent } from './events.ts';
import { evolveOrder, orderLine, type Order } from './order.ts';
import { rejectOrder } from './rejections.ts';

const notBefore = inOrder(() => rejectOrder('before-issue', 'occurredOn'));

/** An order is signed for and answered by who is addressed: its unit, a person whom it names, or who stands in for that person; never by who issued it. */
const onlyAddressed = ({ people, unit }: Order, { actor, openedBy, standsFor, standsInFor }: Situation): void => {
  if (actor.user === openedBy) rejectOrder('received-by-issuer');
  if (people.some((person) => person.id === actor.user || standsInFor(person, unit))) return;
  if (!standsFor(unit)) rejectOrder('received-by-other');
};

/** The supervision order 督办件: serial number, receipt, reply, review by a second person, close (README, "Escalation ladder"). */
export const ORDER: Matter<OrderCommand, OrderEvent, Order> = {
  name: 'order',
  title: { zh: '督办件', en: 'Supervision order' },
  states: {
    issued: { zh: '待签收', en: 'Issued' },
    received: { zh: '待回复', en: 'Received' },
    replied: { zh: '待审核', en: 'Replied' },
    reviewed: { zh: '待办结', en: 'Reviewed' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  commands: ORDER_COMMANDS,
  titles: {
    IssueOrder: { zh: '发出督办件', en: 'Issue an order' },
    AcknowledgeOrder: { zh: '签收', en: 'Acknowledge' },
    ReplyToOrder: { zh: '回复', en: 'Reply' },
    RequestExtension: { zh: '申请延期', en: 'Ask for an extension' },
    DecideExtension: { zh: '审批延期', en: 'Decide the extension' },
    AcceptOrderExcuse: { zh: '认可正当理由', en: 'Accept an excuse' },
    ReviewReply: { zh: '审核回复', en: 'Review the reply' },
    EscalateOrder: { zh: '升级', en: 'Escalate' },
    CloseOrder: { zh: '办结', en: 'Close' },
    WithdrawOrder: { zh: '撤回', en: 'Withdraw' },
  },
  needs: {
    IssueOrder: 'supervise',
    AcknowledgeOrder: 'answer',
    ReplyToOrder: 'answer',
    RequestExtension: 'answer',
    DecideExtension: 'supervise',
    AcceptOrderExcuse: 'supervise',
    ReviewReply: 'supervise',
    EscalateOrder: 'supervise',
    CloseOrder: 'supervise',
    WithdrawOrder: 'supervise',
  },
  when: {
    IssueOrder: ['none'],
    AcknowledgeOrder: ['issued'],
    ReplyToOrder: ['issued', 'received'],
    RequestExtension: ['issued', 'received'],
    DecideExtension: ['issued', 'received'],
    AcceptOrderExcuse: ['issued', 'received', 'replied'],
    ReviewReply: ['replied'],
    EscalateOrder: ['issued', 'received'],
    CloseOrder: ['replied', 'reviewed'],
    WithdrawOrder: ['issued', 'received'],
  },
  barred: {
    AcknowledgeOrder: onlyAddressed,
    ReplyToOrder: onlyAddressed,
    RequestExtension: (order, situation) => {
      onlyAddressed(order, situation);
      if (order.extension !== null) rejectOrder('extension-asked');
      if (situation.today > order.replyDue) rejectOrder('extension-too-late');
    },
    DecideExtension: (order) => {
      if (order.extension === null) rejectOrder('extension-not-asked');
    },
    ReviewReply: ({ replies }, { actor }) => {
      if (replies.at(-1)?.by === actor.user) rejectOrder('reviewed-by-author');
    },
    CloseOrder: ({ state }) => {
      if (state !== 'reviewed') rejectOrder('reply-not-accepted');
    },
  },
  decisions: {
    IssueOrder: (
      {
        project,
        projectName,
        number,
        rung = 'supervision',
        clock,
        breached,
        rule,
        unit,
        people = [],
        receiptDue,
        replyDue,
      },
      _none,
      on,
      { policyOn, calendar, people: known },
    ) => {
      const { order } = policyOn(on).deadlines;
      const receipt = receiptDue ?? addWorkingDays(on, order.receiptWorkingDays, calendar).day;
      const reply = replyDue ?? addWorkingDays(on, order.replyWorkingDays, calendar).day;
      if (receipt < on) rejectOrder('due-before-issue', 'receiptDue');
      if (reply < receipt) rejectOrder('due-before-issue', 'replyDue');
      return [
        {
          type: 'OrderIssued',
          occurredOn: on,
          data: filled({
            number: number ?? '',
            project,
            projectName: projectName ?? project,
            rung,
            clock,
            breached,
            rule,
            unit,
            people: receivers(people, { people: known }),
            receiptDue: receipt,
            replyDue: reply,
          }),
        },
      ];
    },
    AcknowledgeOrder: (_command, order, on, { actor }) => {
      notBefore(order.issuedOn, on);
      return [{ type: 'OrderAcknowledged', occurredOn: on, data: { by: actor.user } }];
    },
    ReplyToOrder: ({ text }, order, on, { actor }) => {
      notBefore(order.issuedOn, on);
      return [{ type: 'OrderReplied', occurredOn: on, data: { by: actor.user, text } }]; // signs the receipt, too
    },
    RequestExtension: ({ until, reason }, order, _on, { actor, today }) => {
      if (until <= order.replyDue) rejectOrder('extension-not-later', 'until');
      return [{ type: 'ExtensionRequested', occurredOn: today, data: { by: actor.user, until, reason } }]; // dated on the day it is recorded: asking later under an earlier date would undo "before due only"
    },
    DecideExtension: ({ granted, until, reason }, order, on) => {
      const asked = order.extension ?? rejectOrder('extension-not-asked');
      const date = granted ? (until ?? asked.until) : undefined;
      if (date !== undefined && date <= order.replyDue) rejectOrder('extension-not-later', 'until');
      return [{ type: 'ExtensionDecided', occurredOn: on, data: filled({ granted, until: date, reason }) }];
    },
    AcceptOrderExcuse: ({ until, reason, clock }, order, on) => {
      if (until < on) rejectOrder('order-excuse-ended', 'until');
      return [
        {
          type: 'OrderExcuseAccepted',
          occurredOn: on,
          data: filled({ until, reason, clock: clock ?? order.clock ?? undefined }),
        },
      ];
    },
    ReviewReply: ({ accepted, reason }, _order, on, { actor }) => [
      { type: 'ReplyReviewed', occurredOn: on, data: { by: actor.user, accepted, reason } },
    ],
    EscalateOrder: ({ rung, reason }, order, on) => {
      if (ORDER_RUNGS.indexOf(rung) <= ORDER_RUNGS.indexOf(order.rung)) rejectOrder('escalation-not-higher', 'rung');
      return [{ type: 'OrderEscalated', occurredOn: on, data: { rung, reason } }];
    },
    CloseOrder: ({ text }, _order, on) => [{ type: 'OrderClosed', occurredOn: on, data: filled({ text }) }],
    WithdrawOrder: ({ reason }, _order, on) => [{ type: 'OrderWithdrawn', occurredOn: on, data: { reason } }],
  },
  evolve: evolveOrder,
  line: orderLine,
};
