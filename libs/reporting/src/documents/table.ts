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

/** A table over the width of the type area; its header stands on every page. */
export const table = ({ columns, rows }: TableBlock): string => {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((PAGE.text * weight) / weights));
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
