import { clean } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import { headersOf, isWords, type Header } from '../columns/headers.ts';
import { matchColumns } from '../columns/match.ts';
import { samplesBelow } from '../columns/samples.ts';
import { MISSING } from '../columns/recognise.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';

/** Rows of data that nobody understood: the loudest line of a report. */
export interface UnreadSheet {
  readonly sheet: string;
  readonly rows: number;
  readonly headers: readonly string[];
  readonly headerRow: number; // where they stand
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    readonly samples: readonly string[];
  }[];
  readonly missing: readonly FieldName[]; // of the kind that is nearest
}

const LOOKED_AT = 25;
const WIDE = 3; // cells a row of a table has at the least
const LONG = 40; // characters of a sentence
const EXPLAINS = /说明|须知|填报要求|填写|指南|字典|代码表|下拉|选项|参数|目录|封面|sheet0?[2-9]?$/i;

const textsOf = ({ cells }: Row): readonly string[] =>
  cells.flatMap((cell) =>
    cell === undefined || cell.merged === 'covered' || clean(cell.text) === '' ? [] : [clean(cell.text)],
  );

const isFigure = (cell: Cell | undefined): boolean => cell?.kind === 'number' || cell?.kind === 'date';

/** A pick-list or an explanation: sentences, or columns of words of their own length, none with a figure or a day. */
const explains = (rows: readonly Row[], name: string): boolean => {
  const wide = rows.filter((row) => textsOf(row).length >= WIDE);
  const figures = rows.flatMap(({ cells }) => cells).filter(isFigure).length;
  const sentences = rows.filter((row) =>
    textsOf(row).some((text) => text.length > LONG || /[。；]$/.test(text)),
  ).length;
  if (wide.length < 2) return wide.every((row) => row.cells.filter(isFigure).length < 2); // a single row of data is one
  if (EXPLAINS.test(name) && figures <= rows.length) return true;
  return figures <= rows.length / 4 && (sentences * 2 > rows.length || ragged(rows));
};

/** Columns that end at different rows, as lists to pick from do. */
const ragged = (rows: readonly Row[]): boolean => {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const lengths = Array.from(
    { length: width },
    (_, column) => rows.filter(({ cells }) => cells[column] !== undefined).length,
  ).filter((length) => length > 0);
  return lengths.length >= 2 && Math.max(...lengths) > Math.min(...lengths) * 2;
};

/** What the nearest kind of sheet lacks: the one that knows most of its own columns here, and most columns at all. Where no column is known that is a ledger of projects. */
const missingIn = (headers: readonly Header[]): readonly FieldName[] => {
  const kinds = (Object.entries(MISSING) as [keyof typeof MISSING, readonly FieldName[]][]).map(([kind, needed]) => {
    const has = new Set(matchColumns(headers, kind).map(({ field }) => field));
    const missing = needed.filter((field) => !has.has(field));
    return { missing, known: needed.length - missing.length, width: has.size };
  });
  const [nearest] = kinds.sort((a, b) => b.known - a.known || b.width - a.width);
  return nearest!.missing;
};

/** Says of a sheet without a table that it holds rows of data all the same; null where it explains, or lists what to pick, and other sheets were understood. */
export const notUnderstood = (sheet: StoredSheet, nothing: boolean): UnreadSheet | null => {
  const head: Row[] = [];
  let rows = 0;
  for (const row of sheet.rows()) {
    rows += 1;
    if (head.length < LOOKED_AT) head.push(row);
  }
  if (head.length === 0 || (!nothing && explains(head, sheet.name))) return null;
  const wide = head.filter((row) => textsOf(row).length >= WIDE);
  const header = wide.find(isWords) ?? wide[0] ?? head[0]!;
  const headers = headersOf([header]);
  const samples = samplesBelow(sheet, header.number + 1);
  return {
    sheet: sheet.name,
    rows: rows - head.indexOf(header) - 1,
    headers: headers.map(({ text }) => text),
    headerRow: header.number,
    columns: headers.map(({ column, text }) => ({
      column: columnName(column),
      header: text,
      samples: samples(column),
    })),
    missing: missingIn(headers),
  };
};
