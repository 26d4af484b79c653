import { namedVersion, sentence, unit } from './answer-parts.ts';
import { count, day, flag, listOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const frozen = object({
  name: text,
  version: count,
  month: text,
  position: text,
  asOf: day,
  definition: namedVersion,
  hash: text,
  'edition?': count,
});
const place = { score: text, rank: orNull(count), tied: flag };

const BOARD = object({
  name: text,
  version: count,
  title: sentence,
  definition: text,
  leagues: listOf(object({ name: text, units: listOf(text) })),
  measures: listOf(object({ metric: text, of: oneOf('value', 'progress'), points: text, full: text, cap: text })),
  deductions: listOf(object({ metric: text, above: text, each: text, most: text })),
  floors: listOf(object({ metric: text, least: text, deduct: text })),
  red: object({ title: sentence, first: count }),
  black: object({ title: sentence, last: count }),
});

/** Boards 榜. */
export const BOARD_ANSWERS: Readonly<Record<string, Schema>> = {
  Boards: object({ version: count, boards: listOf(BOARD), frozen: listOf(frozen) }),
  Board: object({
    period: text,
    asOf: day,
    asKnown: text,
    position: count,
    board: object({ name: text, version: count, title: sentence }),
    definition: namedVersion,
    red: sentence,
    black: sentence,
    leagues: listOf(
      object({
        name: orNull(text),
        rows: listOf(
          object({
            unit: orNull(unit),
            ...place,
            lines: listOf(
              object({
                kind: oneOf('measure', 'deduction', 'floor'),
                metric: text,
                reached: orNull(text),
                points: text,
              }),
            ),
            fair: object(place),
          }),
        ),
        red: listOf(text),
        black: listOf(text),
      }),
    ),
  }),
  FrozenBoard: object({ frozen, same: flag, shown: ref('Board') }),
};
