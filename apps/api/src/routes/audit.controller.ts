import { Controller, Inject, Query } from '@nestjs/common';
import { field, ORGANISATION } from '#domain';
import { IDENTITY_STREAM } from '#identity';
import { Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { listOf, object, orNull, ref, count } from '../openapi/schema.ts';
import type { Office } from '#office';
import { OFFICE } from '../office-token.ts';

class LookQuery {
  @field.integer({ zh: '早于此编号', en: 'Before this number', optional: true, max: Number.MAX_SAFE_INTEGER })
  before?: number;
  @field.integer({ zh: '行数', en: 'Rows', optional: true, min: 1, max: 500 }) limit?: number;
}
class ChangeQuery {
  @field.choice(['accounts', 'organisation', 'policy'], { zh: '范围', en: 'Changes of what' }) of!:
    'accounts' | 'organisation' | 'policy';
  @field.integer({ zh: '此位置之后', en: 'After this log position', optional: true, max: Number.MAX_SAFE_INTEGER })
  after?: number;
  @field.integer({ zh: '行数', en: 'Rows', optional: true, min: 1, max: 500 }) limit?: number;
}

const STREAMS = { accounts: IDENTITY_STREAM, organisation: ORGANISATION, policy: 'policy-' } as const;

@Controller('api/audit')
export class AuditController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.get('looks', {
    id: 'looks',
    does: { zh: '谁查看过历史', en: 'Who looked at the past' },
    needs: 'read-audit',
    query: LookQuery,
    answers: object({ looks: listOf(ref('Look')) }),
  })
  async looked(@Query() query: Record<string, unknown>) {
    const { before, limit = 100 } = readQuery(LookQuery, query);
    return { looks: await this.office.looks.page(before ?? null, limit) };
  }

  @Route.get('changes', {
    id: 'changes',
    does: { zh: '账号、组织、规则的变更记录', en: 'Changes of accounts, organisation and policy' },
    needs: 'read-audit',
    query: ChangeQuery,
    answers: object({ events: listOf(ref('AuditEvent')), next: orNull(count) }),
  })
  async changes(@Query() query: Record<string, unknown>) {
    const { of, after = 0, limit = 100 } = readQuery(ChangeQuery, query);
    const events = await this.office.store.readAll(BigInt(after), limit, { streamPrefix: STREAMS[of] });
    return {
      events: events.map(
        ({ stream, version, position, recordedAt, event: { type, occurredOn, data }, meta: { actor }, hash }) => ({
          stream,
          version,
          position: Number(position),
          type,
          occurredOn,
          recordedAt,
          actor,
          data,
          hash,
        }),
      ),
      next: events.length === limit ? Number(events.at(-1)!.position) : null,
    };
  }
}
