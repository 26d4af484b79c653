export { deliverDue, type DeliverTools, type Outlet } from './delivery/deliver.ts';
export type { Sent } from './delivery/messages.ts';
export { catchUp } from './ledger/fold.ts';
export { fireAll } from './firing/fire.ts';
export { PROCESS } from './firing/orders.ts';
export { holderIn } from './owed/holder.ts';
export { comingAhead, type ComingCounts, type ComingDay } from './shown/coming.ts';
export { inboxGroups, type InboxGroup } from './shown/inbox-groups.ts';
export { inboxPage, openInInbox, toldAmong } from './shown/inbox-page.ts';
export { ledgerCounts, ledgerPage, noticeFor } from './shown/ledger-page.ts';
export { noticesBeside, STANDINGS, type NoticeRow, type Standing } from './shown/notice-row.ts';
export { memoryLedger } from './ledger/ledger-memory.ts';
export { postgresLedger } from './ledger/ledger-postgres.ts';
export { readReminder, reminderMigrations } from './ledger/ledger-table.ts';
export { UNCHANGED, type DeliveryState, type ReminderLedger } from './ledger/ledger.ts';
export { DISPATCH, keyOf, noticeStream } from './owed/names.ts';
export { ledgerFoldedTo, settledIn } from './ledger/settled-in.ts';
export { aboutNotice, settlementOf } from './ledger/settlements.ts';
export {
  ORDER_REGISTERS,
  orderNumber,
  SCHEDULING_REGISTER,
  serialNumber,
  type Register,
  type RegisterEvent,
} from './firing/numbers.ts';
export { MATTERS_OWING } from './owed/matter-reminders.ts';
export { OFFICE_ROLE, type HolderOf } from './owed/addressees.ts';
export type { Outcome, Owed } from './owed/notice.ts';
export { owed } from './owed/owed.ts';
export { remindersOf, WAITING, type Reminder } from './owed/reminder.ts';
export { reminderProcess, type Alarm, type ReminderProcess } from './alarm/process.ts';
export { openAlarms, type Alarms } from './alarm/queue.ts';
export { queueDesk, type QueueDesk } from './alarm/queue-desk.ts';
export { STANDING_JOBS, type QueueLook } from './alarm/queue-look.ts';
export { readRedisPlace, type RedisPlace } from './alarm/redis-place.ts';
export { forward, type Forward } from './replay/forward.ts';
export { type Difference } from './replay/difference.ts';
export { eachProject } from './replay/histories.ts';
export { replay, type Replayed, type ReplayLimits, type Seen } from './replay/replay.ts';
export { pausesOf, type PauseLedger } from './replay/pauses.ts';
export { calendarWindow, policyWindow, type Window } from './replay/window.ts';
export { rebuildReminders } from './ledger/rebuild.ts';
export { lastNoted, noteWatch, notSentBefore, watchMigrations } from './alarm/watch-table.ts';
