import { Body, Controller, Headers, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  dayInShanghai,
  draftNumbered,
  draftsOf,
  POLICY_STREAM,
  publishCalendar,
  readCommand,
  sideBySide,
  withCalendar,
  type IsoDate,
  type Rules,
} from '#domain';
import type { Caller } from '#identity';
import { howMany } from '#projections';
import { calendarWindow, holderIn, MATTERS_OWING, policyWindow, replay, type Replayed, type Window } from '#reminders';
import { Asker, Route } from '../access/route.ts';
import { inLines, LINES } from '../http/in-lines.ts';
import { HttpRefused } from '../../../../libs/office/src/refusals.ts';
import { ref } from '../openapi/schema.ts';
import { idempotencyKey, ifMatch } from '../../../../libs/office/src/projects/headers.ts';
import type { CommandHeaders } from '../../../../libs/office/src/projects/project-desk.ts';
import { SERVICES, type Services } from '../../../../libs/office/src/office.ts';
import { DraftPolicy, PublishCalendar, PublishDraft, ReplayCalendar, ReplayDraft } from '../../../../libs/office/src/policy/bodies.ts';
import { policiesOf } from '../../../../libs/office/src/policy/policies.ts';
import { policyDesk, type PolicyAnswer, type PolicyOrder } from '../../../../libs/office/src/policy/policy-desk.ts';
import { seenWithin } from '../../../../libs/office/src/policy/seen.ts';

const KEY = { 'Idempotency-Key': '幂等键 · Given twice, a command acts once' };
const SEEN = {
  ...KEY,
  'If-Match': '规则流的版本号 · The version answered by GET /api/policy; 412 where the rules have changed since',
};
const MOST_ROWS = 2_000; // of differences answered; the counts are whole

const draftNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0); // 0: no draft has it
const orderOf = (caller: Caller, headers: CommandHeaders, ifVersion: number | null): PolicyOrder => ({
  actor: { user: caller.user, unit: caller.unit },
  commandId: `${caller.account}/${idempotencyKey(headers['idempotency-key'])}`,
  ifVersion,
});

/** The rules of time: looked at by all who see projects, drafted, laid over the past and published by who keeps them. */
@Controller('api/policy')
export class PolicyController {
  readonly desk: ReturnType<typeof policyDesk>;
  constructor(@Inject(SERVICES) private readonly services: Services) {
    const { pool, store, rules } = services;
    this.desk = policyDesk({ pool, store, rules, today: () => this.today() });
  }

  @Route.get('', {
    id: 'policies',
    does: { zh: '时限规则各版本、草案与工作日历', en: 'Versions of the policy, drafts, and the calendar year by year' },
    needs: 'see-projects',
    answers: ref('Policies'),
  })
  async all(@Res({ passthrough: true }) response: Response) {
    const policies = policiesOf(await this.services.store.readStream(POLICY_STREAM), this.today());
    response.setHeader('ETag', `"${policies.version}"`);
    return policies;
  }

  @Route.post('drafts', {
    id: 'draftPolicy',
    does: { zh: '起草时限规则（不生效）', en: 'Draft a policy; it counts for nothing yet' },
    needs: 'keep-policy',
    body: DraftPolicy,
    headers: KEY,
    status: 201,
    answers: ref('PolicyAnswer'),
    refuses: [409],
  })
  async draft(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Headers() headers: CommandHeaders,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { policy, note } = readCommand(DraftPolicy, body);
    return tagged(
      response,
      await this.desk.draft(orderOf(caller, headers, ifMatch(headers['if-match'])), policy, note),
    );
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
  async replayDraft(
    @Asker() caller: Caller,
    @Param('draft') draft: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const asked = readCommand(ReplayDraft, body);
    const { rules, policy } = await this.drafted(draft);
    return this.replay(
      caller,
      sideBySide(rules, policy, this.today()),
      policyWindow(asked, this.today()),
      request,
      response,
    );
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
    @Asker() caller: Caller,
    @Param('draft') draft: string,
    @Body() body: unknown,
    @Headers() headers: CommandHeaders,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { validFrom } = readCommand(PublishDraft, body ?? {});
    const seen = ifMatch(headers['if-match']);
    if (seen === null) throw new HttpRefused('invalid-if-match', 'If-Match');
    return tagged(
      response,
      await this.desk.publishDraft(orderOf(caller, headers, seen), draftNumber(draft), validFrom),
    );
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
  async calendar(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Headers() headers: CommandHeaders,
    @Res({ passthrough: true }) response: Response,
  ) {
    const year = publishCalendar(readCommand(PublishCalendar, body));
    return tagged(
      response,
      await this.desk.publishCalendars(orderOf(caller, headers, ifMatch(headers['if-match'])), [year]),
    );
  }

  @Route.post('calendar/replay', {
    id: 'replayCalendar',
    does: { zh: '推演放假安排：哪些期限会变', en: 'Which deadlines a notice would move, before it is published' },
    needs: 'keep-policy',
    body: ReplayCalendar,
    answers: ref('Replay'),
    inLines: true,
  })
  async replayCalendar(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { from, to, ...notice } = readCommand(ReplayCalendar, body);
    const years = [publishCalendar(notice)];
    const rules = await this.services.rules();
    return this.replay(
      caller,
      [rules, withCalendar(rules, years)],
      calendarWindow(
        { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
        years,
        this.today(),
      ),
      request,
      response,
    );
  }

  private today(): IsoDate {
    return dayInShanghai(this.services.now().toISOString());
  }

  private async drafted(draft: string) {
    const facts = (await this.services.store.readStream(POLICY_STREAM)).map(({ event }) => event);
    return { rules: await this.services.rules(), policy: draftNumbered(draftsOf(facts), draftNumber(draft)).policy };
  }

  /** Of what the caller may see. Minutes where there is much: asked for in lines it tells how far it is, and it ends when the caller has gone. */
  private async replay(
    caller: Caller,
    [before, after]: readonly [Rules, Rules],
    window: Window,
    request: Request,
    response: Response,
  ): Promise<Replayed | StreamableFile> {
    const { pool, store, matters, organisation, visibleTo } = this.services;
    await matters.catchUp();
    const question = { before, after, ...window, holder: holderIn((await organisation()).tree) };
    const seen = seenWithin(pool, await visibleTo(caller));
    const work = (onProgress?: (done: number) => void): Promise<Replayed> =>
      replay(store, question, seen, {
        most: MOST_ROWS,
        wanted: () => !response.destroyed,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    if (request.accepts(['application/json', LINES]) !== LINES) return work();
    response.setHeader('X-Accel-Buffering', 'no'); // a proxy must not gather the lines
    return new StreamableFile(inLines(await howMany(pool, Object.keys(MATTERS_OWING)), work), { type: LINES });
  }
}

const tagged = (response: Response, answer: PolicyAnswer): PolicyAnswer => {
  response.setHeader('ETag', `"${answer.version}"`);
  return answer;
};
