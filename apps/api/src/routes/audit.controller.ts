import { Body, Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { field, readCommand } from '#domain';
import type { Caller } from '#identity';
import {
  eraseFor,
  ErasePerson,
  FindPerson,
  howManyRecords,
  looksBefore,
  showChanges,
  showPerson,
  showSeals,
  showVerification,
  VerifyLog,
  type Office,
} from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { inLinesIfAsked } from '../http/in-lines.ts';
import { listOf, object, orNull, ref, count } from '../openapi/schema.ts';
import { OFFICE } from '../office-token.ts';
import { Ask } from '../query-bus.ts';

class LookQuery {
  @field.integer({ zh: '早于此编号', en: 'Before this number', optional: true, max: Number.MAX_SAFE_INTEGER })
  before?: number;
  @field.integer({ zh: '行数', en: 'Rows', optional: true, min: 1, max: 500 }) limit?: number;
}
class ChangeQuery {
  @field.choice(['accounts', 'organisation', 'policy', 'channels', 'views', 'borders', 'layouts'], {
    zh: '范围',
    en: 'Changes of what',
  })
  of!: 'accounts' | 'organisation' | 'policy' | 'channels' | 'views' | 'borders' | 'layouts';
  @field.integer({ zh: '此位置之后', en: 'After this log position', optional: true, max: Number.MAX_SAFE_INTEGER })
  after?: number;
  @field.integer({ zh: '行数', en: 'Rows', optional: true, min: 1, max: 500 }) limit?: number;
}

@Controller('api/audit')
export class AuditController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('looks', {
    id: 'looks',
    does: { zh: '谁看过什么', en: 'Who looked at what' },
    needs: 'read-audit',
    query: LookQuery,
    answers: object({ looks: listOf(ref('Look')) }),
  })
  async looked(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    const { before, limit = 100 } = readQuery(LookQuery, query);
    return { looks: await this.queries.execute(new Ask(caller, looksBefore, { before, limit })) };
  }

  @Route.get('seals', {
    id: 'seals',
    does: { zh: '封存情况：封到哪里、最近的封存', en: 'How much of the log is sealed, and the latest seals' },
    needs: 'read-audit',
    answers: ref('Seals'),
  })
  seals(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showSeals, {}));
  }

  @Route.post('verify', {
    id: 'verifyLog',
    does: { zh: '核验日志：逐条校验指纹、衔接与封存', en: 'Verify the log: each record, its chain, and every seal' },
    needs: 'read-audit',
    body: VerifyLog,
    answers: ref('Verification'),
    inLines: true,
    status: 200,
  })
  verify(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { project } = readCommand(VerifyLog, body ?? {});
    return inLinesIfAsked(
      request,
      response,
      () => this.queries.execute(new Ask(caller, howManyRecords, {})),
      (onProgress) =>
        this.queries.execute(
          new Ask(caller, showVerification, {
            ...(project === undefined ? {} : { project }),
            ...(onProgress === undefined ? {} : { onProgress }),
          }),
        ),
    );
  }

  @Route.post('people/find', {
    id: 'findPerson',
    does: {
      zh: '查看某人的信息：若删除，哪些内容将无法读取、哪些无法收回',
      en: 'Look for a person: what would become unreadable if they were erased, and what cannot be recalled',
    },
    needs: 'erase-people',
    body: FindPerson,
    answers: ref('Erasure'),
    inLines: true,
    status: 200,
    refuses: [403, 404],
  })
  find(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { wanted } = readCommand(FindPerson, body);
    return inLinesIfAsked(
      request,
      response,
      () => this.queries.execute(new Ask(caller, howManyRecords, {})),
      (onProgress) =>
        this.queries.execute(
          new Ask(caller, showPerson, { wanted, ...(onProgress === undefined ? {} : { onProgress }) }),
        ),
    );
  }

  @Route.post('people/erase', {
    id: 'erasePerson',
    does: {
      zh: '删除某人的信息：销毁其密钥，无法撤销',
      en: 'Erase a person: their key is destroyed, which nothing takes back',
    },
    needs: 'erase-people',
    body: ErasePerson,
    answers: ref('Erasure'),
    inLines: true,
    status: 200,
    refuses: [403],
  })
  erase(
    @Asker() caller: Caller,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const asked = readCommand(ErasePerson, body);
    return inLinesIfAsked(
      request,
      response,
      () => this.queries.execute(new Ask(caller, howManyRecords, {})),
      (onProgress) => eraseFor(this.office, caller, asked, onProgress),
    );
  }

  @Route.get('changes', {
    id: 'changes',
    does: { zh: '账号、组织、规则、通知渠道的变更记录', en: 'Changes of accounts, organisation, policy and channels' },
    needs: 'read-audit',
    query: ChangeQuery,
    answers: object({ events: listOf(ref('AuditEvent')), next: orNull(count) }),
  })
  changes(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    const { of, after = 0, limit = 100 } = readQuery(ChangeQuery, query);
    return this.queries.execute(new Ask(caller, showChanges, { of, after, limit }));
  }
}
