import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { fieldsOf, MATTERS } from '#domain';
import { matterNeeds, type Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import type { CommandHeaders } from '../../../../libs/office/src/projects/project-desk.ts';
import { MATTER_ROUTES, pathOf } from '../../../../libs/office/src/matters/matter-commands.ts';
import { MatterDesk, type MatterAnswer } from '../../../../libs/office/src/matters/matter-desk.ts';
import { MatterQuery } from '../../../../libs/office/src/matters/queries.ts';

interface Routes {
  readonly desk: MatterDesk;
}
type Method = (this: Routes, ...given: never[]) => Promise<object>;

/** The routes of every kind of matter, made from the table MATTERS: list, one, and a route a command. */
@Controller('api')
export class MatterController {
  constructor(readonly desk: MatterDesk) {}
}

const offer = (
  name: string,
  method: Method,
  parameters: readonly ParameterDecorator[],
  route: MethodDecorator,
): void => {
  const prototype = MatterController.prototype as unknown as Record<string, unknown>;
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

const HEADERS = {
  'Idempotency-Key': 'Given twice, a command acts once and answers the same · 幂等键',
  'If-Match': 'The version you have seen; 412 where the matter has moved on · 版本号',
};
const tagged = (response: Response, answer: MatterAnswer): MatterAnswer => {
  response.setHeader('ETag', `"${answer.version}"`);
  return answer;
};

for (const matter of Object.values(MATTERS)) {
  const { title } = matter;
  offer(
    `list ${matter.name}`,
    function (this: Routes, caller: Caller, query: Record<string, unknown>) {
      return this.desk.list(caller, matter, readQuery(MatterQuery, query));
    } as Method,
    [Asker(), Query()],
    Route.get(pathOf(matter), {
      id: `list-${matter.name}`,
      does: { zh: `${title.zh}：未办结在前，先到期者先列`, en: `${title.en}: open ones first, the earliest due first` },
      needs: 'see-projects',
      query: MatterQuery,
      answers: ref('Matters'),
    }),
  );
  offer(
    `show ${matter.name}`,
    async function (this: Routes, caller: Caller, id: string, response: Response) {
      const shown = await this.desk.show(caller, matter, id);
      response.setHeader('ETag', `"${shown.version}"`);
      return shown;
    } as Method,
    [Asker(), Param('id'), Res({ passthrough: true })],
    Route.get(`${pathOf(matter)}/:id`, {
      id: `show-${matter.name}`,
      does: { zh: `一件${title.zh}与可办事项`, en: `${title.en}, with what may be done` },
      needs: 'see-projects',
      answers: ref('Matter'),
    }),
  );
}

for (const route of MATTER_ROUTES) {
  const { matter, type, commandClass, opens, path } = route;
  const description = {
    id: type,
    does: (matter.titles as Readonly<Record<string, { zh: string; en: string }>>)[type]!,
    needs: matterNeeds(type),
    body: commandClass,
    headers: HEADERS,
    answers: ref('MatterAnswer'),
  };
  if (opens)
    offer(
      type,
      function (this: Routes, caller: Caller, body: unknown, headers: CommandHeaders, response: Response) {
        return this.desk.open(caller, route, body, headers).then((answer) => tagged(response, answer));
      } as Method,
      [Asker(), Body(), Headers(), Res({ passthrough: true })],
      Route.post(pathOf(matter), { ...description, status: 201, refuses: [409, 503] }),
    );
  else
    offer(
      type,
      function (this: Routes, caller: Caller, id: string, body: unknown, headers: CommandHeaders, response: Response) {
        return this.desk.give(caller, route, id, body, headers).then((answer) => tagged(response, answer));
      } as Method,
      [Asker(), Param('id'), Body(), Headers(), Res({ passthrough: true })],
      Route.post(`${pathOf(matter)}/:id/commands/${path}`, { ...description, refuses: [404, 409, 412, 503] }),
    );
}

/** The kinds of matters with their states and the forms of their commands. */
@Controller('api/matters')
export class MatterCatalogueController {
  @Route.get('', {
    id: 'matterCatalogue',
    does: { zh: '全部事项种类、状态与表单', en: 'All kinds of matters with their states and forms' },
    needs: 'signed-in',
    answers: ref('MatterCatalogue'),
  })
  all() {
    return {
      matters: Object.values(MATTERS).map((matter) => ({
        name: matter.name,
        path: pathOf(matter),
        title: matter.title,
        states: matter.states,
        commands: MATTER_ROUTES.filter((route) => route.matter === matter).map(
          ({ type, path, opens, commandClass }) => ({
            type,
            path,
            opens,
            title: (matter.titles as Readonly<Record<string, object>>)[type],
            needs: matterNeeds(type),
            fields: fieldsOf(commandClass),
          }),
        ),
      })),
    };
  }
}
