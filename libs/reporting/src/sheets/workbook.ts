import { collected, zipped, type Packing, type Part } from '../package/zip.ts';
import { contentTypes, escaped, relations, XML } from '../package/xml.ts';
import { cellAt, columnName, STYLES, textCell, type Cell } from './cell.ts';

export interface Column {
  readonly header: string;
  readonly width: number; // in characters
}

/** A sheet: title and notes above, a header, and rows as they come. `last`: a line of totals beneath. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  readonly last?: readonly Cell[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ROWS_AT_ONCE = 200;

const rowOf = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const headerRow = ({ notes }: Sheet): number => notes.length + 2;

const opening = (sheet: Sheet): string => {
  const header = headerRow(sheet);
  return [
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="16"/>',
    `<cols>${sheet.columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    rowOf(1, textCell('A1', sheet.title, 'title')),
    ...sheet.notes.map((note, index) => rowOf(index + 2, textCell(`A${index + 2}`, note, 'note'))),
    rowOf(
      header,
      sheet.columns.map(({ header: text }, at) => textCell(`${columnName(at)}${header}`, text, 'header')).join(''),
    ),
  ].join('');
};

const closing = (sheet: Sheet, rows: number): string => {
  const last = columnName(sheet.columns.length - 1);
  const header = headerRow(sheet);
  return [
    '</sheetData>',
    `<autoFilter ref="A${header}:${last}${Math.max(rows, header)}"/>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;C${'&amp;P / &amp;N'}</oddFooter></headerFooter></worksheet>`,
  ].join('');
};

/** The text of a sheet, some rows at a time. */
async function* sheetText(sheet: Sheet): AsyncIterable<string> {
  let text = opening(sheet);
  let number = headerRow(sheet);
  const line = (cells: readonly Cell[], look: 'text' | 'total'): string => {
    number += 1;
    return rowOf(number, cells.map((cell, at) => cellAt(`${columnName(at)}${number}`, cell, look)).join(''));
  };
  for await (const cells of sheet.rows) {
    text += line(cells, 'text');
    if (number % ROWS_AT_ONCE === 0) {
      yield text;
      text = '';
    }
  }
  const filtered = number;
  if (sheet.last !== undefined) text += line(sheet.last, 'total');
  yield text + closing(sheet, filtered);
}

const LONGEST_NAME = 31;

/** Names as a workbook takes them: short, without its own signs, each once. */
const sheetNames = (sheets: readonly Pick<Sheet, 'name'>[]): readonly string[] => {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replace(/[*?:/\\[\]']/g, ' ').trim() || 'Sheet';
    let own = plain.slice(0, LONGEST_NAME);
    for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${plain.slice(0, LONGEST_NAME - 5)} (${n})`;
    taken.add(own.toLowerCase());
    return own;
  });
};

/** Every printed page repeats the header. */
const printTitles = (sheets: readonly Sheet[], names: readonly string[]): string =>
  `<definedNames>${sheets
    .map(
      (sheet, at) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(names[at]!)}'!$${headerRow(sheet)}:$${headerRow(sheet)}</definedName>`,
    )
    .join('')}</definedNames>`;

function* partsOf(sheets: readonly Sheet[]): Iterable<Part> {
  const names = sheetNames(sheets);
  const files = sheets.map((_sheet, at) => `worksheets/sheet${at + 1}.xml`);
  const listed = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  yield {
    name: '[Content_Types].xml',
    text: contentTypes([
      ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
      ['xl/styles.xml', 'spreadsheetml.styles'],
      ...files.map((file) => [`xl/${file}`, 'spreadsheetml.worksheet'] as const),
    ]),
  };
  yield { name: '_rels/.rels', text: relations([['officeDocument', 'xl/workbook.xml']]) };
  yield {
    name: 'xl/workbook.xml',
    text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${listed.join('')}</sheets>${printTitles(sheets, names)}</workbook>`,
  };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    text: relations([...files.map((file) => ['worksheet', file] as const), ['styles', 'styles.xml']]),
  };
  yield { name: 'xl/styles.xml', text: `${XML}<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>` };
  for (const [at, sheet] of sheets.entries()) yield { name: `xl/${files[at]!}`, text: sheetText(sheet) };
}

/** A workbook as its bytes come; rows are asked for as they are written. */
export const workbook = (sheets: readonly Sheet[], packing: Packing = 'deflated'): AsyncIterable<Buffer> =>
  zipped(partsOf(sheets), packing);

/** A workbook whole, its bytes the same on any day and under any release of the compressor. */
export const workbookBytes = (sheets: readonly Sheet[]): Promise<Buffer> => collected(workbook(sheets, 'stored'));
