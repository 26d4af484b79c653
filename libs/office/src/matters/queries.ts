import { field } from '#domain';
import { AsOfQuery } from '../projects/queries.ts';

/** Which matters of a kind, as they stand or stood. */
export class MatterQuery extends AsOfQuery {
  @field.choice(['true', 'false'], {
    zh: '只看未办结（true）或已办结（false）',
    en: 'Open ones only (true), or closed ones (false)',
    optional: true,
  })
  open?: 'true' | 'false';
  @field.text({ zh: '单位（编码或名称，含下级）', en: 'Unit (code or name), with those below', optional: true })
  unit?: string;
  @field.choice(['true'], { zh: '只看逾期未办结', en: 'Only open ones whose day has passed', optional: true })
  overdue?: 'true';
  @field.text({
    zh: '查找文号、标题、责任人中的字词（空格分隔，须全部出现）',
    en: 'Words of the number, the title or the people, all of which must occur',
    optional: true,
    max: 100,
  })
  q?: string;
  @field.text({ zh: '责任人', en: 'A person who must act', optional: true, max: 100 }) person?: string;
  @field.text({ zh: '项目标识', en: 'Project id', optional: true, max: 60 }) project?: string;
  @field.text({ zh: '状态', en: 'State', optional: true, max: 40 }) state?: string;
  @field.text({
    zh: '层级或种类（问题的协调层级、督办件与会议的种类）',
    en: 'Level or kind (of an issue its level, of an order or a meeting its kind)',
    optional: true,
    max: 40,
  })
  level?: string;
  @field.text({ zh: '上一页给出的游标', en: 'Cursor answered with the page before', optional: true, max: 400 })
  cursor?: string;
  @field.integer({ zh: '每页行数', en: 'Rows a page', optional: true, min: 1, max: 500 }) limit?: number;
}
