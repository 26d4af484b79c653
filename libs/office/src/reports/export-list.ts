import { field, layoutNamed, type Sentence } from '#domain';
import { FINDINGS, type FindingCode } from '#imports';
import type { ListRow } from '#projections';
import {
  heldSheet,
  isProductLayout,
  LIST_COLUMN_NAMES,
  listSheet,
  workbook,
  type HeldLine,
  type Language,
  type ListColumnName,
} from '#reporting';
import type { Asking, Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { layoutsNow } from '../layouts/show-layouts.ts';
import { HELD, type HeldRow } from '../lists/held-rows.ts';
import { listNames, showList, type ListAsked, type ListPage } from '../lists/show-list.ts';
import { ListQuery } from '../projects/queries.ts';

export class ExportQuery extends ListQuery {
  @field.text({
    zh: '版式：standard 常用列，full 全部列，或本局版式的名称',
    en: 'Layout: standard, full, or the name of one of the bureau’s own',
    optional: true,
    max: 60,
  })
  layout?: string;
  @field.texts({
    zh: '列（按此次序，代替版式）',
    en: 'Columns in this order, instead of a layout',
    optional: true,
    max: 60,
    choices: LIST_COLUMN_NAMES,
  })
  columns?: ListColumnName[];
  @field.texts({ zh: '只导出这些项目', en: 'Only these projects, by id', optional: true, max: 200 })
  projects?: string[];
}

interface ExportAsked extends ListAsked {
  readonly name: string;
  readonly layout?: string;
  readonly columns?: readonly ListColumnName[];
  readonly projects?: readonly string[];
  readonly language: Language;
}

/** A workbook on its way: its bytes as they come, in flat memory. */
export interface WorkbookFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: AsyncIterable<Buffer>;
}

type Row = ListRow | HeldRow;
const ROWS_AT_ONCE = 2_000;

/** The rows of a list page by page, from the first on. All pages stand on the position of the first, which alone counts the list. */
async function* rowsOf(asking: Asking, asked: ListAsked & { readonly name: string }, first: ListPage<Row>) {
  const { total, sums, colours } = first;
  const counted = { total, sums, colours };
  for (let page = first; ;) {
    yield* page.rows;
    if (page.next === null) return;
    page = await showList.answer(asking, { ...asked, cursor: page.next, counted });
  }
}

/** A layout by its name: one that every bureau has, or one of its own. Throws Rejected 'layout-unknown'. */
const layoutOf = async ({ office }: Asking, name: string): Promise<Parameters<typeof listSheet>[1]> =>
  isProductLayout(name) ? name : layoutNamed(await layoutsNow(office), name);

const isFinding = (code: string): code is FindingCode => Object.hasOwn(FINDINGS, code);

const becauseOf = (reason: string): Sentence => {
  const found = reason.split(' ').map((code): Sentence => {
    if (!isFinding(code)) return { zh: code, en: code };
    const [, zh, en] = FINDINGS[code];
    return { zh, en };
  });
  return { zh: found.map(({ zh }) => zh).join(''), en: found.map(({ en }) => en).join(' ') };
};

async function* heldLines(rows: AsyncIterable<Row>): AsyncIterable<HeldLine> {
  for await (const row of rows) if ('importId' in row) yield { ...row, because: becauseOf(row.reason) };
}
async function* projectLines(rows: AsyncIterable<Row>): AsyncIterable<ListRow> {
  for await (const row of rows) if (!('importId' in row)) yield row;
}

/** A list as the caller may see it, as a workbook: the same question, filters, scope and both times as on the page. Throws as `showList` does, before a byte is given. */
export const exportList: Question<ExportAsked, WorkbookFile> = {
  upToDate: ['projects'],
  look: ({ name, asOf, asKnown }) => lookAt('export', name, { asOf, asKnown }),
  answer: async (asking, { layout = 'standard', columns, projects = [], language, ...given }) => {
    const { cursor: _none, ...rest } = { ...given, limit: ROWS_AT_ONCE };
    const only = projects.length === 0 ? [] : [`id=${projects.join(',')}`];
    const chosen = columns ?? (await layoutOf(asking, layout));
    const asked = { ...rest, where: [...(given.where ?? []), ...only] };
    const first = await showList.answer(asking, asked);
    const title = listNames().lists.find(({ name }) => name === asked.name)?.title ?? {
      zh: asked.name,
      en: asked.name,
    };
    const rows = rowsOf(asking, asked, first);
    const list = { ...first, title, totals: first };
    const sheet =
      asked.name === HELD.name
        ? heldSheet({ ...list, rows: heldLines(rows) }, language)
        : listSheet({ ...list, rows: projectLines(rows) }, chosen, language);
    return { name: `${title[language]}-${first.asOf}.xlsx`, rows: first.total, bytes: workbook([sheet]) };
  },
};
