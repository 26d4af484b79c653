import { field, type IsoDate } from '#domain';

/** Which figures: of which period, as of when, as known when, and of which unit with those below it. */
export class FiguresQuery {
  @field.text({
    zh: '期间（2023、2023-Q1、2023-H1、2023-03 或 起..止）',
    en: 'Period: 2023, 2023-Q1, 2023-H1, 2023-03 or first..last day',
    max: 30,
  })
  period!: string;
  @field.day({ zh: '截至业务日期（默认期末）', en: 'As of this business day (else the period’s last)', optional: true })
  asOf?: IsoDate;
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
  @field.text({
    zh: '单位（编码或名称，含下级）',
    en: 'Unit (code or name), with those below',
    optional: true,
    max: 200,
  })
  unit?: string;
  @field.text({
    zh: '口径（名称，或 名称@版本）',
    en: 'Definition: its name, or name@version',
    optional: true,
    max: 70,
  })
  definition?: string;
}
export const INDICATORS_BY = ['unit', 'region', 'chain', 'leader', 'team'] as const;
export class IndicatorsQuery extends FiguresQuery {
  @field.choice(INDICATORS_BY, { zh: '按', en: 'By', optional: true }) by?: (typeof INDICATORS_BY)[number];
  @field.texts({ zh: '指标', en: 'Metrics', optional: true, max: 80 }) metric?: string[];
  @field.text({ zh: '下达单位', en: 'Issuer of the targets', optional: true, max: 100 }) issuer?: string;
}
const STRUCTURE_BY = ['size-band', 'chain', 'land-mode', 'origin', 'month', 'region', 'unit', 'tag'] as const;
const STRUCTURE_OF = ['signed', 'started', 'arrived'] as const;
export class StructureQuery extends FiguresQuery {
  @field.choice(STRUCTURE_BY, { zh: '按', en: 'By' }) by!: (typeof STRUCTURE_BY)[number];
  @field.choice(STRUCTURE_OF, { zh: '口径', en: 'Of', optional: true }) of?: (typeof STRUCTURE_OF)[number];
}
export class FigureQuery extends FiguresQuery {
  @field.choice(
    [...INDICATORS_BY, ...STRUCTURE_BY.filter((by) => by !== 'chain' && by !== 'region' && by !== 'unit')],
    { zh: '按', en: 'By', optional: true },
  )
  by?: (typeof INDICATORS_BY)[number] | (typeof STRUCTURE_BY)[number];
  @field.text({
    zh: '其中之一（空为未填的一行）',
    en: 'Key of the row; empty: of those that have none',
    optional: true,
    max: 200,
    blank: true,
  })
  key?: string;
  @field.text({ zh: '下达单位', en: 'Issuer of the targets', optional: true, max: 100 }) issuer?: string;
  @field.integer({ zh: '每页行数', en: 'Rows a page', optional: true, min: 1, max: 500 }) limit?: number;
  @field.integer({ zh: '跳过的行数', en: 'Rows passed over', optional: true, min: 0, max: 10_000_000 }) after?: number;
}
