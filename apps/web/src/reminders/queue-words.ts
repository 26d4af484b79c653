import { w } from '../words/sentence.ts';

/** The words of the alarm clock behind the reminders. */
export const QUEUE_WORDS = {
  queue: w('队列', 'Queue'),
  queueAbout: w(
    '队列只是闹钟：到点唤醒，应发什么以台账为准。清空或丢失不影响提醒，每三分钟自动补齐。',
    'The queue is an alarm clock only: it wakes, and the ledger says what is owed. Losing it loses no reminder; it is put right every three minutes.',
  ),
  queueOnPostgres: w('队列在数据库中', 'The queue is in the database'),
  queueOnRedis: w('队列在 Redis 中', 'The queue is in Redis'),
  queueIncomplete: w('常设任务不全', 'Standing jobs are missing'),
  putQueueRight: w('校正并立即核查', 'Put right and look now'),
  jobsSet: w('已定', 'set'),
  jobsWaiting: w('排队', 'waiting'),
  jobsActive: w('进行中', 'at work'),
  jobsFailed: w('失败', 'failed'),
  standingJob: w('常设任务', 'Standing job'),
  reconcileJob: w('核查应发（每 3 分钟）', 'Look for what is due (every 3 min)'),
  canaryJob: w('自检（每分钟）', 'Self-check (every minute)'),
  auditJob: w('每日核查（每天 8:00）', 'Daily check (8:00 each day)'),
  wakeJob: w('闹钟', 'Alarm'),
  nextRun: w('下次运行', 'Next run'),
  jobNotSet: w('未设', 'not set'),
  nextAlarms: w('已定闹钟', 'Alarms set'),
  noAlarms: w(
    '没有已定的闹钟。下一条提醒临近时再定。',
    'No alarm is set. One is set when the next reminder comes near.',
  ),
  failedJobs: w('失败任务', 'Jobs that failed'),
  noFailedJobs: w('没有失败任务。', 'No job has failed.'),
  failedReason: w('原因', 'Reason'),
} as const;
