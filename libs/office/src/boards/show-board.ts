import {
  boardNamed,
  BOARDS,
  decimalOf,
  foldBoards,
  placesOf,
  scoreOf,
  type Board,
  type BoardEvent,
  type Boards,
  type Fraction,
  type FrozenBoard,
  type Rounding,
  type Score,
  type Sentence,
} from '#domain';
import type { Caller } from '#identity';
import type { FiguresQuery } from '../numbers/queries.ts';
import { figuresAsked, standing, type Asked, type Fixed, type Standing } from '../numbers/question.ts';
import { rowsBy, type RowKeys } from '../numbers/rows-by.ts';
import type { Office } from '../office.ts';
import { boardFigures } from './board-figures.ts';

/** Points of a line; `reached` in 元, pieces or percent. */
interface BoardLine {
  readonly kind: 'measure' | 'deduction' | 'floor';
  readonly metric: string;
  readonly reached: string | null;
  readonly points: string;
}
interface BoardRow {
  readonly unit: RowKeys['unit'];
  readonly score: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly lines: readonly BoardLine[];
  /** The same by the time in which each unit really held the projects. */
  readonly fair: { readonly score: string; readonly rank: number | null; readonly tied: boolean };
}
export interface ShownLeague {
  readonly name: string | null; // null: all units in one
  readonly rows: readonly BoardRow[]; // the highest score first
  readonly red: readonly string[]; // names of the first
  readonly black: readonly string[]; // names of the last, the last first
}
export interface ShownBoard extends Standing {
  readonly board: { readonly name: string; readonly version: number; readonly title: Sentence };
  readonly definition: { readonly name: string; readonly version: number };
  readonly red: Sentence;
  readonly black: Sentence;
  readonly leagues: readonly ShownLeague[];
}

export const boardsNow = async ({ store }: Office): Promise<Boards> =>
  foldBoards((await store.readStream(BOARDS)).map(({ event }) => event as BoardEvent));

/** The boards in their latest versions, and what was frozen, the latest first. */
interface ShownBoards {
  readonly version: number;
  readonly boards: readonly Board[];
  readonly frozen: readonly FrozenBoard[];
}

export const showBoards = async (office: Office): Promise<ShownBoards> => {
  const { published, frozen } = await boardsNow(office);
  const latest = new Map(published.map((board) => [board.name, board]));
  return { version: published.length + frozen.length, boards: [...latest.values()], frozen: [...frozen].reverse() };
};

/** Units of each league in its own order, also those of which nothing is known; without leagues all units that answer for figures. */
const leaguesOf = (
  { leagues }: Board,
  rows: readonly RowKeys[],
): readonly { readonly name: string | null; readonly rows: readonly RowKeys[] }[] => {
  if (leagues.length === 0) return [{ name: null, rows: rows.filter(({ unit }) => unit !== null) }];
  return leagues.map(({ name, units }) => ({
    name,
    rows: units.map(
      (code) =>
        rows.find((row) => row.key === code || row.unit?.name === code) ?? {
          key: code,
          unit: { code, name: code },
          written: [],
        },
    ),
  }));
};

interface Scored {
  readonly row: RowKeys;
  readonly plain: Score;
  readonly fair: Fraction;
}

/** The last of a league, the very last first. Who shares a place with one of them is one of them; boards of the first edition cut there. */
const lastOf = (rows: readonly BoardRow[], last: number, cut: boolean): readonly BoardRow[] => {
  if (last === 0) return [];
  const bound = rows[Math.max(0, rows.length - last)];
  const named = cut ? rows.slice(-last) : rows.filter(({ rank }) => (rank ?? Infinity) >= (bound?.rank ?? Infinity));
  return [...named].reverse();
};

const shownLeague = (
  name: string | null,
  scored: readonly Scored[],
  board: Board,
  rounding: Rounding,
  cut: boolean,
): ShownLeague => {
  const plain = placesOf(scored.map((one) => one.plain.total));
  const fair = placesOf(scored.map((one) => one.fair));
  const decimal = (value: Fraction): string => decimalOf(value, rounding);
  const rows = scored
    .map(({ row, plain: score, fair: fairly }, index): BoardRow => ({
      unit: row.unit,
      score: decimal(score.total),
      ...plain[index]!,
      lines: score.lines.map(({ kind, metric, reached, points }) => ({
        kind,
        metric,
        reached: reached === null ? null : decimal(reached),
        points: decimal(points),
      })),
      fair: { score: decimal(fairly), ...fair[index]! },
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const nameOf = ({ unit }: BoardRow): string => unit?.name ?? '';
  const { first } = board.red;
  const { last } = board.black;
  return {
    name,
    rows,
    red: rows.filter(({ rank }) => rank !== null && rank <= first).map(nameOf),
    black: lastOf(rows, last, cut).map(nameOf),
  };
};

/** The places of a board, as `fixed` says or as everything stands now. */
export const boardPlaces = async (
  office: Office,
  caller: Caller,
  board: Board,
  query: FiguresQuery,
  fixed: Fixed = {},
): Promise<{ readonly asked: Asked; readonly shown: ShownBoard }> => {
  const asked = await figuresAsked(office, caller, { definition: board.definition, ...query }, 'unit', fixed);
  const { definition } = asked.question;
  const figures = await boardFigures(office, board, asked);
  const rows = rowsBy('unit', asked, figures.keys);
  const leagues = leaguesOf(board, rows).map((league) =>
    shownLeague(
      league.name,
      league.rows.map((row) => ({
        row,
        plain: scoreOf(board, figures.plain(row)),
        fair: scoreOf(board, figures.fair(row)).total,
      })),
      board,
      definition.rounding,
      fixed.reading === 'first',
    ),
  );
  const { name, version, title, red, black } = board;
  return {
    asked,
    shown: {
      ...standing(asked),
      board: { name, version, title },
      definition: { name: definition.name, version: definition.version },
      red: red.title,
      black: black.title,
      leagues,
    },
  };
};

/** A board over a period: scores, places and ties, beside those by holding time. Throws Rejected 'board-unknown', and as `figuresAsked`. */
export const showBoard = async (
  office: Office,
  caller: Caller,
  name: string,
  query: FiguresQuery,
): Promise<ShownBoard> => {
  const board = boardNamed(await boardsNow(office), name);
  return (await boardPlaces(office, caller, board, query)).shown;
};
