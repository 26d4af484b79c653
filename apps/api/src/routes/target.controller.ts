import { Controller, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { readCommand, ReviseTarget, SetTarget, type TargetCommand } from '#domain';
import type { Caller } from '#identity';
import { questionOf, showTargets, TargetsQuery, type Given } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { GiveTargetCommand } from '../command-bus.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';
import { COMMAND_HEADERS, tagged } from './offer.ts';

const OF_A_YEAR = questionOf((office, _caller, query: TargetsQuery) => showTargets(office, query));

/** Targets a metric, definition, issuer, unit and year; each with all that was said of it. */
@Controller('api/targets')
export class TargetController {
  constructor(
    private readonly queries: QueryBus,
    private readonly bus: CommandBus,
  ) {}

  @Route.get('', {
    id: 'targets',
    does: { zh: '一年的目标任务及其调整经过', en: 'The targets of a year, each with its history' },
    needs: 'see-projects',
    query: TargetsQuery,
    answers: ref('Targets'),
  })
  async all(
    @Asker() caller: Caller,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.queries.execute(new Ask(caller, OF_A_YEAR, readQuery(TargetsQuery, query))));
  }

  @Route.post('', {
    id: 'setTarget',
    does: { zh: '下达目标', en: 'Set a target' },
    needs: 'keep-numbers',
    body: SetTarget,
    headers: COMMAND_HEADERS,
    status: 201,
    answers: ref('Targets'),
    refuses: [404, 409, 412],
  })
  set(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, readCommand(SetTarget, given.body), response);
  }

  @Route.post('revise', {
    id: 'reviseTarget',
    does: { zh: '调整目标（写明原因）', en: 'Revise a target, with a reason' },
    needs: 'keep-numbers',
    body: ReviseTarget,
    headers: COMMAND_HEADERS,
    answers: ref('Targets'),
    refuses: [404, 412],
  })
  revise(@Giving() given: Given, @Res({ passthrough: true }) response: Response) {
    return this.give(given, readCommand(ReviseTarget, given.body), response);
  }

  private async give(given: Given, command: TargetCommand, response: Response) {
    await this.bus.execute(new GiveTargetCommand({ ...given, command }));
    const { year, metric } = command;
    return tagged(response, await this.queries.execute(new Ask(given.caller, OF_A_YEAR, { year, metric })));
  }
}
