import { Rejected, type Sentence } from '#domain';

/** Why a file is not read at all. Nothing is stored. */
export const FILE_REFUSALS = {
  'file-missing': { zh: '找不到这个文件。', en: 'There is no such file.' },
  'file-too-large': { zh: '文件太大，上限 100 MB。', en: 'The file is too large; the limit is 100 MB.' },
  'file-unknown-kind': {
    zh: '不是 xlsx 或 csv 文件；旧版 xls 请另存为 xlsx，加密的文件请先去掉密码。',
    en: 'This is neither xlsx nor csv; save an old xls as xlsx, and remove the password of a protected file.',
  },
  'file-broken': {
    zh: '文件已损坏，无法读取，请重新导出。',
    en: 'The file is broken and cannot be read; export it again.',
  },
  'file-bomb': {
    zh: '文件解压后过大，可能是恶意文件，已拒绝。',
    en: 'The file unpacks to far too much and may be malicious; it is refused.',
  },
  'file-empty': { zh: '文件里没有工作表。', en: 'The file holds no sheet.' },
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
  'mapping-invalid': { zh: '列映射文件不正确。', en: 'The column mapping is not valid.' },
} as const satisfies Record<string, Sentence>;

export const refuseFile = (code: keyof typeof FILE_REFUSALS, detail?: string): never => {
  const { zh, en } = FILE_REFUSALS[code];
  throw new Rejected(
    code,
    detail === undefined ? { zh, en } : { zh: `${zh}（${detail}）`, en: `${en} (${detail})` },
    'file',
  );
};
