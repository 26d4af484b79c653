export { SCHEDULING_COMMANDS, type SchedulingCommand } from './commands.ts';
export { SCHEDULING_LIST } from './decide.ts';
export type { SchedulingEvent, SchedulingLine } from './events.ts';
export {
  evolveSchedulingList,
  isSchedulingList,
  nextStepOf,
  openItems,
  type SchedulingList,
} from './scheduling-list.ts';
export { type SchedulingRejectionCode } from './rejections.ts';
