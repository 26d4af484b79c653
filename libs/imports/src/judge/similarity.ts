/** A name in NFKC without blanks and punctuation. */
export const plain = (name: string): string => name.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

/** Two names that are one, whatever brackets, blanks and widths they are written with. */
export const sameName = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null ? plain(a) === plain(b) : (a ?? null) === (b ?? null);

const LEGAL_FORM = /(集团)?(控股)?(股份)?(有限)?(责任)?(公司|企业|集团|股份)$/;

/** What of a firm's name tells it from others: without its legal form, which clerks write in full or not, 股份有限公司, 公司, or leave out. */
export const firmOf = (name: string): string => {
  const bare = plain(name).replace(LEGAL_FORM, '');
  return bare.length < 2 ? plain(name) : bare;
};

/** How often each pair of neighbouring characters occurs. */
export const bigrams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

/** Dice coefficient of character bigrams over names in NFKC without blanks and punctuation, 0 to 1 (libs/domain/README.md, "Duplicates"). */
export const similarity = (a: string, b: string): number => {
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return 1;
  const pairs = x.length + y.length - 2;
  if (pairs <= 0) return 0; // names of one sign
  const [left, right] = [bigrams(x), bigrams(y)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / pairs;
};

/** The known name nearest to `written`, for "did you mean"; null where none is near. */
export const nearest = (written: string, known: readonly string[]): string | null => {
  let best: string | null = null;
  let least = Infinity;
  for (const name of known) {
    const distance = edits(written, name);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best !== null && least <= Math.max(1, Math.floor(Math.max(written.length, best.length) / 2)) ? best : null;
};

/** How many signs must be put in, taken out or changed to make one text of the other. */
export const edits = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};
