import { Controller, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { fieldsOf, MATTERS } from '#domain';
import type { Caller } from '#identity';
import { AsOfQuery, MATTER_ROUTES, MatterQuery, pathOf, showMatter, showMatters, type MatterRoute } from '#office';
import { Asker, Route } from '../access/route.ts';
import { GiveMatterCommand } from '../command-bus.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { COMMAND_HEADERS, offer, offerChanging, offerCreating, tagged } from './offer.ts';

/** The routes of every kind of matter, made from the table MATTERS: list, one, and a route a command. */
@Controller('api')
export class MatterController {
  constructor(
    readonly queries: QueryBus,
    readonly bus: CommandBus,
  ) {}
}

for (const matter of Object.values(MATTERS)) {
  const { title } = matter;
  offer(
    MatterController,
    `list ${matter.name}`,
    function (this: MatterController, caller: Caller, query: Record<string, unknown>) {
      return this.queries.execute(new Ask(caller, showMatters, { matter, ...readQuery(MatterQuery, query) }));
    },
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
    MatterController,
    `show ${matter.name}`,
    async function (
      this: MatterController,
      caller: Caller,
      id: string,
      query: Record<string, unknown>,
      response: Response,
    ) {
      const asked = { matter, id, ...readQuery(AsOfQuery, query) };
      return tagged(response, await this.queries.execute(new Ask(caller, showMatter, asked)));
    },
    [Asker(), Param('id'), Query(), Res({ passthrough: true })],
    Route.get(`${pathOf(matter)}/:id`, {
      id: `show-${matter.name}`,
      does: {
        zh: `一件${title.zh}（现状，或某日、某时所知）与可办事项`,
        en: `${title.en} as it stands, or stood, with what may be done`,
      },
      needs: 'see-projects',
      query: AsOfQuery,
      answers: ref('Matter'),
    }),
  );
}

const describe = ({ matter, type, commandClass }: MatterRoute) => ({
  id: type,
  does: (matter.titles as Readonly<Record<string, { zh: string; en: string }>>)[type]!,
  needs: matter.needs[type]!,
  body: commandClass,
  headers: COMMAND_HEADERS,
  answers: ref('MatterAnswer'),
});

for (const route of MATTER_ROUTES) {
  const { matter, type, opens, path } = route;
  if (opens)
    offerCreating(
      MatterController,
      type,
      Route.post(pathOf(matter), { ...describe(route), status: 201, refuses: [409, 503] }),
      (bus, given) => bus.execute(new GiveMatterCommand({ ...given, route, id: null })),
    );
  else
    offerChanging(
      MatterController,
      type,
      Route.post(`${pathOf(matter)}/:id/commands/${path}`, { ...describe(route), refuses: [404, 409, 412, 503] }),
      (bus, given, id) => bus.execute(new GiveMatterCommand({ ...given, route, id })),
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
            needs: matter.needs[type]!,
            fields: fieldsOf(commandClass),
          }),
        ),
      })),
    };
  }
}
