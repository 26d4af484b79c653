import * as field from '../fields/kinds.ts';
import type { Money } from '../money.ts';
import { Occurrence } from '../project/commands/occurrence.ts';

/** A target as it is typed or read from a sheet: exactly one of `money`, `count` and `percent` says how much. */
abstract class TargetLine extends Occurrence {
  @field.text({ zh: '指标', en: 'Metric', max: 60 }) metric!: string;
  @field.text({ zh: '口径', en: 'Definition', optional: true, max: 60 }) definition?: string;
  @field.text({ zh: '下达单位', en: 'Issuer', max: 100 }) issuer!: string;
  @field.text({ zh: '单位编码（留空为全局）', en: 'Unit code (left out: the whole bureau)', optional: true, max: 60 })
  unit?: string;
  @field.text({ zh: '其中：属于哪个单位', en: 'A sub-line of this unit', optional: true, max: 100 })
  within?: string;
  @field.integer({ zh: '年度', en: 'Year', min: 1950, max: 2200 }) year!: number;
  @field.money({ zh: '金额', en: 'Amount', optional: true }) money?: Money;
  @field.integer({ zh: '个数', en: 'Count', optional: true, min: 0, max: 1_000_000_000 }) count?: number;
  @field.decimal({ zh: '百分比', en: 'Percent', optional: true }) percent?: string;
  @field.flag({ zh: '暂定', en: 'Provisional', optional: true }) provisional?: boolean;
}
export class SetTarget extends TargetLine {
  get type() {
    return 'SetTarget' as const;
  }
}
export class ReviseTarget extends TargetLine {
  get type() {
    return 'ReviseTarget' as const;
  }
  @field.longText({ zh: '调整原因', en: 'Reason' }) reason!: string;
}

export type TargetCommand = SetTarget | ReviseTarget;
