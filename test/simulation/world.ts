import { randomUUID } from 'node:crypto';
import {
  addDays,
  dayInShanghai,
  DEFAULT_RULES,
  NO_ORGANISATION,
  type IsoDate,
  type NewEvent,
  type Organisation,
  type ProjectEvent,
  type RecordedEvent,
} from '#domain';
import { memoryStore, type EventStore } from '#event-store';
import type { DeliverTools, Outlet } from '../../libs/reminders/src/delivery/deliver.ts';
import { holderIn } from '../../libs/reminders/src/owed/holder.ts';
import { memoryLedger } from '../../libs/reminders/src/ledger/ledger-memory.ts';
import type { Sent } from '../../libs/reminders/src/delivery/messages.ts';
import { DISPATCH } from '../../libs/reminders/src/owed/names.ts';
import { reminderProcess, type ReminderProcess } from '../../libs/reminders/src/alarm/process.ts';
import { chance } from './chance.ts';
import { Crash, faulty, type Life } from './faults.ts';

/** What is taken out of the product, to see that the simulation notices. */
export interface Broken {
  readonly claims?: boolean;
  readonly reconcile?: boolean;
}
export interface Effect {
  readonly key: string;
  readonly channel: string;
  readonly to: string;
}
export interface Lived {
  readonly events: readonly RecordedEvent[];
  readonly effects: readonly Effect[];
  readonly end: string;
}

const HOUR = 3_600_000;
const TREE: Organisation = {
  ...NO_ORGANISATION,
  units: new Map([
    ['01', { code: '01', name: '一组', kind: '任务单位', parent: null, closed: false, formerNames: [] }],
    ['09', { code: '09', name: '督查室', kind: '督查', parent: null, closed: false, formerNames: [] }],
  ]),
  people: [
    { unit: '01', role: 'head', person: '组长', account: null },
    { unit: '01', role: 'deputy', person: '副组长', account: null },
    { unit: '09', role: 'supervision', person: '督查员', account: null },
  ],
};

/** A log without its protection against repetition: what two workers claim, both get. */
const withoutClaims = (store: EventStore): EventStore => ({
  ...store,
  append: (stream, expected, events) =>
    stream === DISPATCH
      ? store.append(
          stream,
          'any',
          events.map((one): NewEvent => ({ ...one, id: randomUUID(), meta: { ...one.meta, commandId: randomUUID() } })),
        )
      : store.append(stream, expected, events),
});

