import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '#identity';
import {
  AsOfQuery,
  changesSinceMeeting,
  checklistOfProject,
  checklistsOfUnit,
  LeaderQuery,
  leaderView,
  PageQuery,
  showLeaders,
} from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';

@Controller('api')
export class SupervisionController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('projects/:id/checklist', {
    id: 'projectChecklist',
    does: {
      zh: '项目督办清单：事实能说明的不手工打勾',
      en: 'A project’s checklist: never ticked by hand where an event can tell',
    },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Checklist'),
    refuses: [409],
  })
  checklist(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, checklistOfProject, { id, ...readQuery(AsOfQuery, query) }));
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
  unitChecklist(@Asker() caller: Caller, @Param('code') unit: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, checklistsOfUnit, { unit, ...readQuery(PageQuery, query) }));
  }

  @Route.get('meetings/:id/changes', {
    id: 'meetingChanges',
    does: { zh: '上次会议以来的变化', en: 'What changed since the last meeting' },
    needs: 'see-projects',
    answers: ref('MeetingChanges'),
    refuses: [409],
  })
  changes(@Asker() caller: Caller, @Param('id') id: string) {
    return this.queries.execute(new Ask(caller, changesSinceMeeting, { id }));
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
  leader(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, leaderView, readQuery(LeaderQuery, query)));
  }

  @Route.get('leaders', {
    id: 'leaders',
    does: {
      zh: '在办项目的包保领导及其项目数',
      en: 'The responsible leaders of live projects, with how many each answers for',
    },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Leaders'),
  })
  leaders(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showLeaders, readQuery(AsOfQuery, query)));
  }
}
