import type { RowsOut, SheetRead } from '../rows-out.ts';
import { openPackage } from './package.ts';
import { readSheet } from './sheet.ts';
import { sharedStrings } from './strings.ts';
import { cellStyles } from './styles.ts';
import { openArchive } from './zip.ts';

/** The sheets of an xlsx in their order, part by part as they stream by. */
export const readXlsx = async (path: string, out: RowsOut): Promise<readonly SheetRead[]> => {
  const archive = await openArchive(path);
  try {
    const { sheets, strings, styles, date1904, uncalculated } = await openPackage(archive);
    const workbook = {
      strings: await sharedStrings(archive, strings),
      styleOf: await cellStyles(archive, styles),
      date1904,
      uncalculated,
    };
    const read: SheetRead[] = [];
    for (const sheet of sheets) read.push(await readSheet(archive, sheet, workbook, out));
    return read;
  } finally {
    archive.close();
  }
};
