import type { Layout, Sentence } from '#domain';
import type { ListRow, ListTotals } from '#projections';
import type { Cell } from '../sheets/cell.ts';
import type { Sheet } from '../sheets/workbook.ts';
import { columnsOf, type ProductLayout } from './layouts.ts';
import type { Language, ListColumnName } from './list-columns.ts';
import { ownColumn, plainColumns, type SheetColumn } from './own-layout.ts';
import { standing, type Standing } from './standing.ts';

/** A list to be written: what it is, where it stands on both time axes, and its rows as they come. */
interface ListToWrite<Row> extends Standing {
  readonly list: string;
  readonly title: Sentence;
  readonly totals: ListTotals;
  readonly rows: AsyncIterable<Row>;
}

const NUMBER: Sentence = { zh: '序号', en: 'No.' };

async function* cellsOf(
  rows: AsyncIterable<ListRow>,
  columns: readonly SheetColumn[],
  language: Language,
): AsyncIterable<readonly Cell[]> {
  let number = 0;
  for await (const row of rows) {
    number += 1;
    yield columns.map(({ cell }) => cell(row, number, language));
  }
}

/** In what a list is written: a form of the bureau's, a layout of the product's, or the columns themselves in their order. */
type Chosen = Layout | ProductLayout | readonly ListColumnName[];
const isForm = (chosen: Chosen): chosen is Layout => typeof chosen === 'object' && 'columns' in chosen;

const columnsIn = (list: string, chosen: Chosen, language: Language): readonly SheetColumn[] => {
  if (isForm(chosen)) return chosen.columns.map(ownColumn);
  return plainColumns(typeof chosen === 'string' ? columnsOf(list, chosen) : chosen, NUMBER[language], language);
};

/** A list of projects as a sheet: a line a project. */
export const listSheet = (list: ListToWrite<ListRow>, chosen: Chosen, language: Language): Sheet => {
  const columns = columnsIn(list.list, chosen, language);
  return {
    name: list.title[language],
    title: (isForm(chosen) ? chosen.title : null) ?? list.title[language],
    notes: standing(list, list.totals, language),
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows: cellsOf(list.rows, columns, language),
  };
};

/** A row of an import that waits for a person: where it stands and why. */
export interface HeldLine {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly because: Sentence;
}

// prettier-ignore
const HELD_COLUMNS: readonly { readonly header: Sentence; readonly width: number; readonly cell: (line: HeldLine, language: Language) => Cell }[] = [
  { header: { zh: '文件', en: 'File' }, width: 28, cell: ({ file }) => file },
  { header: { zh: '工作表', en: 'Sheet' }, width: 16, cell: ({ sheet }) => sheet },
  { header: { zh: '行号', en: 'Row' }, width: 8, cell: ({ row }) => ({ number: String(row) }) },
  { header: { zh: '项目编号', en: 'Project number' }, width: 14, cell: ({ code }) => code },
  { header: { zh: '项目名称', en: 'Project' }, width: 36, cell: ({ name }) => name },
  { header: { zh: '待决定原因', en: 'Waits because' }, width: 60, cell: ({ because }, language) => because[language] },
];

async function* heldCells(rows: AsyncIterable<HeldLine>, language: Language): AsyncIterable<readonly Cell[]> {
  for await (const row of rows) yield HELD_COLUMNS.map(({ cell }) => cell(row, language));
}

/** The rows of imports that wait for a person, as a sheet. */
export const heldSheet = (list: ListToWrite<HeldLine>, language: Language): Sheet => ({
  name: list.title[language],
  title: list.title[language],
  notes: standing(list, list.totals, language),
  columns: HELD_COLUMNS.map(({ header, width }) => ({ header: header[language], width })),
  rows: heldCells(list.rows, language),
});
