export { ORDER_COMMANDS, ORDER_RUNGS, type OrderCommand, IssueOrder } from './commands.ts';
export { ORDER } from './decide.ts';
export type { Breach, OrderEvent, OrderRung } from './events.ts';
export { evolveOrder, type Order } from './order.ts';
export { type OrderRejectionCode } from './rejections.ts';
