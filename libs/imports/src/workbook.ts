import { readFile, stat } from 'node:fs/promises';
import { refuseFile } from './refusals.ts';
import { readCsv } from './csv.ts';
import { readXlsx } from './xlsx.ts';

/** A cell as its writer saw it: the displayed value of a formula, never the formula. */
export interface Cell {
  readonly text: string; // as it stands; numbers as decimal text
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly formula?: boolean;
  readonly merged?: 'master' | 'covered'; // part of a merged block; a covered cell repeats its master's value
  readonly mergedRows?: number; // how many rows the block spans
}

export interface Row { readonly number: number; readonly hidden: boolean; readonly cells: readonly (Cell | undefined)[] } // cells by column, from 0

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly rows: readonly Row[]; // rows with content only
}

const LARGEST = 100 * 1024 * 1024;

/** Column 0 → "A", 26 → "AA". */
export const columnName = (column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
};

/** The sheets of an xlsx or csv file. Throws Rejected with a file code; nothing is executed, nothing is fetched. */
export const readWorkbook = async (path: string): Promise<readonly Sheet[]> => {
  const size = await stat(path).then((file) => (file.isFile() ? file.size : refuseFile('file-missing', path)), () => refuseFile('file-missing', path));
  if (size > LARGEST) refuseFile('file-too-large');
  if (size === 0) refuseFile('file-broken');
  const bytes = await readFile(path);
  const sheets = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(bytes, path);
  return sheets.length === 0 ? refuseFile('file-empty') : sheets;
};
