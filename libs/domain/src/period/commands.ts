import * as field from '../fields/kinds.ts';

/** A month is closed when its figures have been reported (README, "Periods"). */
export class ClosePeriod {
  get type() {
    return 'ClosePeriod' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
}
/** Puts it to a second person, who approves with an own sign-in: the month stays closed until then. */
export class ReopenPeriod {
  get type() {
    return 'ReopenPeriod' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
  @field.longText({ zh: '原因', en: 'Reason' }) reason!: string;
  @field.text({ zh: '批准人', en: 'Approver', max: 60 }) approver!: string;
}
export class ApproveReopening {
  get type() {
    return 'ApproveReopening' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
}
/** Also takes it back, where who asked for it gives it. */
export class RefuseReopening {
  get type() {
    return 'RefuseReopening' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
  @field.longText({ zh: '原因', en: 'Reason' }) reason!: string;
}
export type PeriodCommand = ClosePeriod | ReopenPeriod | ApproveReopening | RefuseReopening;
