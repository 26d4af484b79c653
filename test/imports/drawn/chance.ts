import { chance as sampled } from '../../../apps/cli/src/sample/chance.ts';

/** The chance that the sample is drawn by, as ledgers are drawn with it: the same seed draws the same ledger. */
export const chance = (seed: number) => {
  const { below, pick, happens } = sampled(seed);
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice(below(rest.length), 1)[0]!);
  };
  return { below, pick, shuffled, often: happens };
};
export type Chance = ReturnType<typeof chance>;

/** A chance of its own for what is told of something by that name: drawing more elsewhere changes nothing here. */
export const chanceOf = (name: string, index: number): Chance =>
  chance([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), index) % 1_000_003);
