import { statfs } from 'node:fs/promises';
import { settingOf } from '#database';
import { keysOf, type LogKind } from '#event-store';
import { DEFAULT_POLICY, isWorkingDay } from '#domain';
import { PROJECT_MODEL_VERSION, readCheckpoint } from '#projections';
import { ask } from '../ask.ts';
import { OPERATOR } from '../operator.ts';
import type { OpenOffice } from '../open-office.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { showSetAside } from '../lists/set-aside.ts';
import { erasedPeople } from '../personal/person-events.ts';
import { examinePapers } from '../papers/examine-papers.ts';
import { beyondLog } from './log-reach.ts';
import { verifyLog } from './verify-log.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly whatToDo: string | null; // null where all is well
}

type Look = (office: OpenOffice) => Promise<readonly [ok: boolean, detail: string]>;

/** About the five thousand newest records, as each log counts: one by one, or in bytes. All of them: luodi verify. */
const NEWEST: Readonly<Record<LogKind, bigint>> = { postgres: 5_000n, kurrentdb: 5_000_000n };
const PLACES: Readonly<Record<LogKind, string>> = { postgres: 'in PostgreSQL', kurrentdb: 'in KurrentDB' };

/** Everything that an installation stands on: what it is called, what to do where it is wrong, how it is looked at. */
const CHECKS: readonly (readonly [name: string, whatToDo: string, look: Look])[] = [
  [
    'database',
    'Start PostgreSQL, or correct DATABASE_URL.',
    async (office) => [
      true,
      `PostgreSQL ${await settingOf(office.pool, 'server_version')}, ${office.embedded ? 'embedded' : 'outside'}`,
    ],
  ],
  [
    'durability',
    'Set fsync, full_page_writes and synchronous_commit to on in postgresql.conf: otherwise acknowledged facts can be lost.',
    async (office) => {
      const names = ['fsync', 'full_page_writes', 'synchronous_commit'];
      const values = await Promise.all(names.map((name) => settingOf(office.pool, name)));
      return [
        values.every((value) => value === 'on'),
        names.map((name, index) => `${name} ${values[index]}`).join(', '),
      ];
    },
  ],
  [
    'encoding',
    'Create the database with encoding UTF8.',
    async (office) => {
      const encoding = await settingOf(office.pool, 'server_encoding');
      return [encoding === 'UTF8', encoding];
    },
  ],
  [
    'log',
    'Run luodi verify, and restore the newest backup whose seals agree.',
    async (office) => {
      const head = await office.store.head();
      const { kind } = office.config.log;
      const newest = NEWEST[kind];
      const { ok, events, firstBad } = await verifyLog(office, head > newest ? { from: head - newest } : {});
      return [ok, `${PLACES[kind]}; ${ok ? `${events} newest events unchanged` : JSON.stringify(firstBad)}`];
    },
  ],
  [
    'reach',
    'Restore the newest backup: the log is shorter than what is known of it.',
    async (office) => {
      const beyond = await beyondLog(office);
      return [beyond === null, beyond ?? 'the log reaches as far as lists, reminders and seals'];
    },
  ],
  [
    'release',
    'Upgrade this installation: a newer release recorded what it goes by, and this one decides nothing on it.',
    async ({ rules, organisation, periods }) => {
      await Promise.all([rules(), organisation.current(), periods.books()]);
      return [true, 'rules, units and months are of kinds that this release knows'];
    },
  ],
  [
    'set aside',
    'Correct or void the facts that are named: their projects stand in the lists as before them.',
    async (office) => {
      const { rows } = await ask(office, OPERATOR, showSetAside, {});
      const named = rows.map(({ stream, version, reason }) => `${stream} version ${version}: ${reason}`).join('; ');
      return [rows.length === 0, named || 'every fact is in the lists'];
    },
  ],
  [
    'read model',
    'Run luodi rebuild.',
    async (office) => {
      await upToDate(office);
      const { version, position } = await readCheckpoint(office.pool);
      const head = await office.store.head();
      return [
        version === PROJECT_MODEL_VERSION && position >= head,
        `version ${version}, position ${position} of ${head}`,
      ];
    },
  ],
  [
    'papers',
    'Restore the folder papers of the data folder from the backup, or attach the same files again.',
    async (office) => {
      const { count, wrong } = await examinePapers(office);
      return [wrong.length === 0, wrong.join('; ') || `${count} papers as they were attached`];
    },
  ],
  [
    'people',
    'Somebody who was erased has a key again, from an older backup: run luodi erase REFERENCE --confirm once more.',
    async (office) => {
      const erased = await erasedPeople(office.pool, office.store);
      const back = await keysOf(office.pool, erased);
      return [back.size === 0, [...back.keys()].join(', ') || `${erased.length} erased, none has a key`];
    },
  ],
  [
    'calendar',
    'Publish the State Council’s notice of the year: luodi calendar import FILE.',
    async (office) => {
      const { calendar } = await office.rules();
      const today = office.today();
      const year = Number(today.slice(0, 4));
      const published = [...calendar.years].filter((one) => one >= year).join(', ');
      return [
        calendar.years.has(year),
        `${published} published; today ${isWorkingDay(today, calendar) ? 'is a working day' : 'is a day off'}`,
      ];
    },
  ],
  [
    'policy',
    'Publish a policy: luodi policy publish FILE.',
    async (office) => {
      const policy = (await office.rules()).policyOn(office.today());
      return [true, `version ${policy.version}${policy === DEFAULT_POLICY ? ' (default pack)' : ''}`];
    },
  ],
  [
    'reminders',
    'Start the server or luodi worker: reminders are sent by it. A canary that is old says that the queue stands still.',
    async ({ reminders }) => {
      const { overdue, canaryAt } = await reminders.watch.state();
      return canaryAt === null
        ? [true, 'no server has run yet']
        : [overdue === 0, `${overdue} overdue; canary ${canaryAt}`];
    },
  ],
  [
    'disk',
    'Free some space: below 1 GB the database may stop accepting facts.',
    async ({ embedded, config }) => {
      if (!embedded) return [true, 'the database stands elsewhere'];
      const { bavail, bsize } = await statfs(config.data);
      const gigabytes = (bavail * bsize) / 1e9;
      return [gigabytes >= 1, `${gigabytes.toFixed(1)} GB free`];
    },
  ],
];

/** Looks at everything that an installation stands on, one after the other. What cannot be looked at is not well. */
export const examine = async (
  office: OpenOffice,
): Promise<{ readonly ok: boolean; readonly checks: readonly Check[] }> => {
  const checks: Check[] = [];
  for (const [name, whatToDo, look] of CHECKS) {
    const [ok, detail] = await look(office).catch((error: unknown) => [false, (error as Error).message] as const);
    checks.push({ name, ok, detail, whatToDo: ok ? null : whatToDo });
  }
  return { ok: checks.every(({ ok }) => ok), checks };
};
