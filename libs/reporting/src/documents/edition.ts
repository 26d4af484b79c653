/**
 * Of what writes reports: raised, and the old one kept, where a byte of it changes.
 * 1: the first. 2: the number before a note is as small as the note, and what is short stands on one line in tables.
 */
export const EDITION = 2;
