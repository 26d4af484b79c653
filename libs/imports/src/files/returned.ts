import type { Finding } from '../judge/findings.ts';
import type { Layout } from '../columns/layout.ts';
import type { Ledger, LedgerSheet } from '../rows/ledger.ts';
import { isEmpty } from '../cells/text.ts';
import type { Row } from './sheet.ts';
import type { StoredSheet } from './stored-sheet.ts';

/** A row that goes back: with findings, or a line that belongs to one and has none of its own. */
interface ReturnedRow {
  readonly row: Row;
  readonly findings: readonly Finding[];
}
interface ReturnedSheet {
  readonly name: string;
  readonly layout: Layout;
  readonly head: readonly Row[]; // titles, units and heads above the table, as they stand
  readonly rows: readonly ReturnedRow[];
  readonly comments: StoredSheet['comments'];
}

/** What may go back to the bureau: of each table its heads, the rows with findings, and the lines that these are read by. */
export interface Analysis {
  readonly sheets: readonly ReturnedSheet[];
}

const ABOVE = 3; // lines above the heads of a table further down that may be its title or unit
const TITLE = 2; // cells of such a line
const MOST_ABOVE = 40;

/** Whether a row stands in the head of a table. `isFirst`: of its sheet. */
const isHead = ({ headerRow, headerTop, firstData }: Layout, { number, cells }: Row, isFirst: boolean): boolean => {
  if (headerRow === null || number >= firstData) return false;
  const top = headerTop ?? headerRow;
  if (number >= top) return true;
  return isFirst || (number >= top - ABOVE && cells.filter((cell) => !isEmpty(cell)).length <= TITLE);
};

type Found = ReadonlyMap<number, readonly Finding[]>;

/** What was found in the rows of a table, by their numbers. */
const foundIn = (ledger: Ledger, { from, to }: LedgerSheet): Found => {
  const found = new Map<number, readonly Finding[]>();
  for (let place = from; place < to; place += 1)
    if (ledger.findings(place).length > 0) found.set(ledger.at(place).row, ledger.findings(place));
  return found;
};

/** The heads of a table, its rows with findings and the lines that belong to them. */
const linesOf = (table: LedgerSheet, found: Found, isFirst: boolean): Pick<ReturnedSheet, 'head' | 'rows'> => {
  const { sheet, layout, beside } = table;
  const head: Row[] = [];
  const rows: ReturnedRow[] = [];
  let sections: ReturnedRow[] = []; // above the next row
  const notes: ReturnedRow[] = []; // on the unit, under the table
  let goes = false; // the row above goes back
  for (const row of (sheet.written ?? sheet.rows)()) {
    const findings = found.get(row.number);
    const place = beside.get(row.number);
    if (isHead(layout, row, isFirst)) head.push(row);
    else if (findings !== undefined) {
      for (const section of sections) rows.push(section);
      rows.push({ row, findings });
      sections = [];
      goes = true;
    } else if (place === 'section') sections.push({ row, findings: [] });
    else if (place === 'unit' && layout.addresses === undefined) notes.push({ row, findings: [] });
    else if (place === 'under' && goes) rows.push({ row, findings: [] });
    else if (row.number >= layout.firstData) goes = false;
  }
  return { head: head.slice(-MOST_ABOVE), rows: [...rows, ...notes] };
};

const returnedSheet = (ledger: Ledger, table: LedgerSheet, isFirst: boolean): ReturnedSheet => {
  const { sheet, layout } = table;
  const found = foundIn(ledger, table);
  const lines = found.size === 0 ? { head: [], rows: [] } : linesOf(table, found, isFirst);
  return { name: sheet.name, layout, comments: layout.addresses === undefined ? sheet.comments : [], ...lines };
};

/** Reads the rows with findings once more, cells and all; sound rows are left where they are. */
export const returnedOf = (ledger: Ledger): Analysis => ({
  sheets: ledger.sheets.map((table, index) =>
    returnedSheet(ledger, table, ledger.sheets[index - 1]?.sheet.name !== table.sheet.name),
  ),
});
