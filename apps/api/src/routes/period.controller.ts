import { Controller, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { ApproveReopening, ClosePeriod, readCommand, RefuseReopening, ReopenPeriod, type PeriodCommand } from '#domain';
import type { Caller } from '#identity';
import { closingOf, questionOf, restatement, showPeriods, type Given } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GivePeriodCommand } from '../command-bus.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

const ALL = questionOf((office, _caller, _asked: null) => showPeriods(office));
const CLOSING = questionOf((office, _caller, month: string) => closingOf(office, month));

/** Months whose figures have been reported: closed, reopened by two people, and what of them is otherwise since. */
@Controller('api/periods')
export class PeriodController {
  constructor(
    private readonly queries: QueryBus,
    private readonly bus: CommandBus,
  ) {}

  @Route.get('', {
    id: 'periods',
    does: { zh: '已关账的月份', en: 'Months that were closed' },
    needs: 'see-projects',
    answers: ref('Periods'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, ALL, null)));
  }

  @Route.get('closing', {
    id: 'closing',
    does: {
      zh: '关账前：将固定哪些数字，哪些单位当月没有任何记录',
      en: 'What closing a month would fix, and of which units nothing was told in it',
    },
    needs: 'keep-numbers',
    query: ClosePeriod,
    answers: ref('Closing'),
    refuses: [409],
  })
  closing(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, CLOSING, readQuery(ClosePeriod, query).month));
  }

  @Route.post('close', {
    id: 'closePeriod',
    does: {
      zh: '关账：此后补录该月的事实须有第二人批准',
      en: 'Close a month: what is told of it later needs a second person',
    },
    needs: 'keep-numbers',
    body: ClosePeriod,
    headers: COMMAND_HEADERS,
    answers: ref('Periods'),
    refuses: [409, 412],
  })
  close(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, readCommand(ClosePeriod, given.body), response);
  }

  @Route.post('reopen', {
    id: 'reopenPeriod',
    does: {
      zh: '申请重开月份（写明原因和批准人；批准前仍为关账）',
      en: 'Ask to reopen a month, with a reason and an approver; it stays closed until approved',
    },
    needs: 'keep-numbers',
    body: ReopenPeriod,
    headers: COMMAND_HEADERS,
    answers: ref('Periods'),
    refuses: [412],
  })
  reopen(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, readCommand(ReopenPeriod, given.body), response);
  }

  @Route.post('reopen/approve', {
    id: 'approveReopening',
    does: { zh: '批准重开月份（申请人以外的人）', en: 'Approve the reopening of a month; never who asked for it' },
    needs: 'decide',
    body: ApproveReopening,
    headers: COMMAND_HEADERS,
    answers: ref('Periods'),
    refuses: [412],
  })
  approve(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, readCommand(ApproveReopening, given.body), response);
  }

  @Route.post('reopen/refuse', {
    id: 'refuseReopening',
    does: { zh: '不批准重开月份，或撤回申请', en: 'Refuse the reopening of a month, or take the question back' },
    needs: 'decide',
    body: RefuseReopening,
    headers: COMMAND_HEADERS,
    answers: ref('Periods'),
    refuses: [412],
  })
  refuse(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, readCommand(RefuseReopening, given.body), response);
  }

  @Route.get(':month/restatement', {
    id: 'restatement',
    does: {
      zh: '该月关账后变了的数字及其原因',
      en: 'Figures of a closed month that are otherwise now, and because of which events',
    },
    needs: 'see-projects',
    answers: ref('Restatement'),
  })
  restated(@Asker() caller: Caller, @Param('month') month: string) {
    return this.queries.execute(new Ask(caller, questionOf(restatement), month));
  }

  private async give(given: Given, command: PeriodCommand, response: Response) {
    await this.bus.execute(new GivePeriodCommand({ ...given, command }));
    return tagged(response, await this.queries.execute(new Ask(given.caller, ALL, null)));
  }
}
