import { keptLately } from '../kept-lately.ts';

/** Up to where the records of a log that stood elsewhere have been brought here (README, "Moving"). */
export interface Brought {
  readonly last: bigint; // the position of the last of them, which it had there and keeps
  readonly place: bigint; // where it stands on this server
}

const KEPT_PLACES = 2_000;

/** How much further a position is than its place, so that what is recorded after a move follows on what was brought. */
const ahead = ({ last, place }: Brought): bigint => (last > place ? last - place : 0n);

/**
 * Positions, and the places on the server at which they stand. Both are one, unless the log was moved here: what was brought keeps the positions that it had, and its places are
 * found by reading on from the nearest one that is known (finding.ts). `moves`: the earliest first.
 */
export const placesOf = (moves: readonly Brought[]) => {
  const lately = keptLately<bigint>(KEPT_PLACES);
  const newest = moves.at(-1);
  return {
    /** `kept`: the position that a record had before it was brought. */
    positionAt: (place: bigint, kept: string | undefined): bigint => {
      if (kept !== undefined) return BigInt(kept);
      const move = moves.findLast((one) => one.place < place);
      return move === undefined ? place : place + ahead(move);
    },
    /** Null: it has to be looked for. */
    placeAt: (position: bigint): bigint | null => {
      if (newest === undefined || position <= 0n) return position;
      if (position > newest.last) return position - ahead(newest);
      const end = moves.find(({ last }) => last === position);
      return end?.place ?? lately.take(String(position))?.value ?? null;
    },
    remember: (position: bigint, place: bigint): void => {
      if (newest !== undefined && position <= newest.last) lately.keep(String(position), place, 1);
    },
  };
};

export type Places = ReturnType<typeof placesOf>;
