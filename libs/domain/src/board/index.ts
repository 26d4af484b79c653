export { BOARDS, boardNamed, foldBoards, freezeBoard, publishBoard, whyNotFreezable, type Boards } from './boards.ts';
export type { Board, BoardEvent, FrozenBoard, League } from './events.ts';
export { readBoard } from './read-board.ts';
export { rejectBoard, type BoardRejectionCode } from './rejections.ts';
export { placesOf, scoreOf, type Reached, type Score } from './score.ts';
