import { Body, Controller, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { readCommand } from '#domain';
import type { Caller } from '#identity';
import {
  DraftDefinition,
  PublishDefinition,
  questionOf,
  replayDefinition,
  ReplayDefinition,
  showDefinition,
  showDefinitions,
  type DefinitionChange,
  type Given,
} from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveDefinitionCommand } from '../command-bus.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

const draftNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0); // 0: no draft has it

const ALL = questionOf((office, _caller, _asked: null) => showDefinitions(office));
const ONE = questionOf((office, _caller, name: string) => showDefinition(office, name));

/** Statistical scopes: looked at by all who see projects; drafted, replayed and published by who keeps the numbers. */
@Controller('api/definitions')
export class DefinitionController {
  constructor(
    private readonly queries: QueryBus,
    private readonly bus: CommandBus,
  ) {}

  @Route.get('', {
    id: 'definitions',
    does: { zh: '统计口径各版本与草案', en: 'Definitions with their versions, and drafts' },
    needs: 'see-projects',
    answers: ref('Definitions'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, ALL, null)));
  }

  @Route.get(':name', {
    id: 'definition',
    does: { zh: '一个口径（名称，或 名称@版本）', en: 'A definition: its name, or name@version' },
    needs: 'see-projects',
    answers: ref('Definition'),
  })
  one(@Asker() caller: Caller, @Param('name') name: string) {
    return this.queries.execute(new Ask(caller, ONE, name));
  }

  @Route.post('', {
    id: 'publishDefinition',
    does: { zh: '发布口径的新版本', en: 'Publish the next version of a definition' },
    needs: 'keep-numbers',
    body: PublishDefinition,
    headers: COMMAND_HEADERS,
    answers: ref('DefinitionAnswer'),
    refuses: [409, 412],
  })
  publish(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const { definition } = readCommand(PublishDefinition, given.body);
    return this.give(given, { type: 'PublishDefinition', definition }, response);
  }

  @Route.post('drafts', {
    id: 'draftDefinition',
    does: { zh: '起草口径（不生效）', en: 'Draft a definition; it counts for nothing yet' },
    needs: 'keep-numbers',
    body: DraftDefinition,
    headers: COMMAND_HEADERS,
    status: 201,
    answers: ref('DefinitionAnswer'),
    refuses: [409, 412],
  })
  draft(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const { definition, note } = readCommand(DraftDefinition, given.body);
    return this.give(given, { type: 'DraftDefinition', definition, note }, response);
  }

  @Route.post('drafts/:draft/publish', {
    id: 'publishDefinitionDraft',
    does: { zh: '发布口径草案', en: 'Publish a draft as the next version of its name' },
    needs: 'keep-numbers',
    headers: COMMAND_HEADERS,
    answers: ref('DefinitionAnswer'),
    refuses: [409, 412, 422],
  })
  publishDraft(@Giving() given: Given, @Param('draft') draft: string, @Res({ passthrough: true }) response: Response) {
    return this.give(given, { type: 'PublishDefinitionDraft', draft: draftNumber(draft) }, response);
  }

  @Route.post('replay', {
    id: 'replayDefinition',
    does: {
      zh: '推演口径：哪些数字会变',
      en: 'Which figures of a period a definition would change, before it is published',
    },
    needs: 'keep-numbers',
    body: ReplayDefinition,
    answers: ref('DefinitionReplay'),
    refuses: [404],
  })
  replay(@Asker() caller: Caller, @Body() body: unknown) {
    return this.queries.execute(new Ask(caller, questionOf(replayDefinition), readCommand(ReplayDefinition, body)));
  }

  private async give(given: Given, body: DefinitionChange, response: Response) {
    return tagged(response, await this.bus.execute(new GiveDefinitionCommand({ ...given, body })));
  }
}
