import { open, stat } from 'node:fs/promises';
import { readCsv } from './csv.ts';
import { refuseFile } from '../refusals.ts';
import type { StoredSheet } from './stored-sheet.ts';
import type { Sheet } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

export type { Cell, Doubt, Row, Sheet } from './sheet.ts';

const LARGEST = 100 * 1024 * 1024;

/** Column 0 → "A", 26 → "AA". */
export const columnName = (column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
};

const isZip = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
};

/** The sheets of an xlsx or csv file, their rows on disk until each sheet is closed. Throws Rejected with a file code; nothing is executed, nothing is fetched. */
export const openWorkbook = async (path: string): Promise<readonly StoredSheet[]> => {
  const size = await stat(path).then(
    (file) => (file.isFile() ? file.size : refuseFile('file-missing', path)),
    () => refuseFile('file-missing', path),
  );
  if (size > LARGEST) refuseFile('file-too-large');
  if (size === 0) refuseFile('file-broken');
  const sheets = (await isZip(path)) ? await readXlsx(path) : await readCsv(path);
  return sheets.length === 0 ? refuseFile('file-empty') : sheets;
};

/** A workbook whole, for short lists. Refuses as `openWorkbook` does. */
export const readWorkbook = async (path: string): Promise<readonly Sheet[]> => {
  const sheets = await openWorkbook(path);
  try {
    return sheets.map(({ name, hidden, date1904, rows }) => ({ name, hidden, date1904, rows: [...rows()] }));
  } finally {
    for (const sheet of sheets) sheet.close();
  }
};
