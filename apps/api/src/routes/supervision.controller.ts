import { Controller, Inject, Param, Query } from '@nestjs/common';
import { addDays, dayInShanghai, MATTERS, Rejected, REJECTIONS, type IsoDate } from '#domain';
import type { Caller } from '#identity';
import { leadersOf, projectChecklist, projectsOfUnits } from '#projections';
import { Asker, Route } from '../access/route.ts';
import { HttpRefused } from '../../../../libs/office/src/refusals.ts';
import { readQuery } from '../http/body.ts';
import { MatterDesk } from '../../../../libs/office/src/matters/matter-desk.ts';
import { ref } from '../openapi/schema.ts';
import { ProjectDesk } from '../../../../libs/office/src/projects/project-desk.ts';
import { AsOfQuery } from '../../../../libs/office/src/projects/queries.ts';
import { SERVICES, type Services } from '../../../../libs/office/src/office.ts';
import { changesSince, meetingChanges } from '../../../../libs/office/src/supervision/changes.ts';
import { LeaderQuery, PageQuery } from '../../../../libs/office/src/supervision/queries.ts';

const MOST_PROJECTS = 200; // of one leader, for one answer

@Controller('api')
export class SupervisionController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly projects: ProjectDesk,
    private readonly matters: MatterDesk,
  ) {}

  @Route.get('projects/:id/checklist', {
    id: 'projectChecklist',
    does: {
      zh: '项目督办清单：事实能说明的不手工打勾',
      en: 'A project’s checklist: never ticked by hand where an event can tell',
    },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Checklist'),
  })
  async checklist(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    const { asOf } = readQuery(AsOfQuery, query);
    await this.projects.admit(caller, id);
    return (
      (await projectChecklist(this.services.store, await this.services.rules(), id, asOf ?? this.today())) ??
      refuseProject()
    );
  }

  @Route.get('units/:code/checklist', {
    id: 'unitChecklist',
    does: {
      zh: '单位督办清单（含下级），逐页',
      en: 'The checklists of a unit’s live projects, with those below, page by page',
    },
    needs: 'see-projects',
    query: PageQuery,
    answers: ref('UnitChecklist'),
  })
  async unitChecklist(@Asker() caller: Caller, @Param('code') code: string, @Query() query: Record<string, unknown>) {
    const { cursor, limit = 20 } = readQuery(PageQuery, query);
    const { pool, store, unitNames, visibleTo, rules } = this.services;
    const units = (await unitNames()).subtree(code);
    if (units === null)
      throw new Rejected('unit-unknown', { zh: '组织树中没有这个单位。', en: 'The organisation has no such unit.' });
    const scope = await visibleTo(caller);
    const seen = scope.all ? units : units.filter((unit) => scope.units.includes(unit));
    const page = await projectsOfUnits(pool, seen, limit + 1, cursor ?? null);
    const now = await rules();
    const projects = (
      await Promise.all(page.slice(0, limit).map(({ id }) => projectChecklist(store, now, id, this.today())))
    ).filter((one) => one !== null);
    return { unit: code, projects, next: page.length > limit ? page[limit - 1]!.code : null };
  }

  @Route.get('meetings/:id/changes', {
    id: 'meetingChanges',
    does: { zh: '上次会议以来的变化', en: 'What changed since the last meeting' },
    needs: 'see-projects',
    answers: ref('MeetingChanges'),
  })
  async changes(@Asker() caller: Caller, @Param('id') id: string) {
    await this.matters.show(caller, MATTERS['meeting']!, id);
    return meetingChanges(this.services.store, await this.services.rules(), id, this.today());
  }

  @Route.get('leader', {
    id: 'leaderView',
    does: {
      zh: '领导视图：我负责什么、变了什么、什么逾期',
      en: 'Leader view: what I answer for, what changed, what is late',
    },
    needs: 'see-projects',
    query: LeaderQuery,
    answers: ref('LeaderView'),
  })
  async leader(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    const { leader = caller.name, since = addDays(this.today(), -14) } = readQuery(LeaderQuery, query);
    const { store, lists, rules } = this.services;
    if (leader.includes(',') || leader.includes('=')) throw new HttpRefused('invalid-request', 'leader');
    const mine = { where: [`responsible=${leader}`], limit: MOST_PROJECTS };
    const [held, late] = (await Promise.all([
      lists.list(caller, 'live', mine),
      lists.list(caller, 'stalled', mine),
    ])) as { total: number; rows: { id: string; name: string }[] }[];
    const position = await store.positionAt(new Date(Date.parse(`${since}T00:00:00+08:00`) - 1).toISOString());
    const changed = await changesSince(
      store,
      await rules(),
      held!.rows.map(({ id, name }) => ({ id, name })),
      position,
      addDays(since, -1),
      this.today(),
    );
    const orders = await this.matters.list(caller, MATTERS['order']!, { open: 'true', person: leader, limit: 200 });
    return { leader, since, answersFor: held!.total, late, changed, orders: orders.rows };
  }

  @Route.get('leaders', {
    id: 'leaders',
    does: {
      zh: '在办项目的包保领导及其项目数',
      en: 'The responsible leaders of live projects, with how many each answers for',
    },
    needs: 'see-projects',
    answers: ref('Leaders'),
  })
  async leaders(@Asker() caller: Caller) {
    const { pool, visibleTo } = this.services;
    return { leaders: await leadersOf(pool, await visibleTo(caller), this.today()) };
  }

  private today(): IsoDate {
    return dayInShanghai(this.services.now().toISOString());
  }
}

const refuseProject = (): never => {
  throw new Rejected('project-unknown', REJECTIONS['project-unknown']);
};
