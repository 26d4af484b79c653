const LINE_ENDS = /[\v\f\u0085]/g; // as word processors break a line within a paragraph
const UNWRITTEN = /(?![\t\n\r])[\p{Cc}\p{NChar}]/gu;
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{M}\p{DI}\u2800]*$/u; // marks without a letter, fillers, widths of zero

/** Text as a person wrote it: control characters that came along with a paste are no part of it. */
export const asWritten = (text: string): string => text.replace(LINE_ENDS, '\n').replace(UNWRITTEN, '');

/** Whether there is anything to read in it. */
export const isSaid = (value: unknown): boolean => typeof value === 'string' && !INVISIBLE.test(value);
