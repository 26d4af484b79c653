import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import {
  AsOfQuery,
  compareList,
  CompareQuery,
  countLists,
  listNames,
  ListQuery,
  searchProjects,
  alikeProjects,
  AlikeQuery,
  SearchQuery,
  showList,
  showSetAside,
} from '#office';

@Controller('api')
export class ListController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('lists', {
    id: 'listNames',
    does: { zh: '清单目录，各清单的栏目', en: 'The lists by name, and the columns that they can show' },
    needs: 'see-projects',
    answers: ref('ListNames'),
  })
  names() {
    return listNames();
  }

  @Route.get('list-counts', {
    id: 'countLists',
    does: { zh: '各清单的项目数和合同额', en: 'How many projects each list holds, and their contracted amount' },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('ListCounts'),
  })
  counts(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, countLists, readQuery(AsOfQuery, query)));
  }

  @Route.get('lists/:name', {
    id: 'showList',
    does: { zh: '一份清单：当前或某日、某时所知', en: 'A list, now or as it was on a day and known at an instant' },
    needs: 'see-projects',
    query: ListQuery,
    answers: ref('List'),
  })
  list(@Asker() caller: Caller, @Param('name') name: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showList, { name, ...readQuery(ListQuery, query) }));
  }

  @Route.get('lists/:name/compare', {
    id: 'compareList',
    does: {
      zh: '对比一份清单的两个日期：进、出及原因、变化',
      en: 'A list on two days: who came, who left and why, what changed',
    },
    needs: 'see-projects',
    query: CompareQuery,
    answers: ref('Comparison'),
  })
  compare(@Asker() caller: Caller, @Param('name') name: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, compareList, { name, asked: readQuery(CompareQuery, query) }));
  }

  @Route.get('set-aside', {
    id: 'setAside',
    does: {
      zh: '有记录读不进清单的项目和事项，以及原因；更正或作废那条记录即可恢复',
      en: 'Projects and matters with a fact that no list can hold, and why; correct or void it to bring them back',
    },
    needs: 'see-projects',
    answers: ref('SetAside'),
  })
  setAside(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showSetAside, {}));
  }

  @Route.get('search', {
    id: 'search',
    does: {
      zh: '按编号、名称、投资方、合同号查找项目',
      en: 'Find projects by code, name, investor or contract number',
    },
    needs: 'see-projects',
    query: SearchQuery,
    answers: ref('SearchAnswer'),
  })
  search(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    const { q, limit = 20 } = readQuery(SearchQuery, query);
    return this.queries.execute(new Ask(caller, searchProjects, { q, limit }));
  }

  @Route.get('alike', {
    id: 'alikeProjects',
    does: {
      zh: '查找可能重复的在办项目，最可能的在前；代码可疑的提示核对',
      en: 'Find open projects that may be the same, the surest first; a doubtful code is named',
    },
    needs: 'see-projects',
    query: AlikeQuery,
    answers: ref('AlikeProjects'),
  })
  alike(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, alikeProjects, readQuery(AlikeQuery, query)));
  }
}
