import { Rejected, type Sentence } from '../rejected.ts';

/** Every rule of reports and their templates that can say no, and what the user is told. */
const REPORT_REJECTIONS = {
  'report-number-used': {
    zh: '这个文号已用于另一份文件；文号只能用一次。',
    en: 'This number stands on another issue; a number is used once.',
  },
  'template-empty': { zh: '模板没有标题或正文。', en: 'The template has no title or no text.' },
  'template-line-unknown': { zh: '看不懂模板中的这一行', en: 'This line of the template is not understood' },
  'template-placeholder-unknown': {
    zh: '没有这个词，口径里也没有这个指标',
    en: 'There is no such word, and no such metric in the definition',
  },
  'template-figure-typed': {
    zh: '数字不能手写进模板，请用指标代替',
    en: 'A figure is not typed into a template: name its metric',
  },
} as const satisfies Record<string, Sentence>;
type ReportRejectionCode = keyof typeof REPORT_REJECTIONS;

/** `about`: what in the template is at fault, added to the sentence. */
export const rejectReport = (code: ReportRejectionCode, field: string, about?: string): never => {
  const { zh, en } = REPORT_REJECTIONS[code];
  const sentence = about === undefined ? { zh, en } : { zh: `${zh}：${about}`, en: `${en}: ${about}` };
  throw new Rejected(code, sentence, field);
};
