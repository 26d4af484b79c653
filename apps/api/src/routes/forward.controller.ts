import { Controller, Inject, Param, Query } from '@nestjs/common';
import { dayInShanghai } from '#domain';
import type { Caller } from '#identity';
import { pausesOf } from '#reminders';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import { PROJECT_STREAM } from '../../../../libs/office/src/projects/project-aggregate.ts';
import { ProjectDesk } from '../../../../libs/office/src/projects/project-desk.ts';
import { SERVICES, type Services } from '../../../../libs/office/src/office.ts';
import { ForwardQuery, PausesQuery } from '../../../../libs/office/src/policy/bodies.ts';
import { ForwardDesk } from '../../../../libs/office/src/policy/forward-desk.ts';

/** What comes, and what has stood still: deadlines ahead, and the account of each clock's time. */
@Controller('api')
export class ForwardController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly desk: ProjectDesk,
    private readonly ahead: ForwardDesk,
  ) {}

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
    return this.ahead.look(caller, readQuery(ForwardQuery, query), this.today());
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
  async pauses(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    await this.desk.admit(caller, id);
    const { asOf = this.today() } = readQuery(PausesQuery, query);
    if (asOf !== this.today()) await this.services.looks.record(caller, 'project', id, asOf, undefined);
    return {
      asOf,
      clocks: pausesOf(await this.services.store.readStream(PROJECT_STREAM + id), await this.services.rules(), asOf),
    };
  }

  private today() {
    return dayInShanghai(this.services.now().toISOString());
  }
}
