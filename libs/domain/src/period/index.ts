export { ApproveReopening, ClosePeriod, RefuseReopening, ReopenPeriod, type PeriodCommand } from './commands.ts';
export { decidePeriod, whyNotClosable } from './decide.ts';
export type { PeriodEvent, Snapshot } from './events.ts';
export { closedMonthsOf, foldPeriods, lastDayOf, PERIODS, type ClosedMonth, type Periods } from './period.ts';
export { PERIOD_REJECTIONS, rejectPeriod, type PeriodRejectionCode } from './rejections.ts';
