import { likeAmount } from './checks.ts';
import { WEAK } from './likeness.ts';
import { bigrams, plain } from './similarity.ts';

/**
 * Many rows of one investor, found again by what makes them alike, so that each need not be compared with every earlier one. What is found is
 * more than what is alike, never less: whoever asks compares as always, and the first that is alike is the same as among all.
 */
export interface Alike {
  readonly add: (name: string, amount: number, place: number) => void;
  /** Places of earlier rows that may be alike, the earliest first; none past the first of a like amount. */
  readonly of: (name: string, amount: number) => Iterable<number>;
}

const INEXACT = 1e-9; // what the division of whole numbers may lose
const STEP = Math.log(1.005); // amounts within half a percent of each other lie in one drawer, two at most
const drawerOf = (amount: number): number => Math.floor(Math.log(amount) / STEP);
const DRAWERS = Math.ceil(-Math.log(0.9) / STEP) + 1; // as far as an amount can lie from a like one

/** The pairs of a name; a name too short for a pair is alike only to itself. */
const pairsOf = (name: string): ReadonlyMap<string, number> => {
  const bare = plain(name);
  return bare.length < 2 ? new Map([[bare, 1]]) : bigrams(bare);
};
const total = (pairs: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
};

/** Lists of ascending numbers as one, each number once with the weights of the lists that hold it. */
function* merged(
  lists: readonly { readonly list: readonly number[]; readonly weight: number }[],
): Iterable<readonly [number, number]> {
  const heads = lists.map(() => 0);
  for (;;) {
    let least = Infinity;
    for (const [index, { list }] of lists.entries()) if (list[heads[index]!]! < least) least = list[heads[index]!]!;
    if (least === Infinity) return;
    let weight = 0;
    for (const [index, one] of lists.entries())
      if (one.list[heads[index]!] === least) {
        heads[index]! += 1;
        weight += one.weight;
      }
    yield [least, weight];
  }
}

const into = <K>(map: Map<K, number[]>, key: K, row: number): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [row]);
  else known.push(row);
};

export const alikeRows = (): Alike => {
  const [places, sizes, amounts]: [number[], number[], number[]] = [[], [], []]; // by row, in the order of adding
  const [holding, drawers] = [new Map<string, number[]>(), new Map<number, number[]>()]; // rows by pair of characters, and by amount

  const firstLike = (amount: number): number => {
    let first = Infinity;
    const look = (drawer: number): void => {
      for (const row of drawers.get(drawer) ?? []) {
        if (row >= first) return;
        if (likeAmount(amount, amounts[row]!)) {
          first = row;
          return;
        }
      }
    };
    if (amount === 0) look(-Infinity);
    else if (amount > 0)
      for (let drawer = drawerOf(amount) - DRAWERS; drawer <= drawerOf(amount) + DRAWERS; drawer += 1) look(drawer);
    return first;
  };

  return {
    add: (name, amount, place) => {
      const row = places.push(place) - 1;
      const pairs = pairsOf(name);
      sizes.push(total(pairs));
      amounts.push(amount);
      for (const pair of pairs.keys()) into(holding, pair, row);
      if (amount >= 0) into(drawers, amount === 0 ? -Infinity : drawerOf(amount), row);
    },
    *of(name, amount) {
      const last = firstLike(amount);
      const pairs = pairsOf(name);
      const size = total(pairs);
      // Whoever is alike shares this many pairs at the least, so one of them lies among the rarest that leave fewer: those alone are looked up.
      const least = Math.ceil((WEAK / (2 - WEAK)) * size - INEXACT);
      let rest = size;
      const rarest: { list: readonly number[]; weight: number }[] = [];
      for (const { list, weight } of [...pairs]
        .map(([pair, count]) => ({ list: holding.get(pair) ?? [], weight: count }))
        .sort((a, b) => a.list.length - b.list.length)) {
        if (rest < least) break;
        rest -= weight;
        if (list.length > 0) rarest.push({ list, weight });
      }
      for (const [row, shared] of merged(rarest)) {
        if (row >= last) break;
        if (2 * (shared + rest) >= WEAK * (size + sizes[row]!) - INEXACT) yield places[row]!;
      }
      if (last !== Infinity) yield places[last]!;
    },
  };
};
