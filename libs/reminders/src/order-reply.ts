import { addDays, addWorkingDays, foldMatter, nextWorkingDay, ORDER, type Addressee, type IsoDate, type NoticeName, type OrderEvent, type RecordedEvent, type Rules, type Rung } from '#domain';
import { keyOf } from './names.ts';
import { sendingOf, type Reminder } from './reminder.ts';

const INTERVIEW_AFTER = 10; // working days past the reply date (domain.md, "Escalation ladder")
const DAYS_BEFORE = 7;

/** What an order without its reply owes: near-due, due, first day late, and the interview after ten working days. A reply that is in owes nothing. */
export const orderRemindersOf = (history: readonly RecordedEvent[], { calendar, policyOn }: Rules): readonly Reminder[] => {
  const order = foldMatter(ORDER, history.map(({ event }) => event as OrderEvent));
  const first = history[0];
  if (first === undefined || order.state === 'none' || (order.state !== 'issued' && order.state !== 'received') || order.rung === 'accountability') return [];
  const receivers: readonly Addressee[] = [
    ...order.people.map((person): Addressee => ({ unit: order.unit, role: 'receiver', person })),
    ...(order.unit === null ? [] : [{ unit: order.unit, role: 'owner-unit', person: null }]),
  ];
  const office: Addressee = { unit: null, role: 'supervision-office', person: null };
  const dated: readonly (readonly [Rung, IsoDate, readonly Addressee[]])[] = [
    ['near-due', addDays(order.replyDue, -DAYS_BEFORE), receivers], ['due', order.replyDue, receivers], ['reminder', addDays(order.replyDue, 1), receivers],
    ...(order.rung === 'interview' ? [] : [['interview', addWorkingDays(order.replyDue, INTERVIEW_AFTER, calendar).day, [...receivers, office]] as const]),
  ];
  // A date that moved is a new date: its notices are counted on, so that the old ones stay what they were.
  const recurrence = 1 + history.filter(({ event: { type, data } }) => (type === 'ExtensionDecided' && (data as { granted: boolean }).granted) || type === 'OrderExcuseAccepted').length;
  return dated.filter(([, on]) => on >= order.issuedOn).map(([rung, on, to]): Reminder => {
    const name: NoticeName = { subject: first.stream, clock: 'order-reply', policyVersion: policyOn(on).version, rung, recurrence };
    return { ...name, key: keyOf(name), project: order.project, on, sendAt: sendingOf(nextWorkingDay(on, calendar)), plan: 'send', to, why: null, state: 'waiting', settledAt: null, into: null, order: null, deliveries: [], acknowledgedBy: [] };
  });
};
