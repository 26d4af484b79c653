import { field } from '#domain';
import { AsOfQuery } from '../projects/queries.ts';

/** Whose projects the cockpit shows, and of when. */
export class CockpitQuery extends AsOfQuery {
  @field.text({
    zh: '单位（编码或名称，含下级）',
    en: 'Unit (code or name), with those below',
    optional: true,
    max: 200,
  })
  unit?: string;
  @field.text({ zh: '包保领导', en: 'Responsible leader', optional: true, max: 100 }) leader?: string;
}
