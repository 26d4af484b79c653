import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { readCommand } from '#domain';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { listOf, object, ref } from '../openapi/schema.ts';
import {
  acknowledge,
  AcknowledgeNotices,
  countReminders,
  groupInbox,
  lookIntoQueue,
  InboxGroupQuery,
  InboxQuery,
  PreviewQuery,
  previewReminders,
  proveReminder,
  ReminderCountsQuery,
  ReminderQuery,
  showInbox,
  showReminders,
  showWatch,
  type Office,
} from '#office';
import { OFFICE } from '../office-token.ts';
import { Ask } from '../query-bus.ts';

@Controller('api')
export class ReminderController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('inbox', {
    id: 'inbox',
    does: {
      zh: '我的提醒：最近发出的在前，同一天内级别高的在前',
      en: 'My notices: the latest day of sending first, of one day the most serious rung',
    },
    needs: 'signed-in',
    query: InboxQuery,
    answers: ref('Inbox'),
  })
  inbox(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showInbox, readQuery(InboxQuery, query)));
  }

  @Route.get('inbox/groups', {
    id: 'inboxGroups',
    does: {
      zh: '我的提醒，按项目归并；同月通报归为一条',
      en: 'My notices, project by project; the circulars of a month are one',
    },
    needs: 'signed-in',
    query: InboxGroupQuery,
    answers: object({ groups: listOf(ref('InboxGroup')) }),
  })
  groups(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, groupInbox, readQuery(InboxGroupQuery, query)));
  }

  @Route.post('inbox/:key/acknowledge', {
    id: 'acknowledgeNotice',
    does: { zh: '签收提醒', en: 'Acknowledge a notice' },
    needs: 'answer',
    refuses: [503],
  })
  async acknowledge(@Asker() caller: Caller, @Param('key') key: string) {
    await acknowledge(this.office, caller, [key]);
  }

  @Route.post('inbox/acknowledge', {
    id: 'acknowledgeNotices',
    does: { zh: '一次签收多条提醒：全部签收，或一条也不签收', en: 'Acknowledge many notices: all of them, or none' },
    needs: 'answer',
    body: AcknowledgeNotices,
    answers: ref('Acknowledged'),
    refuses: [404, 503],
  })
  acknowledgeAll(@Asker() caller: Caller, @Body() body: unknown) {
    return acknowledge(this.office, caller, readCommand(AcknowledgeNotices, body).keys);
  }

  @Route.get('reminders', {
    id: 'reminderLedger',
    does: {
      zh: '提醒台账：应发、已发、合并、免发及原因、失败、签收',
      en: 'The reminder ledger: expected against sent, merged, suppressed and why, failed, acknowledged',
    },
    needs: 'see-projects',
    query: ReminderQuery,
    answers: ref('Reminders'),
  })
  ledger(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showReminders, readQuery(ReminderQuery, query)));
  }

  @Route.get('reminders/counts', {
    id: 'reminderCounts',
    does: { zh: '提醒台账各结果的条数', en: 'How many reminders of the ledger came to what' },
    needs: 'see-projects',
    query: ReminderCountsQuery,
    answers: ref('ReminderCounts'),
  })
  counts(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, countReminders, readQuery(ReminderCountsQuery, query)));
  }

  @Route.get('reminders/preview', {
    id: 'reminderPreview',
    does: { zh: '未来若干天将发出的提醒', en: 'What will be sent in the coming days, to whom, why' },
    needs: 'see-projects',
    query: PreviewQuery,
    answers: ref('Reminders'),
  })
  preview(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, previewReminders, readQuery(PreviewQuery, query)));
  }

  @Route.get('reminders/watch', {
    id: 'reminderWatch',
    does: {
      zh: '提醒运行监视：自检、每日核查、积压',
      en: 'The watch over the reminders: self-check, daily check, backlog',
    },
    needs: 'supervise',
    answers: ref('ReminderWatch'),
  })
  watch(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showWatch, {}));
  }

  @Route.get('reminders/queue', {
    id: 'reminderQueue',
    does: {
      zh: '提醒队列：常设任务、已定闹钟、失败任务',
      en: 'The queue of the reminders: standing jobs, alarms that are set, jobs that failed',
    },
    needs: 'keep-policy',
    answers: ref('ReminderQueue'),
    refuses: [503],
  })
  queue(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, lookIntoQueue, {}));
  }

  @Route.post('reminders/queue', {
    id: 'putQueueRight',
    does: {
      zh: '校正提醒队列：补齐常设任务，立即核查应发提醒',
      en: 'Put the queue right: set the standing jobs that are missing, look for what is due at once',
    },
    needs: 'keep-policy',
    answers: ref('ReminderQueue'),
    refuses: [503],
  })
  putQueueRight() {
    return this.office.reminders.queue.putRight();
  }

  @Route.get('reminders/:key', {
    id: 'showReminder',
    does: { zh: '一条提醒的全部凭据', en: 'All the proof of one notice' },
    needs: 'see-projects',
    answers: ref('ReminderProof'),
  })
  show(@Asker() caller: Caller, @Param('key') key: string) {
    return this.queries.execute(new Ask(caller, proveReminder, { key }));
  }
}
