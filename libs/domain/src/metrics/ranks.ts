/**
 * Ranks of measured values, highest first: equal values share a rank and the next is skipped (1, 2, 2, 4).
 * What is zero or does not exist has no rank and is printed blank (README, "Rank").
 */
export const ranksOf = <V>(
  values: readonly (V | null)[],
  compare: (a: V, b: V) => number,
  isZero: (value: V) => boolean,
): readonly (number | null)[] => {
  const ranked = values.filter((value): value is V => value !== null && !isZero(value)).sort((a, b) => compare(b, a));
  const first = new Map<V, number>();
  let rank = 0;
  ranked.forEach((value, index) => {
    const before = ranked[index - 1];
    if (before === undefined || compare(before, value) !== 0) rank = index + 1;
    first.set(value, rank);
  });
  return values.map((value) => (value === null || isZero(value) ? null : first.get(value)!));
};
