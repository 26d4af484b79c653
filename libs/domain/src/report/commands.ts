import * as field from '../fields/kinds.ts';
import { FROZEN_FORMATS, type FrozenFormat } from './events.ts';

/** Freezes a report under a number, as it stands. */
export class FreezeReport {
  get type() {
    return 'FreezeReport' as const;
  }
  @field.text({ zh: '期间', en: 'Period', max: 30 }) period!: string;
  @field.text({ zh: '文号', en: 'Number', max: 60 }) number!: string;
  @field.text({ zh: '单位编码', en: 'Unit (code)', optional: true, max: 200 }) unit?: string;
  @field.choice(FROZEN_FORMATS, { zh: '格式', en: 'Format', optional: true }) format?: FrozenFormat;
}

/** Puts a bureau's own words in the place of a report's template. */
export class PublishTemplate {
  get type() {
    return 'PublishTemplate' as const;
  }
  @field.longText({ zh: '模板', en: 'Template' }) text!: string;
  @field.text({ zh: '说明', en: 'Note', optional: true, max: 200 }) note?: string;
}
