import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Sentence } from '../rejected.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only; numbers are decimal text.

/** Points for a metric: `points` where it reaches `full` (元, pieces or percent; of progress percent of the target), in proportion below and beyond, never above `cap`. */
export interface BoardMeasure {
  readonly metric: string;
  readonly of: 'value' | 'progress';
  readonly points: string;
  readonly full: string;
  readonly cap: string;
}
/** Points taken: `each` for every one above `above`, at most `most`. */
export interface BoardDeduction {
  readonly metric: string;
  readonly above: string;
  readonly each: string;
  readonly most: string;
}
/** What is the least to be done (保底): below it `deduct` points are taken. */
export interface BoardFloor {
  readonly metric: string;
  readonly least: string;
  readonly deduct: string;
}
/** Units that are ranked among each other, by code. */
export interface League {
  readonly name: string;
  readonly units: readonly string[];
}

/** A board 榜: how units are scored and ranked, and what its first and its last are called (README, "Boards"). */
export interface Board {
  readonly name: string;
  readonly version: number;
  readonly title: Sentence;
  readonly definition: string;
  readonly leagues: readonly League[]; // none: all units in one
  readonly measures: readonly BoardMeasure[];
  readonly deductions: readonly BoardDeduction[];
  readonly floors: readonly BoardFloor[];
  readonly red: { readonly title: Sentence; readonly first: number };
  readonly black: { readonly title: Sentence; readonly last: number };
}

/** A board of a month as it was posted: by which versions, on what was known, and a hash of its places. */
export interface FrozenBoard {
  readonly name: string;
  readonly version: number;
  readonly month: string;
  readonly position: string;
  readonly asOf: IsoDate;
  readonly definition: { readonly name: string; readonly version: number };
  readonly hash: string;
  /** Of the rules by which places are told; left out: the first. 2: units as they stood on the day, and who shares a place with the last is among the last. */
  readonly edition?: 2;
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;
export type BoardEvent = E<'BoardPublished', { readonly board: Board }> | E<'BoardFrozen', FrozenBoard>;
