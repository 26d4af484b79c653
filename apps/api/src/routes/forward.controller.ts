import { Controller, Inject, Param, Query } from '@nestjs/common';
import type { Caller } from '#identity';
import { comingUp, ForwardQuery, PausesQuery, projectPauses, type Office } from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { OFFICE } from '../office-token.ts';
import { ref } from '../openapi/schema.ts';

/** What comes, and what has stood still: deadlines ahead, and the account of each clock's time. */
@Controller('api')
export class ForwardController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

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
    return comingUp(this.office, caller, readQuery(ForwardQuery, query));
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
  })
  pauses(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return projectPauses(this.office, caller, id, readQuery(PausesQuery, query));
  }
}
