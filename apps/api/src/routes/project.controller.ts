import { Controller, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import {
  aboutCommand,
  COMMAND_WORDS,
  commandForm,
  CORRECTABLE_FACTS,
  correctionForm,
  type ProjectCommandType,
} from '#domain';
import { COMMAND_NEEDS, type Caller } from '#identity';
import {
  AsOfQuery,
  CHANGING,
  commandClassOf,
  CREATING,
  explainProject,
  HistoryQuery,
  kebab,
  projectHistory,
  showProject,
} from '#office';
import { Asker, Route } from '../access/route.ts';
import { GiveProjectCommand } from '../command-bus.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { COMMAND_HEADERS, offerChanging, offerCreating, tagged } from './offer.ts';

@Controller('api/projects')
export class ProjectController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get(':id', {
    id: 'showProject',
    does: {
      zh: '项目现状（或某日、某时所知）与可办事项',
      en: 'A project as it stands, or stood, and what may be done',
    },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Project'),
  })
  async show(
    @Asker() caller: Caller,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(
      response,
      await this.queries.execute(new Ask(caller, showProject, { id, ...readQuery(AsOfQuery, query) })),
    );
  }

  @Route.get(':id/history', {
    id: 'projectHistory',
    does: { zh: '项目全部记录', en: 'Every record of a project' },
    needs: 'see-projects',
    query: HistoryQuery,
    answers: ref('History'),
  })
  history(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, projectHistory, { id, ...readQuery(HistoryQuery, query) }));
  }

  @Route.get(':id/explain', {
    id: 'explainProject',
    does: { zh: '为什么是这个颜色', en: 'Why it has its colour' },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Explanation'),
    refuses: [409],
  })
  explain(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, explainProject, { id, ...readQuery(AsOfQuery, query) }));
  }
}

/** One route a command, made from the table of commands: `POST /api/projects/{id}/commands/sign-contract` takes a SignContract. */
@Controller('api/projects')
export class ProjectCommandController {
  constructor(readonly bus: CommandBus) {}
}

const describe = (type: ProjectCommandType, refuses: readonly number[]) => ({
  id: type,
  does: COMMAND_WORDS[type],
  needs: COMMAND_NEEDS[type],
  body: commandClassOf(type),
  headers: COMMAND_HEADERS,
  answers: ref('CommandAnswer'),
  refuses: [409, 503, ...refuses],
});

for (const type of CREATING)
  offerCreating(
    ProjectCommandController,
    type,
    Route.post(type === 'RegisterLead' ? '' : `commands/${kebab(type)}`, { ...describe(type, []), status: 201 }),
    (bus, given) => bus.execute(new GiveProjectCommand({ ...given, type, project: null })),
  );

for (const type of CHANGING)
  offerChanging(
    ProjectCommandController,
    type,
    Route.post(`:id/commands/${kebab(type)}`, describe(type, [404, 412])),
    (bus, given, project) => bus.execute(new GiveProjectCommand({ ...given, type, project })),
  );

const stageOf = (type: ProjectCommandType) => {
  const { stage } = aboutCommand(type);
  return stage === undefined ? {} : { stage };
};

/** The commands with their fields, and what can be corrected of each fact, as forms need them. */
@Controller('api/commands')
export class CommandCatalogueController {
  @Route.get('', {
    id: 'commandCatalogue',
    does: {
      zh: '全部命令与其表单字段，各类记录可更正的字段',
      en: 'All commands with the fields of their forms, and of each fact those that can be corrected',
    },
    needs: 'signed-in',
    answers: ref('CommandCatalogue'),
  })
  all() {
    return {
      commands: [...CREATING, ...CHANGING].map((type) => ({
        type,
        path: kebab(type),
        title: COMMAND_WORDS[type],
        needs: COMMAND_NEEDS[type],
        creates: CREATING.includes(type),
        ...stageOf(type),
        fields: commandForm(type),
      })),
      facts: CORRECTABLE_FACTS.map((type) => ({ type, fields: correctionForm(type) })),
    };
  }
}
