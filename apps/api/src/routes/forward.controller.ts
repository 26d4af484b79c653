import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '#identity';
import { showComing, ForwardQuery, PausesQuery, projectPauses } from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';

/** What comes, and what has stood still: deadlines ahead, and the account of each clock's time. */
@Controller('api')
export class ForwardController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('forward', {
    id: 'forward',
    does: {
      zh: '今后 30 或 90 天的到期、提醒与将变红的项目',
      en: 'Due days, notices and projects that turn red in the next 30 or 90 days',
    },
    needs: 'see-projects',
    query: ForwardQuery,
    answers: ref('Forward'),
  })
  forward(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showComing, readQuery(ForwardQuery, query)));
  }

  @Route.get('projects/:id/pauses', {
    id: 'projectPauses',
    does: {
      zh: '各项时限的用时账：暂停、已计、剩余',
      en: 'The account of each clock’s time: pauses, counted so far, left',
    },
    needs: 'see-projects',
    query: PausesQuery,
    answers: ref('Pauses'),
    refuses: [409],
  })
  pauses(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, projectPauses, { id, ...readQuery(PausesQuery, query) }));
  }
}
