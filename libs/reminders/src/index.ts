export { deliverDue, type DeliverTools, type Outlet } from './deliver.ts';
export type { Sent } from './messages.ts';
export { catchUp, type FoldTools } from './fold.ts';
export { fireAll, type FireTools } from './fire.ts';
export { PROCESS } from './orders.ts';
export { holderIn } from './holder.ts';
export { memoryLedger } from './ledger-memory.ts';
export { postgresLedger } from './ledger-postgres.ts';
export { AHEAD, readReminder, REMINDER_COLUMNS, reminderMigrations, type ReminderRow } from './ledger-table.ts';
export { UNCHANGED, type DeliveryState, type ReminderLedger } from './ledger.ts';
export { DISPATCH, keyOf, noticeStream, NOTICE_STREAMS, orderStream } from './names.ts';
export { aboutNotice, settlementOf, type Settlement } from './settlements.ts';
export { orderNumber, serialNumber } from './numbers.ts';
export { MATTERS_OWING } from './matter-reminders.ts';
export { owed, type HolderOf, type Outcome, type Owed } from './owed.ts';
export { remindersOf, WAITING, type Reminder, type ReminderState } from './reminder.ts';
export { reminderProcess, type Alarm, type ReminderProcess } from './process.ts';
export { openAlarms, type Alarms, type Duties } from './queue.ts';
export { forward, type Forward } from './replay/forward.ts';
export { type Difference, type NamedMatter } from './replay/difference.ts';
export { eachProject } from './replay/histories.ts';
export {
  replay,
  type DifferenceCounts,
  type Replayed,
  type ReplayLimits,
  type ReplayQuestion,
  type Seen,
} from './replay/replay.ts';
export { pausesOf, type LedgerPause, type PauseLedger } from './replay/pauses.ts';
export { calendarWindow, policyWindow, type Window } from './replay/window.ts';
export { rebuildReminders } from './rebuild.ts';
