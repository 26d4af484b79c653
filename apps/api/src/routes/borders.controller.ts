import { Controller, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { readCommand } from '#domain';
import type { Caller } from '#identity';
import { DrawBorders, showBorders, type BordersChange, type Given } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveBordersCommand } from '../command-bus.ts';
import { ref } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

/** The borders of the bureau’s regions, for its map: its own file, kept here, so that the map needs no internet. */
@Controller('api/borders')
export class BordersController {
  constructor(
    private readonly bus: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'borders',
    does: { zh: '区域边界', en: 'The borders of the regions' },
    needs: 'see-projects',
    answers: ref('Borders'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, showBorders, {})));
  }

  @Route.put('', {
    id: 'drawBorders',
    does: {
      zh: '导入区域边界（GeoJSON），替换原有的',
      en: 'Import borders of regions (GeoJSON) in place of those before',
    },
    needs: 'keep-organisation',
    body: DrawBorders,
    headers: COMMAND_HEADERS,
    answers: ref('Borders'),
    refuses: [412, 413],
  })
  draw(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const { geojson } = readCommand(DrawBorders, given.body);
    return this.give(given, { type: 'DrawBorders', geojson }, response);
  }

  @Route.delete('', {
    id: 'removeBorders',
    does: { zh: '移除区域边界', en: 'Remove the borders of regions' },
    needs: 'keep-organisation',
    headers: COMMAND_HEADERS,
    answers: ref('Borders'),
    refuses: [412, 422],
  })
  remove(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, { type: 'RemoveBorders' }, response);
  }

  private async give(given: Given, body: BordersChange, response: Response) {
    await this.bus.execute(new GiveBordersCommand({ ...given, body }));
    return this.all(given.caller, response);
  }
}
