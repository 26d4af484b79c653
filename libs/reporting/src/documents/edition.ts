/**
 * Of what writes reports: raised, and the old one kept, where a byte of it changes.
 * 1: the first. 2: the number before a note is as small as the note, and what is short stands on one line in tables.
 * 3: units as they stood on the day, also of a tree that was told in pieces or later; what was merged counts once, and what was split keeps
 *    its amount (the office asks for figures so).
 * 4: no 0 for last year's money in another currency, and where there is none this year, last year's currency.
 */
export const EDITION = 4;
