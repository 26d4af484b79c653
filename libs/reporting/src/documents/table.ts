import type { TableBlock } from '../reports/report.ts';
import { PAGE } from './page.ts';
import { paragraph, run } from './paragraph.ts';

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const cell = (text: string, width: number, align: 'left' | 'right' | 'center', face: 'heading' | 'number'): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(
    run(text, { face, size: '五号' }),
    { align, line: null },
  )}</w:tc>`;

const row = (cells: string, header: boolean): string =>
  `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;

type Columns = TableBlock['columns'];

/** A width shared out by weight. */
const weighed = (columns: Columns, width: number): readonly number[] => {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => Math.floor((width * weight) / weights));
};

const HALF_SIGN = 105; // of 五号: half of 10.5 points
const EDGES_OF_CELL = 2 * 57;
const SHORT = 14; // half signs: days, amounts, colours, numbers, names of clocks

/** How wide a text is in half signs; digits a little wider than half, as they are in a face that stands in. */
const signs = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign === '%' || sign >= '\u2e80' ? 2 : 1.3), 0);

/** What a column needs so that nothing of it is broken: its longest cell, and two lines of its header. */
const needed = (header: string, cells: readonly string[]): number =>
  Math.max(signs(header) / 2 + 1, ...cells.map(signs));

/** Columns of short texts are as wide as these; the others share the rest by weight. */
const widthsOf = (columns: Columns, rows: TableBlock['rows']): readonly number[] => {
  const needs = columns.map(({ header }, at) =>
    needed(
      header,
      rows.map((texts) => texts[at]!),
    ),
  );
  const own = needs.map((need) => (need > SHORT ? null : Math.ceil(need * HALF_SIGN) + EDGES_OF_CELL));
  const taken = own.reduce((sum: number, width) => sum + (width ?? 0), 0);
  const long = columns.filter((_, at) => own[at] === null);
  if (long.length === 0 || taken > PAGE.text / 2 + PAGE.text / 5) return weighed(columns, PAGE.text);
  const rest = [...weighed(long, PAGE.text - taken)];
  return own.map((width) => width ?? rest.shift()!);
};

/** A table over the width of the type area; its header stands on every page. */
export const table = ({ columns, rows }: TableBlock, edition: number): string => {
  const widths = edition === 1 ? weighed(columns, PAGE.text) : widthsOf(columns, rows);
  const header = columns.map(({ header: text }, at) => cell(text, widths[at]!, 'center', 'heading')).join('');
  const lines = rows.map((texts) =>
    row(
      texts.map((text, at) => cell(text, widths[at]!, columns[at]!.right ? 'right' : 'left', 'number')).join(''),
      false,
    ),
  );
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${PAGE.text}" w:type="dxa"/><w:tblBorders>${EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    row(header, true),
    ...lines,
    '</w:tbl>',
  ].join('');
};
