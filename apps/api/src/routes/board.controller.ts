import { Controller, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { readCommand } from '#domain';
import type { Caller } from '#identity';
import {
  FiguresQuery,
  FreezeBoard,
  PublishBoard,
  questionOf,
  reproduceBoard,
  showBoard,
  showBoards,
  type BoardChange,
  type Given,
} from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveBoardCommand } from '../command-bus.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

const ALL = questionOf((office, _caller, _asked: null) => showBoards(office));
const ONE = questionOf((office, caller, { name, query }: { readonly name: string; readonly query: FiguresQuery }) =>
  showBoard(office, caller, name, query),
);
const FROZEN = questionOf((office, caller, { name, month }: { readonly name: string; readonly month: string }) =>
  reproduceBoard(office, caller, name, month),
);

/** Boards 榜: who scored what in which league, beside the places by holding time; and the months frozen on them. */
@Controller('api/boards')
export class BoardController {
  constructor(
    private readonly queries: QueryBus,
    private readonly bus: CommandBus,
  ) {}

  @Route.get('', {
    id: 'boards',
    does: { zh: '榜单及已定榜的月份', en: 'Boards, and the months frozen on them' },
    needs: 'see-projects',
    answers: ref('Boards'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, ALL, null)));
  }

  @Route.get(':name', {
    id: 'board',
    does: {
      zh: '一个榜单：得分、名次、并列，及按实际包保时间的名次',
      en: 'A board: scores, places, ties, and places by holding time',
    },
    needs: 'see-projects',
    query: FiguresQuery,
    answers: ref('Board'),
  })
  one(@Asker() caller: Caller, @Param('name') name: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, ONE, { name, query: readQuery(FiguresQuery, query) }));
  }

  @Route.get(':name/frozen/:month', {
    id: 'frozenBoard',
    does: {
      zh: '某月已定的榜单，按定榜时重算并核对',
      en: 'The board of a month as it was frozen, computed again and compared',
    },
    needs: 'see-projects',
    answers: ref('FrozenBoard'),
  })
  frozen(@Asker() caller: Caller, @Param('name') name: string, @Param('month') month: string) {
    return this.queries.execute(new Ask(caller, FROZEN, { name, month }));
  }

  @Route.post('', {
    id: 'publishBoard',
    does: { zh: '发布榜单的新版本', en: 'Publish the next version of a board' },
    needs: 'keep-numbers',
    body: PublishBoard,
    headers: COMMAND_HEADERS,
    answers: ref('Boards'),
    refuses: [409, 412],
  })
  publish(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const { board } = readCommand(PublishBoard, given.body);
    return this.give(given, { type: 'PublishBoard', board }, response);
  }

  @Route.post(':name/freeze', {
    id: 'freezeBoard',
    does: { zh: '定榜：某月的名次就此不变', en: 'Freeze the board of a month: its places are then told as they stood' },
    needs: 'keep-numbers',
    body: FreezeBoard,
    headers: COMMAND_HEADERS,
    answers: ref('Boards'),
    refuses: [409, 412],
  })
  freeze(@Giving() given: Given, @Param('name') name: string, @Res({ passthrough: true }) response: Response) {
    const { month } = readCommand(FreezeBoard, given.body);
    return this.give(given, { type: 'FreezeBoard', name, month }, response);
  }

  private async give(given: Given, body: BoardChange, response: Response) {
    await this.bus.execute(new GiveBoardCommand({ ...given, body }));
    return tagged(response, await this.queries.execute(new Ask(given.caller, ALL, null)));
  }
}
