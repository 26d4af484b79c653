import { field, type IsoDate } from '#domain';

/** The days a replay looks at; left out, those that make sense for what is replayed. */
class ReplayDays {
  @field.day({ zh: '起始日期', en: 'First day', optional: true }) from?: IsoDate;
  @field.day({ zh: '截止日期', en: 'Last day', optional: true }) to?: IsoDate;
}
export class DraftPolicy {
  @field.anything({ zh: '时限规则（与 policy show 同形）', en: 'The policy, in the shape of GET /api/policy' })
  policy!: unknown;
  @field.text({ zh: '说明', en: 'What it is for', optional: true, max: 1000 }) note?: string;
}
export class ReplayDraft extends ReplayDays {}
export class PublishDraft {
  @field.day({
    zh: '生效日期（留空：按草案；草案没有写的，自发布之日）',
    en: 'In force from; left out, as drafted, or from the day of publication',
    optional: true,
  })
  validFrom?: IsoDate;
}
export class PublishCalendar {
  @field.integer({ zh: '年份', en: 'Year', min: 1950, max: 2200 }) year!: number;
  @field.anything({
    zh: '休息日：按节日分组，或列表',
    en: 'Days off by festival, or a list; each a day or first..last',
  })
  off!: unknown;
  @field.texts({ zh: '补班日', en: 'Weekend days that are worked', max: 200 }) worked!: string[];
  @field.text({ zh: '通知文号', en: 'Number of the notice', optional: true, max: 200 }) notice?: string;
}
export class ReplayCalendar extends PublishCalendar {
  @field.day({ zh: '起始日期', en: 'First day', optional: true }) from?: IsoDate;
  @field.day({ zh: '截止日期', en: 'Last day', optional: true }) to?: IsoDate;
}
export class ForwardQuery {
  @field.choice(['30', '90'], { zh: '天数', en: 'Days', optional: true }) days?: '30' | '90';
  @field.text({ zh: '单位（含下级）', en: 'Unit, with those below it', optional: true, max: 100 }) unit?: string;
  @field.day({
    zh: '只列这一天起七天内有事项的项目',
    en: 'Only projects with something in the seven days from this day',
    optional: true,
  })
  week?: IsoDate;
  @field.text({ zh: '上一页给出的游标', en: 'Cursor answered with the page before', optional: true, max: 400 })
  cursor?: string;
  @field.integer({ zh: '每页项目数', en: 'Projects a page', optional: true, min: 1, max: 500 }) limit?: number;
}
export class PausesQuery {
  @field.day({ zh: '截至业务日期', en: 'As it was on this business day', optional: true }) asOf?: IsoDate;
}

export const POLICY_BODIES: readonly (new () => object)[] = [
  DraftPolicy,
  ReplayDraft,
  PublishDraft,
  PublishCalendar,
  ReplayCalendar,
];
