/** Numbers that only look random: the same seed gives the same world (mulberry32). */
export const chance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    often: (probability: number): boolean => next() < probability,
    one: <T>(all: readonly T[]): T => all[below(all.length)]!,
  };
};
export type Chance = ReturnType<typeof chance>;
