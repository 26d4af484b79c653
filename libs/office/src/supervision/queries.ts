import { field, type IsoDate } from '#domain';
import { AsOfQuery } from '../projects/queries.ts';

/** A page of what stood at a moment. */
export class PageQuery extends AsOfQuery {
  @field.text({ zh: '上一页给出的游标', en: 'Cursor answered with the page before', optional: true, max: 400 })
  cursor?: string;
  @field.integer({ zh: '每页行数', en: 'Rows a page', optional: true, min: 1, max: 100 }) limit?: number;
}
export class LeaderQuery extends AsOfQuery {
  @field.text({ zh: '领导姓名（留空为本人）', en: 'Leader (left out: yourself)', optional: true, max: 100 })
  leader?: string;
  @field.day({
    zh: '自某日以来的变化（默认近 14 天）',
    en: 'Changes since this day (14 days, if left out)',
    optional: true,
  })
  since?: IsoDate;
}
