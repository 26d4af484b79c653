import type { Sentence } from '#domain';
import type { StoredSheet } from '../files/stored-sheet.ts';
import type { Unseen } from '../reading/unseen.ts';

/** Something of the file that was not seen, said once for all sheets that it is true of. */
export interface Note {
  readonly code: Unseen;
  readonly sheets: readonly string[];
  readonly message: Sentence;
}

const NOTES: Readonly<Record<Unseen, Sentence>> = {
  'comments-broken': {
    zh: '有批注已损坏，没有读到；单元格照常读取。请用 Excel 或 WPS 打开核对批注，另存后可再导入。',
    en: 'Comments are broken and were not read; the cells were. Open the file in Excel or WPS, look at its comments, and save it anew to have them read.',
  },
  'comments-too-many': {
    zh: '批注太多或太长，只读取了前面的部分；单元格照常读取。请核对其余批注。',
    en: 'There are too many comments, or too long ones: only the first of them were read, and all cells. Please look at the others yourself.',
  },
  'lines-of-old-workbooks': {
    zh: '旧格式（xls、et）里的删除线看不到：如有划去的内容，请另存为 xlsx 再导入。',
    en: 'Lines through text cannot be seen in an old workbook (xls, et): where anything is struck out, save it as xlsx and import that.',
  },
};

export const notesOf = (sheets: readonly Pick<StoredSheet, 'name' | 'unseen'>[]): readonly Note[] =>
  (Object.keys(NOTES) as Unseen[]).flatMap((code) => {
    const names = sheets.filter(({ unseen }) => unseen.includes(code)).map(({ name }) => name);
    return names.length === 0 ? [] : [{ code, sheets: [...new Set(names)], message: NOTES[code] }];
  });
