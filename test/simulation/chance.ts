import { chance as sampled } from '../../apps/cli/src/sample/chance.ts';

/** The chance that the sample is drawn by, as the simulation speaks of it: the same seed gives the same world. */
export const chance = (seed: number) => {
  const { below, pick, happens } = sampled(seed);
  return { below, often: happens, one: pick };
};
export type Chance = ReturnType<typeof chance>;
