import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { fieldsOf, type ProjectCommandType } from '#domain';
import { COMMAND_NEEDS, type Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import { CHANGING, commandClassOf, CREATING, kebab } from '../../../../libs/office/src/projects/project-commands.ts';
import { ProjectDesk, type CommandAnswer, type CommandHeaders } from '../../../../libs/office/src/projects/project-desk.ts';
import { AsOfQuery, HistoryQuery } from '../../../../libs/office/src/projects/queries.ts';
import { COMMAND_SENTENCES } from '../../../../libs/office/src/projects/sentences.ts';

const HEADERS = {
  'Idempotency-Key': 'Given twice, a command acts once and answers the same · 幂等键',
  'If-Match': 'The version you have seen; 412 where the project has moved on · 版本号',
};
const tagged = (response: Response, answer: CommandAnswer): CommandAnswer => {
  response.setHeader('ETag', `"${answer.version}"`);
  return answer;
};

@Controller('api/projects')
export class ProjectController {
  constructor(private readonly desk: ProjectDesk) {}

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
    const view = await this.desk.show(caller, id, readQuery(AsOfQuery, query));
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }

  @Route.get(':id/history', {
    id: 'projectHistory',
    does: { zh: '项目全部记录', en: 'Every record of a project' },
    needs: 'see-projects',
    query: HistoryQuery,
    answers: ref('History'),
  })
  history(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.desk.history(caller, id, readQuery(HistoryQuery, query).asKnown);
  }

  @Route.get(':id/explain', {
    id: 'explainProject',
    does: { zh: '为什么是这个颜色', en: 'Why it has its colour' },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Explanation'),
  })
  explain(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.desk.explain(caller, id, readQuery(AsOfQuery, query));
  }
}

interface Commands {
  readonly desk: ProjectDesk;
}
type Method = (this: Commands, caller: Caller, ...rest: never[]) => Promise<CommandAnswer>;

/** One route a command, made from the table of commands: `POST /api/projects/{id}/commands/sign-contract` takes a SignContract. */
@Controller('api/projects')
export class ProjectCommandController {
  constructor(readonly desk: ProjectDesk) {}
}

const offer = (
  name: string,
  method: Method,
  parameters: readonly ParameterDecorator[],
  route: MethodDecorator,
): void => {
  const prototype = ProjectCommandController.prototype as unknown as Record<string, unknown>;
  prototype[name] = method;
  Reflect.defineMetadata(
    'design:paramtypes',
    parameters.map(() => Object),
    prototype,
    name,
  );
  parameters.forEach((decorate, index) => {
    decorate(prototype, name, index);
  });
  route(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
};

const describe = (type: ProjectCommandType, refuses: readonly number[]) => ({
  id: type,
  does: COMMAND_SENTENCES[type],
  needs: COMMAND_NEEDS[type],
  body: commandClassOf(type),
  headers: HEADERS,
  answers: ref('CommandAnswer'),
  refuses: [409, 503, ...refuses],
});

for (const type of CREATING)
  offer(
    type,
    function (this: Commands, caller: Caller, body: unknown, headers: CommandHeaders, response: Response) {
      return this.desk.create(caller, type, body, headers).then((answer) => tagged(response, answer));
    } as Method,
    [Asker(), Body(), Headers(), Res({ passthrough: true })],
    Route.post(type === 'RegisterLead' ? '' : `commands/${kebab(type)}`, { ...describe(type, []), status: 201 }),
  );

for (const type of CHANGING)
  offer(
    type,
    function (this: Commands, caller: Caller, id: string, body: unknown, headers: CommandHeaders, response: Response) {
      return this.desk.give(caller, type, id, body, headers).then((answer) => tagged(response, answer));
    } as Method,
    [Asker(), Param('id'), Body(), Headers(), Res({ passthrough: true })],
    Route.post(`:id/commands/${kebab(type)}`, describe(type, [404, 412])),
  );

/** The commands with their fields, as forms need them. */
@Controller('api/commands')
export class CommandCatalogueController {
  @Route.get('', {
    id: 'commandCatalogue',
    does: { zh: '全部命令与其表单字段', en: 'All commands with the fields of their forms' },
    needs: 'signed-in',
    answers: ref('CommandCatalogue'),
  })
  all() {
    return {
      commands: [...CREATING, ...CHANGING].map((type) => ({
        type,
        path: kebab(type),
        title: COMMAND_SENTENCES[type],
        needs: COMMAND_NEEDS[type],
        creates: CREATING.includes(type),
        fields: fieldsOf(commandClassOf(type)),
      })),
    };
  }
}
