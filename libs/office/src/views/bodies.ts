import { field, REACHES, type Reach } from '#domain';
import { LIST_COLUMN_NAMES, type ListColumnName } from '#reporting';
import { ListNarrowing } from '../projects/queries.ts';

/** A list as somebody wants to find it again: what of it, and who else finds it so. */
export class SaveView extends ListNarrowing {
  @field.text({ zh: '名称', en: 'Name', max: 40 }) title!: string;
  @field.text({ zh: '清单', en: 'List', max: 60 }) list!: string;
  @field.choice(REACHES, { zh: '谁可以看到', en: 'Who finds it: own, unit or all' }) reach!: Reach;
  @field.texts({
    zh: '列（按此次序）',
    en: 'Columns, in this order',
    optional: true,
    max: 60,
    choices: LIST_COLUMN_NAMES,
  })
  columns?: ListColumnName[];
  @field.text({ zh: '要修改的视图', en: 'The view that is changed; none: a new one', optional: true, max: 60 })
  view?: string;
}
