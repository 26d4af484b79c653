import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { readCommand } from '#domain';
import type { Caller } from '#identity';
import { PublishLayout, showLayouts, type Given, type LayoutChange } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveLayoutCommand } from '../command-bus.ts';
import { ref } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

/** Forms of the bureau’s own in which lists leave as workbooks: its headers, its order, its units. */
@Controller('api/layouts')
export class LayoutController {
  constructor(
    private readonly bus: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'layouts',
    does: { zh: '本局的导出版式', en: 'The bureau’s own layouts of exports' },
    needs: 'see-projects',
    answers: ref('Layouts'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, showLayouts, {})));
  }

  @Route.post('', {
    id: 'publishLayout',
    does: { zh: '发布导出版式，替换同名的', en: 'Publish a layout of exports, in place of the one of its name' },
    needs: 'keep-numbers',
    body: PublishLayout,
    headers: COMMAND_HEADERS,
    answers: ref('Layouts'),
    refuses: [412],
  })
  publish(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const { layout } = readCommand(PublishLayout, given.body);
    return this.give(given, { type: 'PublishLayout', layout }, response);
  }

  @Route.delete(':name', {
    id: 'removeLayout',
    does: { zh: '删除导出版式', en: 'Remove a layout of exports' },
    needs: 'keep-numbers',
    headers: COMMAND_HEADERS,
    answers: ref('Layouts'),
    refuses: [412],
  })
  remove(@Giving() given: Given, @Param('name') name: string, @Res({ passthrough: true }) response: Response) {
    return this.give(given, { type: 'RemoveLayout', name }, response);
  }

  private async give(given: Given, body: LayoutChange, response: Response) {
    await this.bus.execute(new GiveLayoutCommand({ ...given, body }));
    return this.all(given.caller, response);
  }
}
