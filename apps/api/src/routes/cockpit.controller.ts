import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '#identity';
import { CockpitQuery, showCockpit } from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';

@Controller('api')
export class CockpitController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('cockpit', {
    id: 'cockpit',
    does: {
      zh: '驾驶舱：五色、五份清单、签约未开工、临期、转化、逐月',
      en: 'The cockpit: five colours, five lists, the backlog, what is nearly due, conversion, months',
    },
    needs: 'see-projects',
    query: CockpitQuery,
    answers: ref('Cockpit'),
  })
  cockpit(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showCockpit, readQuery(CockpitQuery, query)));
  }
}
