import { field, RUNGS, type IsoDate, type Rung } from '#domain';
import { STANDINGS, type Standing } from '#reminders';

export class InboxQuery {
  @field.choice(['true', 'false'], { zh: '只看未签收', en: 'Not acknowledged only', optional: true }) open?:
    'true' | 'false';
  @field.choice([...RUNGS], { zh: '级别', en: 'Rung', optional: true }) rung?: Rung;
  @field.text({ zh: '项目标识', en: 'Project id', optional: true, max: 60 }) project?: string;
  @field.month({ zh: '发出月份', en: 'Month of sending', optional: true }) month?: string;
  @field.text({ zh: '上一页给出的游标', en: 'Cursor answered with the page before', optional: true, max: 400 })
  cursor?: string;
  @field.integer({ zh: '每页行数', en: 'Rows a page', optional: true, min: 1, max: 200 }) limit?: number;
}
/** An inbox narrowed to one rung. */
export class InboxGroupQuery {
  @field.choice(['true', 'false'], { zh: '只看未签收', en: 'Not acknowledged only', optional: true }) open?:
    'true' | 'false';
  @field.choice([...RUNGS], { zh: '级别', en: 'Rung', optional: true }) rung?: Rung;
}
export class AcknowledgeNotices {
  @field.texts({ zh: '提醒标识', en: 'Keys of the notices', max: 500 }) keys!: string[];
}
export class ReminderCountsQuery {
  @field.day({ zh: '自（应发日）', en: 'From (day on which it falls due)', optional: true }) from?: IsoDate;
  @field.day({ zh: '至', en: 'To', optional: true }) to?: IsoDate;
  @field.text({ zh: '项目标识', en: 'Project id', optional: true, max: 60 }) project?: string;
}
export class ReminderQuery extends ReminderCountsQuery {
  @field.choice([...STANDINGS], { zh: '结果', en: 'Outcome', optional: true }) outcome?: Standing;
  @field.choice(['oldest', 'latest'], { zh: '何者在前', en: 'Which day comes first', optional: true }) order?:
    'oldest' | 'latest';
  @field.text({ zh: '上一页给出的游标', en: 'Cursor answered with the page before', optional: true, max: 400 })
  cursor?: string;
  @field.integer({ zh: '每页行数', en: 'Rows a page', optional: true, min: 1, max: 500 }) limit?: number;
}
export class PreviewQuery {
  @field.integer({ zh: '天数', en: 'Days', optional: true, min: 1, max: 90 }) days?: number;
}
