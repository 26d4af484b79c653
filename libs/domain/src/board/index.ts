export { BOARDS, boardNamed, checkFreezable, foldBoards, publishBoard, type Boards } from './boards.ts';
export type { Board, BoardEvent, FrozenBoard, League } from './events.ts';
export { readBoard } from './read-board.ts';
export { BOARD_REJECTIONS, type BoardRejectionCode } from './rejections.ts';
export { placesOf, scoreOf, type Reached, type Score, type ScoreLine } from './score.ts';
