import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { publishCalendar, readCommand, type IsoDate } from '#domain';
import type { Caller } from '#identity';
import {
  DraftPolicy,
  historiesToReplay,
  PublishCalendar,
  PublishDraft,
  ReplayCalendar,
  replayCalendars,
  replayDraft,
  ReplayDraft,
  showPolicies,
  type Given,
  type PolicyAnswer,
  type PolicyChange,
  type Question,
  type Replay,
} from '#office';
import type { Replayed } from '#reminders';
import { Asker, Giving, Route } from '../access/route.ts';
import { GivePolicyCommand } from '../command-bus.ts';
import { inLinesIfAsked } from '../http/in-lines.ts';
import { HttpRefused } from '../http/refusals.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { KEY_HEADER, tagged } from './offer.ts';

const SEEN = {
  ...KEY_HEADER,
  'If-Match': '规则流的版本号 · The version answered by GET /api/policy; 412 where the rules have changed since',
};
const MOST_ROWS = 2_000; // of differences answered; the counts are whole

const draftNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0); // 0: no draft has it

/** The rules of time: looked at by all who see projects, drafted, laid over the past and published by who keeps them. */
@Controller('api/policy')
export class PolicyController {
  constructor(
    private readonly bus: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'policies',
    does: { zh: '时限规则各版本、草案与工作日历', en: 'Versions of the policy, drafts, and the calendar year by year' },
    needs: 'see-projects',
    answers: ref('Policies'),
  })
  async all(@Asker() caller: Caller, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.queries.execute(new Ask(caller, showPolicies, {})));
  }

  @Route.post('drafts', {
    id: 'draftPolicy',
    does: { zh: '起草时限规则（不生效）', en: 'Draft a policy; it counts for nothing yet' },
    needs: 'keep-policy',
    body: DraftPolicy,
    headers: KEY_HEADER,
    status: 201,
    answers: ref('PolicyAnswer'),
    refuses: [409],
  })
  async draft(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const { policy, note } = readCommand(DraftPolicy, given.body);
    return tagged(response, await this.give(given, { type: 'DraftPolicy', policy, note }));
  }

  @Route.post('drafts/:draft/replay', {
    id: 'replayDraft',
    does: {
      zh: '用历史推演草案：谁会变色、被提醒、列入清单',
      en: 'Lay a draft over the past: who would be red, told, listed otherwise',
    },
    needs: 'keep-policy',
    body: ReplayDraft,
    answers: ref('Replay'),
    inLines: true,
  })
  replayDraft(
    @Asker() caller: Caller,
    @Param('draft') draft: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const days = readCommand(ReplayDraft, body);
    return this.replay(caller, replayDraft, { draft: draftNumber(draft) }, days, request, response);
  }

  @Route.post('drafts/:draft/publish', {
    id: 'publishDraft',
    does: {
      zh: '发布草案（须带 If-Match），清单按新规则重建后应答',
      en: 'Publish a draft (If-Match is needed); answered when the lists stand under it',
    },
    needs: 'keep-policy',
    body: PublishDraft,
    headers: SEEN,
    answers: ref('PolicyAnswer'),
    refuses: [409, 412, 503],
  })
  async publishDraft(
    @Giving() given: Given,
    @Param('draft') draft: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { validFrom } = readCommand(PublishDraft, given.body ?? {});
    if (given.ifVersion === null) throw new HttpRefused('invalid-if-match', 'If-Match');
    return tagged(response, await this.give(given, { type: 'PublishDraft', draft: draftNumber(draft), validFrom }));
  }

  @Route.post('calendar', {
    id: 'publishCalendar',
    does: { zh: '发布一年的放假调休安排', en: 'Publish a year’s days off and make-up workdays' },
    needs: 'keep-policy',
    body: PublishCalendar,
    headers: SEEN,
    answers: ref('PolicyAnswer'),
    refuses: [409, 412, 503],
  })
  async calendar(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    const year = publishCalendar(readCommand(PublishCalendar, given.body));
    return tagged(response, await this.give(given, { type: 'PublishCalendars', years: [year] }));
  }

  @Route.post('calendar/replay', {
    id: 'replayCalendar',
    does: { zh: '推演放假安排：哪些期限会变', en: 'Which deadlines a notice would move, before it is published' },
    needs: 'keep-policy',
    body: ReplayCalendar,
    answers: ref('Replay'),
    inLines: true,
  })
  replayCalendar(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { from, to, ...notice } = readCommand(ReplayCalendar, body);
    const years = [publishCalendar(notice)];
    return this.replay(caller, replayCalendars, { years }, { from, to }, request, response);
  }

  private give(given: Given, body: PolicyChange): Promise<PolicyAnswer> {
    return this.bus.execute(new GivePolicyCommand({ ...given, body }));
  }

  /** Of what the caller may see. Asked for in lines it tells how far it is, and it ends when the caller has gone. */
  private replay<Asked>(
    caller: Caller,
    question: Question<Asked & Replay, Replayed>,
    rules: Asked,
    { from, to }: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
    request: Request,
    response: Response,
  ) {
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return inLinesIfAsked(
      request,
      response,
      () => this.queries.execute(new Ask(caller, historiesToReplay, {})),
      (onProgress) => {
        const wanted = (): boolean => !response.destroyed;
        const limits = { most: MOST_ROWS, wanted, ...(onProgress === undefined ? {} : { onProgress }) };
        return this.queries.execute(new Ask(caller, question, { ...rules, days, limits }));
      },
    );
  }
}
