import { closeSync, constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BOUNDS, type Allowance } from '../reading/bounds.ts';
import { readInThread } from '../reading/thread.ts';
import { refuseFile } from '../refusals.ts';
import { openNameless } from './nameless.ts';
import type { Sheet } from './sheet.ts';
import { storedSheet, type StoredSheet } from './stored-sheet.ts';

export type { Cell, Doubt, Row, Sheet } from './sheet.ts';

/** Column 0 → "A", 26 → "AA". */
export const columnName = (column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
};

const check = async (path: string): Promise<void> => {
  const { size } = await stat(path).then(
    (file) => {
      if (file.isDirectory()) return refuseFile('file-is-folder', path);
      return file.isFile() ? file : refuseFile('file-no-file', path);
    },
    () => refuseFile('file-missing', path),
  );
  await access(path, constants.R_OK).catch(() => refuseFile('file-forbidden'));
  if (size > BOUNDS.bytes) refuseFile('file-too-large');
  if (size === 0) refuseFile('file-blank');
};

/**
 * The sheets of a file, whatever its kind: xlsx, csv, old xls and et, HTML tables. Its content decides; `name` is what its sender calls it (a csv's sheet is named so).
 * Rows stay on disk until each sheet is closed. Throws Rejected with a file code. Nothing is executed, nothing is fetched.
 */
export const openWorkbook = async (
  path: string,
  name = basename(path),
  allowance?: Allowance,
): Promise<readonly StoredSheet[]> => {
  await check(path);
  const file = openNameless();
  try {
    const answer = await readInThread({ path, name, file }, allowance);
    if (answer.is === 'system') throw Object.assign(new Error(answer.message), { code: answer.code }); // a full disk is no fault of the file
    if (answer.is === 'refused') return refuseFile(answer.code, answer.detail);
    if (answer.sheets.length === 0) return refuseFile('file-empty');
    let open = answer.sheets.length;
    return answer.sheets.map((sheet) =>
      storedSheet(sheet, file, () => {
        open -= 1;
        if (open === 0) closeSync(file);
      }),
    );
  } catch (error) {
    closeSync(file);
    throw error;
  }
};

/** A workbook whole, for short lists. Refuses as `openWorkbook` does. */
export const readWorkbook = async (path: string, name?: string): Promise<readonly Sheet[]> => {
  const sheets = await openWorkbook(path, name);
  try {
    return sheets.map(({ name: own, hidden, date1904, rows }) => ({ name: own, hidden, date1904, rows: [...rows()] }));
  } finally {
    for (const sheet of sheets) sheet.close();
  }
};
