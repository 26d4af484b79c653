import { Controller, Inject, Param, Query } from '@nestjs/common';
import { addDays, dayInShanghai } from '#domain';
import type { Caller } from '#identity';
import { eachProject, forward, holderIn, pausesOf, type Forward } from '#reminders';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import { PROJECT_STREAM, sees } from '../projects/project-aggregate.ts';
import { ProjectDesk } from '../projects/project-desk.ts';
import { SERVICES, type Services } from '../services.ts';
import { ForwardQuery, PausesQuery } from './bodies.ts';

const MOST_PROJECTS = 2_000; // answered; the counts are whole

/** What comes, and what has stood still: deadlines ahead, and the account of each clock's time. */
@Controller('api')
export class ForwardController {
  constructor(@Inject(SERVICES) private readonly services: Services, private readonly desk: ProjectDesk) {}

  @Route.get('forward', { id: 'forward', does: { zh: '今后 30 或 90 天的到期、提醒与将变红的项目', en: 'Due days, notices and projects that turn red in the next 30 or 90 days' }, needs: 'see-projects', query: ForwardQuery, answers: ref('Forward') })
  async forward(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    const { store, rules, organisation, visibleTo, unitNames } = this.services;
    const { days: asked = '30', unit } = readQuery(ForwardQuery, query);
    const days = Number(asked);
    const [now, visible, { tree }, names] = await Promise.all([rules(), visibleTo(caller), organisation(), unitNames()]);
    const units = unit === undefined ? null : names.subtree(unit) ?? [unit];
    const [today, holder] = [this.today(), holderIn(tree)];
    const rows: Forward[] = [];
    const counts = { projects: 0, dues: 0, notices: 0, reds: 0 };
    await eachProject(store, { sees: (project) => project.end === null && sees(visible, project) && (units === null || units.includes(project.owner.unit ?? '')) }, (history) => {
      const ahead = forward(history, now, today, days, holder);
      if (ahead === null) return;
      counts.projects += 1;
      for (const what of ['dues', 'notices', 'reds'] as const) counts[what] += ahead[what].length;
      if (rows.length < MOST_PROJECTS) rows.push(ahead);
    });
    return { from: today, to: addDays(today, days), counts, rows };
  }

  @Route.get('projects/:id/pauses', { id: 'projectPauses', does: { zh: '各项时限的用时账：暂停、已计、剩余', en: 'The account of each clock’s time: pauses, counted so far, left' }, needs: 'see-projects', query: PausesQuery, answers: ref('Pauses') })
  async pauses(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    await this.desk.admit(caller, id);
    const { asOf = this.today() } = readQuery(PausesQuery, query);
    if (asOf !== this.today()) await this.services.looks.record(caller, 'project', id, asOf, undefined);
    return { asOf, clocks: pausesOf(await this.services.store.readStream(PROJECT_STREAM + id), await this.services.rules(), asOf) };
  }

  private today() { return dayInShanghai(this.services.now().toISOString()); }
}
