import { DOCUMENT_NAME, readersOf } from '../metrics/read-values.ts';
import { LAYOUT_UNITS, type Layout, type LayoutColumn } from './events.ts';
import { refuseLayout as refuse } from './rejections.ts';

const read = readersOf(refuse);
const FIELDS = ['name', 'title', 'list', 'columns'];
const MOST_COLUMNS = 80;
const LONGEST = 60; // characters of a header

/** The names that the product's own layouts bear. */
export const OWN_LAYOUTS = ['standard', 'full'] as const;

/** What lists can fill in: the names of their lists and columns, and which of the columns hold money. */
export interface Fillable {
  readonly lists: readonly string[];
  readonly columns: readonly string[];
  readonly money: readonly string[];
}

const columnIn = (value: unknown, field: string, { columns, money }: Fillable): LayoutColumn => {
  const given = read.object(value, field, ['header', 'column', 'unit']);
  const header = read.text(given['header'], LONGEST, `${field}.header`).trim();
  const column = given['column'] == null ? null : read.oneOf(given['column'], columns, `${field}.column`);
  if (given['unit'] == null) return { header, column };
  if (column === null || !money.includes(column))
    refuse(`${field}.unit`, '只有金额列才有单位', 'belongs to a column of money only');
  return { header, column, unit: read.oneOf(given['unit'], LAYOUT_UNITS, `${field}.unit`) };
};

const nameIn = (value: unknown): string => {
  const name = read.text(value, LONGEST, 'name');
  if (!DOCUMENT_NAME.test(name))
    refuse('name', '只能用小写字母、数字、汉字和短横', 'must be lower case, digits, Han and dashes');
  return OWN_LAYOUTS.some((own) => own === name)
    ? refuse('name', '是通用版式的名称', 'is the name of a layout that every bureau has')
    : name;
};

const columnsIn = (value: unknown, fillable: Fillable): readonly LayoutColumn[] => {
  const columns = read
    .list(value, MOST_COLUMNS, 'columns')
    .map((one, index) => columnIn(one, `columns.${index}`, fillable));
  if (columns.length === 0) refuse('columns', '不能为空', 'must not be empty');
  columns.forEach(({ header }, index) => {
    if (columns.findIndex((one) => one.header === header) < index)
      refuse(`columns.${index}.header`, '与前面的列同名', 'is that of a column before it');
  });
  return columns;
};

/** A layout from a document. Throws Rejected 'layout-invalid' naming the field. */
export const readLayout = (document: unknown, fillable: Fillable): Layout => {
  const given = read.object(document, 'layout', FIELDS);
  return {
    name: nameIn(given['name']),
    title: given['title'] == null ? null : read.text(given['title'], 100, 'title').trim(),
    list: given['list'] == null ? null : read.oneOf(given['list'], fillable.lists, 'list'),
    columns: columnsIn(given['columns'], fillable),
  };
};
