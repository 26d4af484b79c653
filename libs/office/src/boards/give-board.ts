import { createHash } from 'node:crypto';
import {
  boardNamed,
  freezeBoard,
  lastDayOf,
  publishBoard,
  rejectBoard,
  whyNotFreezable,
  type BoardEvent,
  type Boards,
  type FrozenBoard,
  type IsoDate,
} from '#domain';
import { canonical } from '#event-store';
import type { Caller } from '#identity';
import { admitBureau } from '../admit.ts';
import { commandKey } from '../command-key.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import type { Office } from '../office.ts';
import { OPERATOR } from '../operator.ts';
import { refused } from '../refusals.ts';
import { checkBoardNames } from './board-names.ts';
import { boardPlaces, boardsNow, type ShownBoard } from './show-board.ts';

/** What somebody does to boards. */
export type BoardChange =
  | { readonly type: 'PublishBoard'; readonly board: unknown }
  | { readonly type: 'FreezeBoard'; readonly name: string; readonly month: string };

export interface GivenToBoard extends Given {
  readonly body: BoardChange;
}

const hashOf = ({ board, definition, leagues }: ShownBoard): string =>
  createHash('sha256').update(canonical({ board, definition, leagues })).digest('hex');

/** A month's board as it stands now, for everybody who sees any of it. */
const frozenNow = async (office: Office, boards: Boards, name: string, month: string): Promise<FrozenBoard> => {
  const board = boardNamed(boards, name);
  const { shown } = await boardPlaces(office, OPERATOR, board, { period: month, asOf: lastDayOf(month) });
  const { definition, position, asOf } = shown;
  const { version } = board;
  const hash = hashOf(shown);
  return { name, version, month, position: String(position), asOf, definition, hash, edition: 2 };
};

/** Places cost a table, so they are taken only for a month that can be frozen: a repeated command is answered without. */
const toFreeze = async (
  office: Office,
  boards: Boards,
  { name, month }: Extract<BoardChange, { type: 'FreezeBoard' }>,
  today: IsoDate,
): Promise<FrozenBoard | null> =>
  whyNotFreezable(boards, name, month, today) === null ? frozenNow(office, boards, name, month) : null;

/** Publishes the next version of a board, or freezes it for a month: places are then told as they stood. */
export const giveBoard = async (office: Office, given: GivenToBoard): Promise<Answer> => {
  const { caller, body, key, ifVersion } = given;
  admitBureau(caller);
  const today = office.today();
  if (body.type === 'PublishBoard') await checkBoardNames(office, body.board);
  const standing = await boardsNow(office);
  const frozen = body.type === 'FreezeBoard' ? await toFreeze(office, standing, body, today) : null;
  const decide = (boards: Boards): readonly BoardEvent[] => {
    if (body.type === 'PublishBoard') return publishBoard(body.board, boards, today);
    const { name, month } = body;
    if (frozen === null)
      return rejectBoard(whyNotFreezable(boards, name, month, today) ?? 'board-frozen-already', 'month');
    return freezeBoard(boards, frozen, today);
  };
  return answerOf(
    await office.boards.handle(
      { actor: actorOf(caller), key: commandKey(caller.account, key, body.type, body), decide },
      ifVersion,
    ),
  );
};

/** A frozen board told again. `same`: whether it is what was frozen, place by place. */
export interface Reproduced {
  readonly frozen: FrozenBoard;
  readonly same: boolean;
  readonly shown: ShownBoard;
}

/**
 * The board of a month as it was frozen: by its versions, on what was known then. Who sees only some projects is told the places
 * that those make, which are then not the frozen ones. Throws Rejected 'board-unknown' and 'board-not-frozen'.
 */
export const reproduceBoard = async (
  office: Office,
  caller: Caller,
  name: string,
  month: string,
): Promise<Reproduced> => {
  const boards = await boardsNow(office);
  const frozen = boards.frozen.find((one) => one.name === name && one.month === month);
  boardNamed(boards, name);
  if (frozen === undefined) throw refused('board-not-frozen', 'month');
  const { definition, asOf, position, version, edition } = frozen;
  const query = { period: month, asOf, definition: `${definition.name}@${definition.version}` };
  const board = boardNamed(boards, name, version);
  const fixed = { at: BigInt(position), ...(edition === undefined ? { reading: 'first' as const } : {}) };
  const { shown } = await boardPlaces(office, caller, board, query, fixed);
  return { frozen, same: hashOf(shown) === frozen.hash, shown };
};
