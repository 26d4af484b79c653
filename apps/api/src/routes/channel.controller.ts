import { randomUUID } from 'node:crypto';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { openChannel, SECRET_NAMES, type ChannelSecrets } from '#channels';
import { InvalidCommand, readCommand } from '#domain';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import {
  actorOf,
  KeepChannel,
  KeepContact,
  refused,
  showChannels,
  showContacts,
  TryChannel,
  type Office,
} from '#office';
import { OFFICE } from '../office-token.ts';
import { object, ref, text } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';

const wrong = (field: string, zh: string, en: string): never => {
  throw new InvalidCommand([{ field, code: 'invalid-field', zh, en }]);
};

const secretsOf = (given: unknown): ChannelSecrets | undefined => {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object' || Array.isArray(given)) return wrong('secrets', '必须是对象', 'must be an object');
  for (const [name, value] of Object.entries(given))
    if (!SECRET_NAMES.has(name) || typeof value !== 'string' || value.length > 2_000)
      return wrong(`secrets.${name}`, '不正确', 'is wrong');
  return given as ChannelSecrets;
};
const MAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}$/;

/** The bureau's channels and mail addresses. Secrets go in and never come out. Each change is a fact of the log, without the secret. */
@Controller('api')
export class ChannelController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('channels', {
    id: 'channels',
    does: { zh: '通知渠道（不含密钥）', en: 'The channels, without their secrets' },
    needs: 'keep-accounts',
    answers: ref('Channels'),
  })
  all(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showChannels, {}));
  }

  @Route.put('channels/:name', {
    id: 'keepChannel',
    does: { zh: '设置通知渠道', en: 'Set up a channel' },
    needs: 'keep-accounts',
    body: KeepChannel,
    answers: ref('Channel'),
  })
  async keep(@Asker() caller: Caller, @Param('name') name: string, @Body() body: unknown) {
    const { settings, secrets, units = [], enabled = true } = readCommand(KeepChannel, body);
    if (typeof settings !== 'object' || settings === null || (settings as { name?: unknown }).name !== name)
      return wrong('settings.name', '须与地址中的名称一致', 'must be the name in the address');
    await this.office.channels.keep(settings, secretsOf(secrets), units, enabled, actorOf(caller));
    const { channels } = await this.all(caller);
    return channels.find((one) => one.settings.name === name)!;
  }

  @Route.delete('channels/:name', {
    id: 'removeChannel',
    does: { zh: '移除通知渠道', en: 'Remove a channel' },
    needs: 'keep-accounts',
  })
  async remove(@Asker() caller: Caller, @Param('name') name: string) {
    if (!(await this.office.channels.remove(name, actorOf(caller)))) throw refused('channel-unknown');
  }

  @Route.post('channels/:name/test', {
    id: 'tryChannel',
    does: { zh: '发送一条测试消息', en: 'Send a test message' },
    needs: 'keep-accounts',
    body: TryChannel,
    answers: ref('ChannelOutcome'),
    status: 200,
  })
  async try(@Asker() caller: Caller, @Param('name') name: string, @Body() body: unknown) {
    const { email } = readCommand(TryChannel, body);
    const channel = await this.office.channels.find(name);
    if (channel === null) throw refused('channel-unknown');
    const outcome = await openChannel(
      channel.settings,
      channel.secrets,
      async () => undefined,
      this.office.config.reach,
    ).send({
      id: `test-${randomUUID()}`,
      to: { person: caller.user, name: caller.name, ...(email === undefined ? {} : { email }) },
      subject: '落地：测试消息 · Luodi: a test',
      lines: [{ text: '收到此消息说明渠道已接通。This channel works.' }],
      language: 'zh',
      kind: 'test',
      writtenAt: this.office.now().toISOString(),
    });
    return outcome.kind === 'accepted'
      ? { accepted: true, code: null, detail: outcome.providerId ?? null }
      : { accepted: false, code: outcome.code, detail: outcome.detail };
  }

  @Route.get('contacts', {
    id: 'contacts',
    does: { zh: '邮箱通讯录', en: 'Mail addresses' },
    needs: 'keep-accounts',
    answers: ref('Contacts'),
  })
  contacts(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showContacts, null));
  }

  @Route.put('contacts/:person', {
    id: 'keepContact',
    does: { zh: '设置某人的邮箱', en: 'Set somebody’s mail address' },
    needs: 'keep-accounts',
    body: KeepContact,
    answers: object({ person: text }),
  })
  async contact(@Asker() caller: Caller, @Param('person') person: string, @Body() body: unknown) {
    const { email } = readCommand(KeepContact, body);
    if (email !== undefined && !MAIL.test(email)) return wrong('email', '必须是邮件地址', 'must be a mail address');
    const { channels, people } = this.office;
    await channels.contacts.keep(person, email ?? null, await people(), actorOf(caller));
    return { person };
  }
}
