export { MEETING_COMMANDS, MEETING_KINDS, type MeetingCommand } from './commands.ts';
export { MEETING } from './decide.ts';
export type { AgendaItem, MeetingEvent, MeetingKind } from './events.ts';
export { evolveMeeting, openTasks, type Meeting, type MeetingTask } from './meeting.ts';
export { type MeetingRejectionCode } from './rejections.ts';
