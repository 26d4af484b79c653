import type { Language, Line, Message } from './message.ts';

const MORE: Record<Language, (count: number) => string> = {
  zh: (count) => `……另有 ${count} 条，请在系统收件箱中查看。`,
  en: (count) => `… and ${count} more: see your inbox in the system.`,
};

/** Characters that a chat would read as mark-up, a mention or a link: names of projects come from outside, and must not call everybody or lead elsewhere. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '#': '＃',
  '~': '～',
  '\\': '＼',
  '@': '＠',
};
export const harmless = (text: string): string =>
  text.replace(/[<>[\]*_`#~\\@]/g, (sign) => FULL_WIDTH[sign] ?? sign).replace(/\s+/g, ' ');

/** A link as Markdown writes it; what could end it early is encoded. */
export const markdownLink = ({ text, link }: Line): string =>
  link === undefined
    ? harmless(text)
    : `[${harmless(text)}](${link.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`;

/**
 * As many lines, from the first on, as a provider takes; the last then says how many are left out. `size` measures a candidate.
 * Nothing is cut inside a line: half an amount or half a link is worse than none.
 */
export const fitting = (
  { lines, language }: Message,
  most: number,
  size: (lines: readonly Line[]) => number,
): readonly Line[] => {
  if (size(lines) <= most) return lines;
  const first = (kept: number): readonly Line[] => [
    ...lines.slice(0, kept),
    { text: MORE[language](lines.length - kept) },
  ];
  let fits = 0;
  let tooMany = lines.length;
  while (tooMany - fits > 1) {
    // halving: a digest may have thousands of lines
    const middle = Math.floor((fits + tooMany) / 2);
    if (size(first(middle)) <= most) fits = middle;
    else tooMany = middle;
  }
  return first(fits);
};

export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');
