/**
 * Which rows held at a point, found from an index alone. An interval is kept under one cell: the point with the most trailing binary zeros
 * inside it (the fork node of a relational interval tree, Kriegel, Pötke and Seidl, VLDB 2000) and the power of two of its length. Whatever
 * holds at a point lies in some 2 log n cells, and a cell holds little else: short rows of other times are never walked past.
 */
export interface Axis {
  readonly bits: number;
  readonly lengths: bigint;
  readonly type: 'integer' | 'bigint';
}

/** Business days since 1900; what lies outside 1900–2258 counts as its edge, so an open end needs no case of its own. */
export const DAYS: Axis = { bits: 17, lengths: 32n, type: 'integer' };
/** Log positions. */
export const POSITIONS: Axis = { bits: 48, lengths: 64n, type: 'bigint' };

const FIRST_DAY = '1900-01-01';
const DAY = 86_400_000;

const magnitude = (value: bigint): number => value.toString(2).length - 1; // value ≥ 1

const within = ({ bits }: Axis, value: bigint): bigint => {
  const last = (1n << BigInt(bits)) - 1n;
  return value < 1n ? 1n : value > last ? last : value;
};

/** The cell of the interval `first … last`, both included. */
export const cellOf = (axis: Axis, first: bigint, last: bigint): bigint => {
  const a = within(axis, first);
  const b = within(axis, last);
  const level = BigInt(magnitude((a - 1n) ^ b));
  return ((b >> level) << level) * axis.lengths + BigInt(magnitude(b - a + 1n));
};

/** Every cell in which an interval that holds at `point` can lie. */
export const cellsAt = (axis: Axis, point: bigint): readonly bigint[] => {
  const at = within(axis, point);
  const cells: bigint[] = [];
  for (let level = axis.bits - 1; level >= 0; level -= 1) {
    const up = BigInt(level + 1);
    const node = ((at >> up) << up) + (1n << BigInt(level));
    const distance = node > at ? node - at : at - node;
    // Shorter ones do not reach from the node to the point; longer ones would lie at a node above.
    for (let length = magnitude(distance + 1n); length <= level; length += 1)
      cells.push(node * axis.lengths + BigInt(length));
    if (distance === 0n) break;
  }
  return cells;
};

/** A day on its axis. */
export const dayNumber = (day: string): bigint => BigInt(Math.round((Date.parse(day) - Date.parse(FIRST_DAY)) / DAY));

/** `cellOf` as SQL over two expressions. */
const cellSql = ({ bits, lengths, type }: Axis, first: string, last: string): string => {
  const end = `(${2n ** BigInt(bits) - 1n})::${type}`;
  const a = `least(greatest(${first}, 1), ${end})`;
  const b = `least(greatest(${last}, ${first}, 1), ${end})`;
  const magnitudeSql = (value: string): string => `(length(ltrim((${value})::bit(${bits + 1})::text, '0')) - 1)`;
  const level = magnitudeSql(`(${a} - 1) # ${b}`);
  return `((${b} >> ${level}) << ${level}) * ${lengths} + ${magnitudeSql(`${b} - ${a} + 1`)}`;
};

/** The cell of a row's days. */
export const DAY_CELL_SQL = cellSql(
  DAYS,
  `from_day - date '${FIRST_DAY}'`,
  `least(to_day, date '${FIRST_DAY}' + ${2 ** 17}) - date '${FIRST_DAY}' - 1`,
);
/** The cell of the positions of a row that has ceased to hold; those that still hold have an index of their own. */
export const KNOWN_CELL_SQL = (latest: bigint): string =>
  `case when to_pos < ${latest} then ${cellSql(POSITIONS, 'from_pos', 'to_pos - 1')} end`;
