import { stat } from 'node:fs/promises';
import { BOUNDS } from './bounds.ts';
import { kindOf } from './kind.ts';
import { readHtml } from './markup/html.ts';
import { rowsOut, type SheetRead } from './rows-out.ts';
import { readCsv } from './text/csv.ts';
import { unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx/xlsx.ts';

const wholeAllowed = async (path: string): Promise<void> => {
  if ((await stat(path)).size > BOUNDS.oldBytes) unreadable('file-too-large', `${BOUNDS.oldBytes / 1024 / 1024} MB`);
};

/** Reads a file of any kind and sets its rows down in an open file. `name` is the file's own name, not that of the copy that is read. */
export const readFile = async (path: string, name: string, file: number): Promise<readonly SheetRead[]> => {
  const kind = await kindOf(path);
  const out = rowsOut(file);
  switch (kind.is) {
    case 'zip':
      return readXlsx(path, out);
    case 'csv':
      return readCsv(path, name, kind.encoding, out);
    case 'html':
      await wholeAllowed(path);
      return readHtml(path, name, kind.encoding, out);
    case 'old':
    case 'xml': {
      await wholeAllowed(path);
      const { readOld } = await import('./old/old.ts'); // large, and seldom needed
      return readOld(path, out);
    }
    case 'unknown':
      return unreadable('file-unknown-kind');
  }
};
