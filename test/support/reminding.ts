import { randomUUID } from 'node:crypto';
import {
  DEFAULT_RULES,
  NO_ORGANISATION,
  type Addressee,
  type Delivery,
  type DomainEvent,
  type IsoDate,
  type Organisation,
  type RecordedEvent,
  type Rules,
} from '../../libs/domain/src/index.ts';
import { memoryStore } from '../../libs/event-store/src/index.ts';
import type { DeliverTools, Outlet } from '../../libs/reminders/src/delivery/deliver.ts';
import { memoryLedger } from '../../libs/reminders/src/ledger/ledger-memory.ts';
import { holderIn } from '../../libs/reminders/src/owed/holder.ts';

const unit = (code: string, name: string, kind: string) => ({
  ...{ code, name, kind, parent: null, closed: false, formerNames: [] },
});
/** One unit with a head and a deputy, and a supervision office. */
const TREE: Organisation = {
  ...NO_ORGANISATION,
  units: new Map([
    ['01', unit('01', '一组', '任务单位')],
    ['09', unit('09', '督查室', '督查')],
  ]),
  people: [
    { unit: '01', role: 'head', person: '组长', account: null },
    { unit: '01', role: 'deputy', person: '副组长', account: null },
    { unit: '09', role: 'supervision', person: '督查员', account: null },
  ],
};

/** A bureau in memory: its log, its ledger, its clock, and the tools of a reminder process in it. Whoever is a person is told by mail. */
export const bureauInMemory = (begins: string) => {
  let now = new Date(begins);
  const store = memoryStore(() => now);
  const ledger = memoryLedger();
  const outlets = new Map<string, Outlet>();
  const settings = { tree: TREE, rules: DEFAULT_RULES as Rules };
  const told = { rulesRead: 0 };
  const tools: DeliverTools = {
    store,
    ledger,
    now: () => now,
    rules: async () => {
      told.rulesRead += 1;
      return settings.rules;
    },
    holder: async () => holderIn(settings.tree),
    organisation: async () => settings.tree,
    projectName: async (id) => `项目${id}`,
    routes:
      async () =>
      ({ person }: Addressee): readonly Delivery[] =>
        person === null ? [] : [{ channel: 'mail', to: person }],
    outlet: async (channel) => outlets.get(channel) ?? null,
  };
  const record = async (
    stream: string,
    type: string,
    data: object,
    on = now.toISOString().slice(0, 10),
  ): Promise<RecordedEvent> => {
    const event = { type, occurredOn: on as IsoDate, data } as DomainEvent;
    const meta = { actor: { user: 'clerk', unit: null }, commandId: randomUUID() };
    return (await store.append(stream, 'any', [{ id: randomUUID(), event, schemaVersion: 1, meta }])).events[0]!;
  };
  return {
    store,
    ledger,
    outlets,
    settings,
    told,
    tools,
    record,
    at: (instant: string): void => {
      now = new Date(instant);
    },
    /** A project that was signed, with a steward, and the day on which it is to start. */
    sign: async (id: string, agreedStart: string, on?: string): Promise<void> => {
      const stream = `project-${id}`;
      await record(stream, 'ProjectRecorded', { code: id, title: `项目${id}`, unit: '01' }, on);
      await record(stream, 'OwnerAssigned', { unit: '01', leader: '领导', steward: '管家' }, on);
      await record(
        stream,
        'ContractSigned',
        { contracted: { amount: '100.00', currency: 'CNY' }, agreedStart, landMode: 'lease' },
        on,
      );
    },
    /** What the ledger holds of a project's agreed start. */
    rows: async (id: string) =>
      (await ledger.rowsOf([`project-${id}`])).filter(({ clock }) => clock === 'agreed-start'),
  };
};
