import type { Command } from 'commander';
import { readCommand } from '#domain';
import {
  FiguresQuery,
  FreezeBoard,
  freshKey,
  giveBoard,
  OPERATOR,
  reproduceBoard,
  showBoard,
  showBoards,
  upToDate,
  type BoardChange,
  type OpenOffice,
  type ShownBoard,
} from '#office';
import { readJson } from '../json-file.ts';
import type { Options } from '../output.ts';
import { print } from './figure-words.ts';
import { askedOf, type Commands } from '../command-line.ts';

const listBoards = async (office: OpenOffice, options: Options): Promise<void> => {
  const found = await showBoards(office);
  print(options, found, () => [
    ...found.boards.map(({ name, version, title }) => [`${name}@${version}`, title[options.lang]]),
    ...found.frozen.map(({ name, version, month, hash }) => [`${name}@${version}`, month, hash.slice(0, 16)]),
  ]);
};

const rowsOf = ({ leagues }: ShownBoard): readonly (readonly string[])[] =>
  leagues.flatMap(({ name, rows }) =>
    rows.map(({ rank, tied, unit, score, fair }) => [
      name ?? '',
      rank === null ? '' : `${rank}${tied ? '=' : ''}`,
      unit?.name ?? '',
      score,
      fair.rank === null ? '' : `(${fair.rank}${fair.tied ? '=' : ''} ${fair.score})`,
    ]),
  );

const give = async (office: OpenOffice, body: BoardChange, options: Options): Promise<void> => {
  await upToDate(office);
  await giveBoard(office, { caller: OPERATOR, body, key: freshKey(), ifVersion: null });
  await listBoards(office, options);
};

/** `board list`, `show`, `publish`, `freeze` and `frozen`. */
export const offerBoards = ({ group, working, optionsOf }: Commands): void => {
  const board = group('board', 'who scored what, in which league');
  board('list', 'boards, and the months frozen on them').action((_asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => listBoards(office, optionsOf(self))),
  );
  board('show <name>', 'scores, places and ties, and in brackets the places by holding time')
    .requiredOption('--period <period>')
    .option('--as-of <day>')
    .option('--as-known <instant>')
    .action((name: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), async (office) => {
        await upToDate(office);
        const found = await showBoard(office, OPERATOR, name, readCommand(FiguresQuery, askedOf(self)));
        print(optionsOf(self), found, () => rowsOf(found));
      }),
    );
  board('publish <file>', 'publish the next version of a board from a JSON file').action(
    (file: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), async (office) =>
        give(office, { type: 'PublishBoard', board: await readJson(file) }, optionsOf(self)),
      ),
  );
  board('freeze <name> <month>', 'the places of a month, told from now on as they stand').action(
    (name: string, month: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) =>
        give(office, { type: 'FreezeBoard', name, ...readCommand(FreezeBoard, { month }) }, optionsOf(self)),
      ),
  );
  board('frozen <name> <month>', 'a frozen board, computed again and compared').action(
    (name: string, month: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), async (office) => {
        await upToDate(office);
        const found = await reproduceBoard(office, OPERATOR, name, month);
        print(optionsOf(self), found, () => rowsOf(found.shown));
        if (!found.same) process.exitCode = 1;
      }),
  );
};
