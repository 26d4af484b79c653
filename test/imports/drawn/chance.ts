/** A small generator of numbers from a seed (mulberry32): the same seed draws the same ledger. */
export const chance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(among: readonly T[]): T => among[below(among.length)]!;
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice(below(rest.length), 1)[0]!);
  };
  return { below, pick, shuffled, often: (share: number): boolean => next() < share };
};
export type Chance = ReturnType<typeof chance>;

/** A chance of its own for what is told of something by that name: drawing more elsewhere changes nothing here. */
export const chanceOf = (name: string, index: number): Chance =>
  chance([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), index) % 1_000_003);
