import { Rejected, type Sentence } from '#domain';

/** Why a file is not read at all. Nothing is stored. */
export const FILE_REFUSALS = {
  'file-missing': { zh: '找不到这个文件。', en: 'There is no such file.' },
  'file-is-folder': {
    zh: '这是文件夹，不是文件：请指明其中的一个台账文件。',
    en: 'This is a folder, not a file: name one ledger in it.',
  },
  'file-no-file': { zh: '这不是普通文件，无法导入。', en: 'This is no ordinary file and cannot be imported.' },
  'file-forbidden': {
    zh: '没有权限读取这个文件：请检查文件的权限。',
    en: 'This file may not be read: look at its permissions.',
  },
  'file-blank': {
    zh: '文件是空的（0 字节）：可能没有下载或拷贝完整，请重新取得后再导入。',
    en: 'The file is empty (0 bytes), perhaps not wholly downloaded or copied: get it again, and import it.',
  },
  'file-too-large': { zh: '文件太大，上限 100 MB。', en: 'The file is too large; the limit is 100 MB.' },
  'file-unknown-kind': {
    zh: '认不出这种文件：请用 Excel 或 WPS 打开，另存为 xlsx 再导入；压缩包请先解压。',
    en: 'This kind of file is not known: open it in Excel or WPS, save it as xlsx, and import that; unpack an archive first.',
  },
  'file-protected': {
    zh: '文件有打开密码：请先去掉密码，再导入。',
    en: 'The file is protected by a password: remove the password, and import it again.',
  },
  'file-broken': {
    zh: '文件已损坏，无法读取：请用 Excel 或 WPS 打开，另存一份再导入，或重新导出。',
    en: 'The file is broken and cannot be read: open it in Excel or WPS and save it anew, or export it again.',
  },
  'file-bomb': {
    zh: '文件解压后过大，可能是恶意文件，已拒绝。',
    en: 'The file unpacks to far too much and may be malicious; it is refused.',
  },
  'file-too-slow': {
    zh: '读取这个文件用时太长，已停止：请删去多余的格式和空白区域，或拆成几个文件再导入。',
    en: 'Reading this file took too long and was stopped: remove unneeded formats and blank areas, or split it into several files.',
  },
  'file-too-heavy': {
    zh: '读取这个文件需要的内存太多，已停止：请拆成几个文件，或另存为 xlsx、csv 再导入。',
    en: 'Reading this file needs too much memory and was stopped: split it into several files, or save it as xlsx or csv.',
  },
  'too-many-rows': {
    zh: '行数太多，一个文件最多 50 万行：请拆成几个文件再导入。',
    en: 'The file has too many rows, 500,000 at most: split it into several files.',
  },
  'too-many-columns': {
    zh: '列数太多，一张表最多 1000 列：请删去右侧多余的内容再导入。',
    en: 'A sheet has too many columns, 1,000 at most: remove what stands far to the right.',
  },
  'too-many-sheets': {
    zh: '工作表太多，一个文件最多 255 张：请拆成几个文件再导入。',
    en: 'The file has too many sheets, 255 at most: split it into several files.',
  },
  'too-many-merges': {
    zh: '合并的单元格太多：请取消整片的合并再导入。',
    en: 'Too many cells are merged: undo the merging of whole areas, and import it again.',
  },
  'cell-too-long': {
    zh: '有单元格超过 32767 个字，csv 里多半是引号没有成对：请改正后再导入。',
    en: 'A cell holds more than 32,767 characters; in a csv a quote is mostly not closed: mend it, and import it again.',
  },
  'file-empty': {
    zh: '文件里没有工作表：可能是改了名的 Word 等文件，请换成台账本身，或另存为 xlsx 再导入。',
    en: 'The file holds no sheet; it may be a document of another program under a new name: choose the ledger itself, or save it as xlsx.',
  },
  'sheet-unknown': { zh: '文件里没有这个工作表。', en: 'The file has no such sheet.' },
  'columns-missing': {
    zh: '表里要有“日期（date）”和“类型（kind：休 或 班）”两列，“名称（name）”可选。',
    en: 'The table must have the columns date and kind (off or worked); name may follow.',
  },
  'mapping-field-unknown': {
    zh: '列映射里有不认识的字段。',
    en: 'The mapping names a field that does not exist.',
  },
  'decisions-invalid': {
    zh: '决定文件不正确：应是 [{sheet, row, decision: same、new、later 或 reject, as}]。',
    en: 'The decisions are not valid: they must be [{sheet, row, decision: same, new, later or reject, as}].',
  },
  'import-unknown': { zh: '没有这次导入。', en: 'There is no such import.' },
  'import-reverted': { zh: '这次导入已经撤回。', en: 'This import was taken back already.' },
  'approved-by-importer': {
    zh: '须由导入人以外的人批准。',
    en: 'Somebody other than who imported approves.',
  },
  'nothing-to-approve': {
    zh: '没有等待第二人批准的行。',
    en: 'No row waits for a second person.',
  },
  'approver-signs-in': {
    zh: '已关账的月份须由第二人用自己的账号批准，不能由导入人代填：先导入，再请第二人在“历次导入”中批准，然后再次导入同一文件。',
    en: 'What falls into a closed month is approved by a second person with her own account, not named by who imports: import, let her approve it under past imports, and import the same file again.',
  },
  'mapping-invalid': {
    zh: '列映射不正确：请按说明书写 columns、unit、units、regions、headerRow（0 或行号）、kind。',
    en: 'The column mapping is not valid: write columns, unit, units, regions, headerRow (0 or a row) and kind as the manual says.',
  },
} as const satisfies Record<string, Sentence>;

export const refuseFile = (code: keyof typeof FILE_REFUSALS, detail?: string): never => {
  const { zh, en } = FILE_REFUSALS[code];
  throw new Rejected(
    code,
    detail === undefined ? { zh, en } : { zh: `${zh}（${detail}）`, en: `${en} (${detail})` },
    'file',
  );
};
