import type { IsoDate } from '../dates.ts';
import { lastDayOf } from '../period/period.ts';
import type { Board, BoardEvent, FrozenBoard } from './events.ts';
import { readBoard } from './read-board.ts';
import { rejectBoard, type BoardRejectionCode } from './rejections.ts';

/** All boards in one stream: they are few. */
export const BOARDS = 'boards';

export interface Boards {
  readonly published: readonly Board[]; // every version, in order
  readonly frozen: readonly FrozenBoard[];
}

export const foldBoards = (events: readonly BoardEvent[]): Boards => ({
  published: events.flatMap((event) => (event.type === 'BoardPublished' ? [event.data.board] : [])),
  frozen: events.flatMap((event) => (event.type === 'BoardFrozen' ? [event.data] : [])),
});

/** The latest version of a name, or that version; throws Rejected 'board-unknown'. */
export const boardNamed = ({ published }: Boards, name: string, version?: number): Board =>
  published.findLast((one) => one.name === name && (version === undefined || one.version === version)) ??
  rejectBoard('board-unknown', 'name');

const contentOf = ({ version: _version, ...document }: Board): Omit<Board, 'version'> => readBoard(document);

/** A document as the next version of its name; none where it says nothing new. Throws Rejected 'board-invalid'. */
export const publishBoard = (document: unknown, { published }: Boards, today: IsoDate): readonly BoardEvent[] => {
  const read = readBoard(document);
  const before = published.findLast(({ name }) => name === read.name);
  const board: Board = { ...read, version: (before?.version ?? 0) + 1 };
  const same = before !== undefined && JSON.stringify(contentOf(before)) === JSON.stringify(read);
  return same ? [] : [{ type: 'BoardPublished', occurredOn: today, data: { board } }];
};

/** Why a board of a month may not be frozen: the month is not over, or it was frozen before; null where it may. */
export const whyNotFreezable = (
  { frozen }: Boards,
  name: string,
  month: string,
  today: IsoDate,
): BoardRejectionCode | null => {
  if (lastDayOf(month) >= today) return 'board-month-not-over';
  return frozen.some((one) => one.name === name && one.month === month) ? 'board-frozen-already' : null;
};

/** The month's board becomes a fact. Throws Rejected where it may not be frozen. */
export const freezeBoard = (boards: Boards, frozen: FrozenBoard, today: IsoDate): readonly BoardEvent[] => {
  const why = whyNotFreezable(boards, frozen.name, frozen.month, today);
  return why === null ? [{ type: 'BoardFrozen', occurredOn: today, data: frozen }] : rejectBoard(why, 'month');
};
