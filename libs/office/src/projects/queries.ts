import { COLOURS, field, type IsoDate } from '#domain';

/** What lists can be told apart by. */
export const GROUPS = ['signingYear', 'unit', 'region', 'responsible', 'phase', 'chain'] as const;
export type Group = (typeof GROUPS)[number];

/** Both time axes of a question. */
export class AsOfQuery {
  @field.day({ zh: '截至业务日期', en: 'As it was on this business day', optional: true }) asOf?: IsoDate;
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
}
export class HistoryQuery {
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
}
/** What a list is narrowed to, whatever is asked of it. */
export class Narrowing {
  @field.text({ zh: '单位（编码或名称，含下级）', en: 'Unit (code or name), with those below', optional: true })
  unit?: string;
  @field.texts({
    zh: '条件 字段=值，字段~包含，字段>=值，字段<=值',
    en: 'Conditions: field=value, field~part, field>=value, field<=value',
    optional: true,
    max: 20,
  })
  where?: string[];
  @field.texts({
    zh: '颜色（对比两天时各按当天）',
    en: 'Colours (of each day where two are compared)',
    optional: true,
    max: 5,
    choices: COLOURS,
  })
  colour?: string[];
  @field.text({ zh: '搜索', en: 'Search in names, numbers and pinyin initials', optional: true, max: 100 })
  q?: string;
}
/** What a list is narrowed to, in which order and parts: what a saved view keeps of a question. */
export class ListNarrowing extends Narrowing {
  @field.text({
    zh: '排序栏目，前加 - 为从大到小；缺省最紧急的在前',
    en: 'The column to order by, with a - before it downwards; the worst first where none is given',
    optional: true,
    max: 40,
  })
  sort?: string;
  @field.choice(GROUPS, { zh: '分组', en: 'Told apart by', optional: true }) group?: Group;
}
export class ListQuery extends ListNarrowing {
  @field.day({ zh: '截至业务日期', en: 'As it was on this business day', optional: true }) asOf?: IsoDate;
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
  @field.text({ zh: '上一页给出的游标', en: 'Cursor answered with the page before', optional: true, max: 2000 })
  cursor?: string;
  @field.integer({ zh: '每页行数', en: 'Rows a page', optional: true, min: 1, max: 500 }) limit?: number;
  @field.integer({
    zh: '至少包含到此位置的事实',
    en: 'Wait until facts up to this log position are in',
    optional: true,
    max: Number.MAX_SAFE_INTEGER,
  })
  atLeast?: number;
}
export class SearchQuery {
  @field.text({ zh: '搜索', en: 'Search in names, numbers and pinyin initials', max: 100 }) q!: string;
  @field.integer({ zh: '行数', en: 'Rows', optional: true, min: 1, max: 100 }) limit?: number;
}
/** What is known of a project that others may be the same as. */
export class AlikeQuery {
  @field.text({ zh: '项目名称', en: 'Name', max: 300 }) name!: string;
  @field.text({ zh: '投资方', en: 'Investor', optional: true, max: 300 }) investor?: string;
  @field.text({ zh: '国家项目代码', en: 'National project code', optional: true, max: 60 }) nationalCode?: string;
  @field.text({ zh: '统一社会信用代码', en: 'Unified social credit code', optional: true, max: 60 })
  creditCode?: string;
  @field.text({ zh: '不与其比较的项目', en: 'The project itself', optional: true, max: 100 }) except?: string;
}
