const LINE_ENDS = /[\v\f\u0085]/g; // as word processors break a line within a paragraph
const UNWRITTEN = /(?![\t\n\r])[\p{Cc}\p{NChar}\u202A-\u202E\u2066-\u2069]/gu; // those that turn the direction make one name look like another
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{M}\p{DI}\u2800]*$/u; // marks without a letter, fillers, widths of zero

/** Text as a person wrote it: control characters, and those that turn its direction, came along with a paste and are no part of it. */
export const asWritten = (text: string): string => text.replace(LINE_ENDS, '\n').replace(UNWRITTEN, '');

/** Whether there is anything to read in it. */
export const isSaid = (value: unknown): boolean => typeof value === 'string' && !INVISIBLE.test(value);
