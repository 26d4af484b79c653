import { field } from '#domain';

/** A form in which lists leave as workbooks: `{name, title, list, columns: [{header, column, unit}]}`. */
export class PublishLayout {
  @field.anything({ zh: '导出版式（与 GET /api/layouts 同形）', en: 'The layout, in the shape of GET /api/layouts' })
  layout!: unknown;
}
