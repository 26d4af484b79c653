import { w, type Sentence } from '../words/sentence.ts';

/** The words of papers. */
export const PAPER_WORDS = {
  papers: w('材料', 'Papers'),
  papersHint: w(
    '合同、批文、凭证、照片等。上传后不能删除，可在各项记录中引用。',
    'Contracts, permits, vouchers, photographs. What is attached stays, and records can name it.',
  ),
  noPapers: w('还没有上传材料。', 'No paper has been attached.'),
  dropPapers: w('把文件拖到这里，或', 'Drop files here, or'),
  choosePapers: w('选择文件', 'choose files'),
  takePhoto: w('拍照', 'Take a photograph'),
  attaching: w('正在上传', 'Attaching'),
  attachedPaper: w('已上传', 'Attached'),
  paperName: w('文件名', 'File'),
  paperSize: w('大小', 'Size'),
  attachedBy: w('上传人', 'Attached by'),
  citedBy: w('引用的记录', 'Records that name it'),
  notCited: w('尚无记录引用', 'No record names it yet'),
  fileDigest: w('文件指纹（sha256）', 'Digest of the file (sha256)'),
  knownPapers: w('选用已上传的材料', 'Choose an attached paper'),
  dropPaper: w('不引用这份材料', 'Do not name this paper'),
} as const satisfies Record<string, Sentence>;
