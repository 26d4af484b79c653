import { manyOf, type Sentence } from '#domain';
import type { Layout } from '../columns/layout.ts';
import { tableName, unmetIn, type SavedMapping } from '../columns/saved.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import type { Unseen } from '../reading/unseen.ts';

/** Something of the file that was not seen, said once for all sheets that it is true of; or a part of a mapping or of the decisions that found nothing in it. */
export interface Note {
  readonly code: Unseen | 'mapping-without-effect' | 'decisions-without-effect' | 'days-unread' | 'colours-unread';
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

const LISTED = 20;
const LONGEST = 60; // signs of a line that is told
/** Tables whose notes say that a colour means something: colours are not read. */
export const colourNotes = (
  read: readonly { readonly sheet: Pick<StoredSheet, 'name'>; readonly legend: string | null }[],
): readonly Note[] =>
  read.flatMap(({ sheet, legend }): Note[] => {
    if (legend === null) return [];
    const said = legend.slice(0, LONGEST);
    const message = {
      zh: `表里用颜色说明状态（“${said}”），颜色不读取：请把它写进一列（如“项目状态”），再导入。`,
      en: `Colours mean something here ("${said}") and are not read: write it into a column, such as 项目状态, and import it again.`,
    };
    return [{ code: 'colours-unread', sheets: [sheet.name], message }];
  });

/** Tables of projects that tell days and never say that one is of signing: their rows are in negotiation, and that may be meant otherwise. */
export const dayNotes = (
  read: readonly { readonly sheet: Pick<StoredSheet, 'name'>; readonly layout: Layout }[],
): readonly Note[] =>
  read.flatMap(({ sheet, layout: { unreadDays = [] } }): Note[] => {
    if (unreadDays.length === 0) return [];
    const heads = unreadDays.slice(0, LISTED);
    const message = {
      zh: `没有找到签约日期列，各行按在谈登记；“${heads.join('”“')}”里是日期：如为签约日期，请指定该列的字段，再导入。`,
      en: `No column is known to tell the day of signing, so the rows are in negotiation; ${heads.join(', ')} hold days: if they are those of signing, say so of the column and import it again.`,
    };
    return [{ code: 'days-unread', sheets: [sheet.name], message }];
  });

interface Read {
  readonly sheet: Pick<StoredSheet, 'name'>;
  readonly layout: Pick<Layout, 'headers' | 'headerRow' | 'leftOut'>;
}
const withoutEffect = (sheets: readonly string[], said: readonly string[]): Note => {
  const [zh, en] = [said.slice(0, LISTED).join('、'), said.slice(0, LISTED).join(', ')];
  return {
    code: 'mapping-without-effect',
    sheets,
    message: {
      zh: `对应关系里的这些名称在文件中找不到，没有起作用：${zh}。请写表头原文或列标，工作表写全名，再导入。`,
      en: `These names of the mapping are not in the file and had no effect: ${en}. Write headers as they stand or column letters, and sheets by their whole names, and import it again.`,
    },
  };
};

/** Decisions on rows that the file has not. */
export const decisionNotes = (unmet: readonly { readonly sheet: string; readonly row?: number }[]): readonly Note[] => {
  if (unmet.length === 0) return [];
  const rows = unmet.slice(0, LISTED).map(({ sheet, row }) => `${sheet} ${row}`);
  const message = {
    zh: `有 ${unmet.length} 个决定找不到对应的行，没有起作用：${rows.join('、')}。请核对工作表名和行号。`,
    en: `${manyOf(unmet.length, 'decisions')} met no row and had no effect: ${rows.join(', ')}. Check the sheets and the row numbers.`,
  };
  return [{ code: 'decisions-without-effect', sheets: [], message }];
};

/** What of a mapping found no sheet and no column: said, or somebody trusts it. `all`: the sheets of the file, read or not. */
export const mappingNotes = (
  { sheets: named = {}, layouts: _remembered, ...forAll }: SavedMapping,
  read: readonly Read[],
  all: readonly string[],
): readonly Note[] => {
  const headersOf = (tables: readonly Read[]) => tables.flatMap(({ layout }) => layout.headers);
  const own = Object.entries(named).flatMap(([name, said]): readonly Note[] => {
    const tables = read.filter(
      ({ sheet, layout }) => sheet.name === name || tableName(sheet.name, layout.headerRow ?? 0) === name,
    );
    if (tables.length === 0) return all.includes(name) ? [] : [withoutEffect([], [name])];
    const unmet = tables.every(({ layout }) => layout.leftOut === true) ? [] : unmetIn(said, headersOf(tables));
    return unmet.length === 0 ? [] : [withoutEffect([name], unmet)];
  });
  const unmet = unmetIn(forAll, headersOf(read));
  return unmet.length === 0 ? own : [withoutEffect([], unmet), ...own];
};
