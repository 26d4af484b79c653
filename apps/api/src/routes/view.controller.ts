import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { readCommand } from '#domain';
import type { Caller } from '#identity';
import { SaveView, showViews, type ViewChange, type Given } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveViewCommand } from '../command-bus.ts';
import { ref } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

/** Views of lists: a list narrowed, ordered and shown as somebody wants to find it again, alone or with others. */
@Controller('api/views')
export class ViewController {
  constructor(
    private readonly bus: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'views',
    does: { zh: '我能看到的清单视图', en: 'Saved views of lists: own, shared by the unit, shared with all' },
    needs: 'see-projects',
    answers: ref('Views'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, showViews, {})));
  }

  @Route.post('', {
    id: 'saveView',
    does: { zh: '保存或修改清单视图', en: 'Save a view of a list, or change an own one' },
    needs: 'see-projects',
    body: SaveView,
    headers: COMMAND_HEADERS,
    answers: ref('Views'),
    refuses: [404, 412],
  })
  save(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, { type: 'SaveView', save: readCommand(SaveView, given.body) }, response);
  }

  @Route.delete(':view', {
    id: 'removeView',
    does: { zh: '删除清单视图', en: 'Remove a view of a list' },
    needs: 'see-projects',
    headers: COMMAND_HEADERS,
    answers: ref('Views'),
    refuses: [412, 422],
  })
  remove(@Giving() given: Given, @Param('view') view: string, @Res({ passthrough: true }) response: Response) {
    return this.give(given, { type: 'RemoveView', view }, response);
  }

  private async give(given: Given, body: ViewChange, response: Response) {
    await this.bus.execute(new GiveViewCommand({ ...given, body }));
    return this.all(given.caller, response);
  }
}
