import * as field from '../fields/kinds.ts';
import { Occurrence } from '../project/commands/occurrence.ts';
import { OUTREACH_KINDS, type OutreachKind } from './outreach.ts';

const LONGEST_TRIP = 60; // days

/** What was done; each kind has its own fields (decide.ts). */
export class RecordOutreach extends Occurrence {
  get type() {
    return 'RecordOutreach' as const;
  }
  @field.choice([...OUTREACH_KINDS], { zh: '种类', en: 'Kind' }) kind!: OutreachKind;
  @field.text({ zh: '单位', en: 'Unit' }) unit!: string;
  @field.text({ zh: '企业名称（走访、接待）', en: 'Firm, visited or received', optional: true, max: 200 })
  firm?: string;
  @field.flag({
    zh: '是否有效（走访、接待：有投资意向）',
    en: 'Effective: the firm thinks of investing',
    optional: true,
  })
  effective?: boolean;
  @field.text({ zh: '城市', en: 'City', optional: true, max: 100 }) city?: string;
  @field.integer({
    zh: '天数（外出，自发生日期起）',
    en: 'Days of a trip, from the day on which it began',
    optional: true,
    min: 1,
    max: LONGEST_TRIP,
  })
  days?: number;
  @field.text({ zh: '小分队（外出）', en: 'Team of a trip', optional: true, max: 100 }) team?: string;
  @field.text({ zh: '活动名称（推介）', en: 'Title of a promotion', optional: true }) title?: string;
}
/** It stays on record and counts no more. */
export class VoidOutreach extends Occurrence {
  get type() {
    return 'VoidOutreach' as const;
  }
  @field.longText({ zh: '作废原因', en: 'Reason' }) reason!: string;
}

/** Every command of outreach, by name. */
export const OUTREACH_COMMANDS = { RecordOutreach, VoidOutreach } as const;
export type OutreachCommand = InstanceType<(typeof OUTREACH_COMMANDS)[keyof typeof OUTREACH_COMMANDS]>;
