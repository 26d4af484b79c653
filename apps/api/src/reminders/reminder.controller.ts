import { Controller, Inject, Param, Query } from '@nestjs/common';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { ref } from '../openapi/schema.ts';
import { SERVICES, type Services } from '../services.ts';
import { InboxQuery, PreviewQuery, ReminderQuery } from './queries.ts';
import { ReminderDesk } from './reminder-desk.ts';

@Controller('api')
export class ReminderController {
  constructor(@Inject(SERVICES) private readonly services: Services, private readonly desk: ReminderDesk) {}

  @Route.get('inbox', { id: 'inbox', does: { zh: '我的提醒，最新在前', en: 'My notices, the latest first' }, needs: 'signed-in', query: InboxQuery, answers: ref('Inbox') })
  inbox(@Asker() caller: Caller, @Query() query: Record<string, unknown>) { return this.desk.inbox(caller, readQuery(InboxQuery, query)); }

  @Route.post('inbox/:key/acknowledge', { id: 'acknowledgeNotice', does: { zh: '签收提醒', en: 'Acknowledge a notice' }, needs: 'answer', refuses: [503] })
  acknowledge(@Asker() caller: Caller, @Param('key') key: string) { return this.desk.acknowledge(caller, key); }

  @Route.get('reminders', { id: 'reminderLedger', does: { zh: '提醒台账：应发、已发、合并、免发及原因、失败、签收', en: 'The reminder ledger: expected against sent, merged, suppressed and why, failed, acknowledged' }, needs: 'see-projects', query: ReminderQuery, answers: ref('Reminders') })
  ledger(@Asker() caller: Caller, @Query() query: Record<string, unknown>) { return this.desk.ledger(caller, readQuery(ReminderQuery, query)); }

  @Route.get('reminders/preview', { id: 'reminderPreview', does: { zh: '未来若干天将发出的提醒', en: 'What will be sent in the coming days, to whom, why' }, needs: 'see-projects', query: PreviewQuery, answers: ref('Reminders') })
  preview(@Asker() caller: Caller, @Query() query: Record<string, unknown>) { return this.desk.preview(caller, readQuery(PreviewQuery, query).days ?? 30); }

  @Route.get('reminders/watch', { id: 'reminderWatch', does: { zh: '提醒运行监视：试鸣、晨检、积压', en: 'The watch over the reminders: canary, morning audit, backlog' }, needs: 'supervise', answers: ref('ReminderWatch') })
  watch() { return this.services.watch.state(); }

  @Route.get('reminders/:key', { id: 'showReminder', does: { zh: '一条提醒的全部凭据', en: 'All the proof of one notice' }, needs: 'see-projects', answers: ref('ReminderProof') })
  show(@Asker() caller: Caller, @Param('key') key: string) { return this.desk.show(caller, key); }
}