/** Some months of a bureau: projects move, two workers come and go and die, the queue and the ledger are wiped, the clock jumps. */
export const live = async (seed: number, broken: Broken = {}): Promise<Lived> => {
  const { below, often, one } = chance(seed);
  let now = Date.parse('2026-01-05T02:00:00Z') + below(40) * 24 * HOUR;
  let quiet = false;
  const store = memoryStore(() => new Date(now));
  const ledger = memoryLedger();
  const alarms = new Set<number>();
  const effects: Effect[] = [];

  const outlet = (channel: string): Outlet => ({
    opensAt: async (at) => (often(0.2) && !quiet ? new Date(at.getTime() + HOUR) : at),
    send: async ({ to, notices }): Promise<Sent> => {
      const fate = quiet
        ? 'accepted'
        : one(['accepted', 'accepted', 'accepted', 'temporary', 'permanent', 'lost'] as const);
      if (fate === 'temporary') return { kind: 'refused', code: 'busy', permanent: false };
      if (fate === 'permanent') return { kind: 'refused', code: 'unknown-address', permanent: true };
      for (const { key } of notices) effects.push({ key, channel, to });
      if (fate === 'lost') throw new Crash(); // sent, and nobody lived to write it down
      return { kind: 'accepted', providerId: 'p' };
    },
  });

  const worker = (): { readonly life: Life; readonly process: ReminderProcess } => {
    const life: Life = { dead: false };
    const flaw = { below, one, often: (probability: number) => !quiet && often(probability) };
    const outlets = outlet('mail');
    const tools: DeliverTools = {
      store: faulty(broken.claims === true ? withoutClaims(store) : store, life, flaw, 0.01),
      ledger: faulty(ledger, life, flaw, 0.01),
      now: () => new Date(now),
      rules: async () => DEFAULT_RULES,
      holder: async () => holderIn(TREE),
      organisation: async () => TREE,
      projectName: async (id) => id,
      routes:
        async () =>
        ({ person }) =>
          person === null ? [] : [{ channel: 'mail', to: person }],
      outlet: async () => ({
        ...outlets,
        send: async (message) => {
          try {
            return await outlets.send(message);
          } catch (error) {
            life.dead = true;
            throw error;
          }
        },
      }),
    };
    return {
      life,
      process: reminderProcess(tools, {
        set: async (at) => {
          if (!life.dead) alarms.add(Math.max(at.getTime(), now + 1));
        },
      }),
    };
  };
  const workers = [worker(), worker()];
  const wake = async (which: number): Promise<void> => {
    try {
      await workers[which]!.process.wake();
    } catch {
      /* dead or refused: the next worker goes on */
    }
    if (workers[which]!.life.dead) workers[which] = worker();
  };
  const wakeSome = async (): Promise<void> => {
    await Promise.all(often(0.4) ? [wake(0), wake(1)] : [wake(below(2))]);
  };

  const today = (): IsoDate => dayInShanghai(new Date(now).toISOString());
  const fact = async (
    project: string,
    type: ProjectEvent['type'],
    data: object,
    on = today(),
    imported = false,
  ): Promise<void> => {
    const event = { type, occurredOn: on, data } as ProjectEvent;
    await store.append(`project-${project}`, 'any', [
      {
        id: randomUUID(),
        event,
        schemaVersion: 1,
        meta: {
          actor: { user: 'clerk', unit: null },
          commandId: randomUUID(),
          ...(imported ? { imported: { importId: 'i', sheet: 's', row: 1 } } : {}),
        },
      },
    ]);
  };
  const contracted = { amount: '100000000.00', currency: 'CNY' };
  const projects: { id: string; ended: boolean; started: boolean }[] = [];
  const begin = async (): Promise<void> => {
    const id = `p${projects.length}`;
    projects.push({ id, ended: false, started: false });
    const imported = often(0.3);
    const signed = addDays(today(), -(imported ? below(700) : below(20)));
    await fact(id, 'ProjectRecorded', { code: id, title: `项目${id}`, unit: '01' }, signed, imported);
    await fact(
      id,
      'OwnerAssigned',
      { unit: '01', leader: '领导', steward: often(0.7) ? '管家' : undefined },
      signed,
      imported,
    );
    await fact(
      id,
      'ContractSigned',
      { contracted, agreedStart: addDays(signed, 20 + below(90)), ...(often(0.3) ? { landMode: 'purchase' } : {}) },
      signed,
      imported,
    );
  };
  const move = async (): Promise<void> => {
    const open = projects.filter(({ ended }) => !ended);
    if (open.length === 0 || (projects.length < 4 && often(0.2))) return begin();
    const project = one(open);
    switch (below(6)) {
      case 0:
        return fact(project.id, 'ProgressReported', { text: '进展' });
      case 1:
        return fact(project.id, 'ExcuseAccepted', {
          clock: 'agreed-start',
          until: addDays(today(), below(40)),
          reason: '防汛',
        });
      case 2:
        return fact(project.id, 'ContractAmended', {
          kind: 'schedule',
          agreedStartTo: addDays(today(), 10 + below(60)),
        });
      case 3:
        if (!project.started && often(0.6)) {
          project.started = true;
          return fact(project.id, 'StartCertified', {}, addDays(today(), -below(4)));
        }
        return;
      case 4:
        if (project.started) return fact(project.id, 'StatisticsEntered', {});
        return;
      default:
        if (often(0.2)) {
          project.ended = true;
          return fact(project.id, 'ProjectTerminated', { kind: 'by-investor', reason: 'x' });
        }
        return;
    }
  };

  const ring = async (until: number): Promise<void> => {
    for (;;) {
      const next = Math.min(...alarms);
      if (!(next <= until)) break;
      alarms.delete(next);
      now = Math.max(now, next);
      await wakeSome();
    }
    now = Math.max(now, until);
  };

  await begin();
  for (let step = 0; step < 24; step += 1) {
    if (often(0.5)) {
      await move();
      await wakeSome();
    } // a new fact wakes a worker
    if (often(0.12)) alarms.clear(); // the queue is flushed
    if (often(0.06)) await ledger.clear(); // the ledger is dropped
    if (often(0.05)) now += (below(2) === 0 ? 1 : -1) * HOUR; // the machine's clock jumps
    await ring(now + (often(0.5) ? below(30) * HOUR : below(6) * 24 * HOUR));
    if (broken.reconcile !== true) await wakeSome(); // the reconcile timer
  }
  quiet = true;
  for (let day = 0; day < 3; day += 1) {
    for (let hour = 0; hour < 4; hour += 1) {
      await ring(now + 6 * HOUR);
      if (broken.reconcile !== true) await wake(0);
    }
  }
  return { events: await store.readAll(0n, 1_000_000), effects, end: new Date(now).toISOString() };
};
