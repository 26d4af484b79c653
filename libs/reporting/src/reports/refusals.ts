import { Rejected, type Sentence } from '#domain';

/** What a report says no to, and why: a figure that does not exist or does not follow is not printed. */
const REPORTING_REFUSALS = {
  'figure-does-not-exist': { zh: '这个数字不存在，不能印出', en: 'This figure does not exist and cannot be printed' },
  'figure-does-not-follow': {
    zh: '百分数与分子、分母不符，不能印出',
    en: 'This percentage is not what its parts make and cannot be printed',
  },
  'pdf-needs-libreoffice': {
    zh: '生成 PDF 需要这台机器装有 LibreOffice（如 apt install libreoffice-writer），或先导出 docx 再另存为 PDF。',
    en: 'A PDF needs LibreOffice on this machine (apt install libreoffice-writer); or take the docx and save it as PDF.',
  },
  'pdf-busy': {
    zh: '正在生成的 PDF 太多，请稍后再试，或改用 docx。',
    en: 'Too many PDFs are being made; try again later, or take the docx.',
  },
  'pdf-failed': {
    zh: 'LibreOffice 未能生成 PDF，请改用 docx。',
    en: 'LibreOffice made no PDF; take the docx instead.',
  },
} as const satisfies Record<string, Sentence>;
type ReportingRefusalCode = keyof typeof REPORTING_REFUSALS;

/** `about`: which figure, and why. */
export const refuseReport = (
  code: ReportingRefusalCode,
  about: (Sentence & { readonly key: string }) | null = null,
): never => {
  const { zh, en } = REPORTING_REFUSALS[code];
  if (about === null) throw new Rejected(code, { zh, en });
  const { key } = about;
  throw new Rejected(code, { zh: `${zh}：${key}，${about.zh}。`, en: `${en}: ${key}, ${about.en}.` }, key);
};
