import { polyphonic } from 'pinyin-pro';

/** A text as it is searched: NFKC, small letters. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

const MOST_READINGS = 16; // of one text: names with more characters of several readings are found by the likelier ones
const MOST_KEPT = 20_000;

/** What was made of a text lately is kept: a project's names and numbers change seldom. */
const keptOf = (make: (text: string) => string): ((text: string) => string) => {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, made);
    return made;
  };
};

const spelt = (text: string): string => {
  let readings: readonly string[] = [''];
  for (const initials of polyphonic(text, { pattern: 'first', toneType: 'none', type: 'array' })) {
    const letters = [...new Set(initials.filter((letter) => /^[a-z0-9]$/.test(letter)))];
    const next = readings.flatMap((reading) => letters.map((letter) => reading + letter));
    if (letters.length > 0) readings = next.slice(0, MOST_READINGS);
  }
  return readings.join(' ');
};

/** The pinyin initials of a text, each reading apart: 重庆 is cq and zq. */
export const initialsOf = keptOf((text) => {
  const plain = searchable(text);
  return /\p{Script=Han}/u.test(plain) ? spelt(plain) : '';
});

const lineOf = keptOf(searchable);

/** All that a project is found by, in one text; its parts stand in lines of their own, so that nothing is found across two. */
export const searchText = (
  title: string,
  investor: string | undefined,
  numbers: readonly (string | null | undefined)[],
): string =>
  [title, investor, ...numbers]
    .flatMap((part) => (part ? [lineOf(part)] : []))
    .concat([title, investor ?? ''].map(initialsOf).filter((initials) => initials !== ''))
    .join('\n');
