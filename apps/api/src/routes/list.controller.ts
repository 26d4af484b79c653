import { Controller, Inject, Param, Query } from '@nestjs/common';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import { listNames, ListQuery, searchProjects, SearchQuery, setAsideIn, showList, type Office } from '#office';
import { OFFICE } from '../office-token.ts';

@Controller('api')
export class ListController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.get('lists', {
    id: 'listNames',
    does: { zh: '清单目录', en: 'The names of the lists' },
    needs: 'see-projects',
    answers: ref('ListNames'),
  })
  names() {
    return { lists: listNames() };
  }

  @Route.get('lists/:name', {
    id: 'showList',
    does: { zh: '一份清单：当前或某日、某时所知', en: 'A list, now or as it was on a day and known at an instant' },
    needs: 'see-projects',
    query: ListQuery,
    answers: ref('List'),
  })
  async list(@Asker() caller: Caller, @Param('name') name: string, @Query() query: Record<string, unknown>) {
    const asked = readQuery(ListQuery, query);
    const answer = await showList(this.office, caller, name, asked);
    if (asked.asOf !== undefined || asked.asKnown !== undefined)
      await this.office.looks.record(caller, 'list', name, asked.asOf, asked.asKnown);
    return answer;
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
    return setAsideIn(this.office, caller);
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
    return searchProjects(this.office, caller, q, limit);
  }
}
