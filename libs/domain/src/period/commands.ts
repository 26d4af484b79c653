import * as field from '../fields/kinds.ts';

/** A month is closed when its figures have been reported (README, "Periods"). */
export class ClosePeriod {
  get type() {
    return 'ClosePeriod' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
}
export class ReopenPeriod {
  get type() {
    return 'ReopenPeriod' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
  @field.longText({ zh: '原因', en: 'Reason' }) reason!: string;
  @field.text({ zh: '批准人', en: 'Approver', max: 60 }) approver!: string;
}
export type PeriodCommand = ClosePeriod | ReopenPeriod;
