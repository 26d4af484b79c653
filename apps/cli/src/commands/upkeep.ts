import { statfs } from 'node:fs/promises';
import { isWorkingDay, DEFAULT_POLICY } from '#domain';
import { PROJECT_MODEL_VERSION, rebuildMatters, rebuildProjects } from '#projections';
import { holderIn, rebuildReminders } from '#reminders';
import type { LogKind } from '#event-store';
import { projectNamed, upToDate } from '../installation.ts';
import { ask, beyondLog, OPERATOR, showSetAside, verifyLog, type OpenOffice } from '#office';
import { answer, Refused, say, type Options } from '../output.ts';
import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';

export const verifyRecords = async (
  office: OpenOffice,
  { from, project }: { readonly from?: string; readonly project?: string },
  options: Options,
): Promise<void> => {
  if (from !== undefined && !/^\d{1,18}$/.test(from))
    throw new Refused('position-invalid', { zh: '位置必须是整数。', en: 'A position is a whole number.' });
  const outcome = await verifyLog(office, {
    ...(from === undefined ? {} : { from: BigInt(from) }),
    ...(project === undefined ? {} : { project: (await projectNamed(office, project)).id }),
  });
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `${outcome.ok ? 'ok' : `first bad: ${JSON.stringify(outcome.firstBad)}`} · ${outcome.events} events · ${outcome.streams} streams · ${outcome.seconds} s · ${outcome.seals} seals, ${outcome.unsealed.events} events not sealed yet\n`,
    );
  if (!outcome.ok) process.exitCode = 1;
};

interface Rebuilt {
  readonly name: string;
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}

/** Every read model, by name: each folded anew from the log and compared with the one that serves. */
const MODELS: Readonly<Record<string, (office: OpenOffice) => Promise<Rebuilt>>> = {
  project: ({ pool, store, rules }) =>
    rebuildProjects(pool, store, rules, (events) => {
      if (events % 10_000 < 500) say(`${events} events`);
    }),
  matter: ({ pool, store }) => rebuildMatters(pool, store),
  reminders: ({ pool, store, rules, now, organisation, reminders: { ledger } }) =>
    rebuildReminders(pool, {
      store,
      rules,
      ledger,
      now,
      holder: async () => holderIn((await organisation.current()).tree),
    }),
};

export const rebuild = async (office: OpenOffice, model: string | undefined, options: Options): Promise<void> => {
  const names = Object.keys(MODELS);
  if (model !== undefined && !Object.hasOwn(MODELS, model))
    throw new Refused(
      'model-unknown',
      { zh: `没有这个读模型：${model}`, en: `There is no such read model: ${model}` },
      { models: names },
    );
  await upToDate(office);
  const models: Rebuilt[] = [];
  for (const name of model === undefined ? names : [model]) models.push(await MODELS[name]!(office));
  if (options.json) answer({ models });
  else
    for (const { name, events, seconds, differences } of models)
      process.stdout.write(`${name}: ${events} events, ${seconds} s, ${differences} differences\n`);
  if (models.some(({ differences }) => differences > 0)) process.exitCode = 1;
};

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly whatToDo: string | null;
}

/** About the five thousand newest records, as each log counts: one by one, or in bytes. */
const NEWEST: Readonly<Record<LogKind, bigint>> = { postgres: 5_000n, kurrentdb: 5_000_000n };

/** Looks at everything that an installation stands on, and says what to do about each thing that is wrong. */
export const doctor = async (office: OpenOffice, options: Options): Promise<void> => {
  const { pool, embedded, store, rules, config } = office;
  const today = office.today();
  const checks: Check[] = [];
  const check = async (
    name: string,
    whatToDo: string,
    look: () => Promise<readonly [boolean, string]>,
  ): Promise<void> => {
    try {
      const [ok, detail] = await look();
      checks.push({ name, ok, detail, whatToDo: ok ? null : whatToDo });
    } catch (error) {
      checks.push({ name, ok: false, detail: (error as Error).message, whatToDo });
    }
  };
  const setting = async (name: string): Promise<string> =>
    (await pool.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]!.value;
  await check('database', 'Start PostgreSQL, or correct DATABASE_URL.', async () => [
    true,
    `PostgreSQL ${await setting('server_version')}, ${embedded ? 'embedded' : 'outside'}`,
  ]);
  await check(
    'durability',
    'Set fsync, full_page_writes and synchronous_commit to on in postgresql.conf: otherwise acknowledged facts can be lost.',
    async () => {
      const values = await Promise.all(['fsync', 'full_page_writes', 'synchronous_commit'].map(setting));
      return [
        values.every((value) => value === 'on'),
        `fsync ${values[0]}, full_page_writes ${values[1]}, synchronous_commit ${values[2]}`,
      ];
    },
  );
  await check('encoding', 'Create the database with encoding UTF8.', async () => {
    const encoding = await setting('server_encoding');
    return [encoding === 'UTF8', encoding];
  });
  await check('log', 'Run luodi verify, and restore the newest backup whose seals agree.', async () => {
    const head = await store.head();
    const newest = NEWEST[config.log.kind];
    const from = head > newest ? head - newest : undefined;
    const { ok, events, firstBad } = await verifyLog(office, from === undefined ? {} : { from });
    const where = config.log.kind === 'postgres' ? 'in PostgreSQL' : 'in KurrentDB';
    return [ok, `${where}; ${ok ? `${events} newest events unchanged` : JSON.stringify(firstBad)}`];
  });
  await check('reach', 'Restore the newest backup: the log is shorter than what is known of it.', async () => {
    const beyond = await beyondLog(office);
    return [beyond === null, beyond ?? 'the log reaches as far as lists, reminders and seals'];
  });
  await check(
    'set aside',
    'Correct or void the facts that are named: their projects stand in the lists as before them.',
    async () => {
      const { rows } = await ask(office, OPERATOR, showSetAside, {});
      return [
        rows.length === 0,
        rows.length === 0
          ? 'every fact is in the lists'
          : rows.map(({ stream, version, reason }) => `${stream} version ${version}: ${reason}`).join('; '),
      ];
    },
  );
  await check('read model', 'Run luodi rebuild.', async () => {
    await upToDate(office);
    const { rows } = await pool.query<{ version: number; position: string }>(
      `select version, position from projection_checkpoint where name = 'project'`,
    );
    const head = await store.head();
    return [
      rows[0]?.version === PROJECT_MODEL_VERSION && BigInt(rows[0].position) >= head,
      `version ${rows[0]?.version}, position ${rows[0]?.position} of ${head}`,
    ];
  });
  await check('calendar', 'Publish the State Council’s notice of the year: luodi calendar import FILE.', async () => {
    const { calendar } = await rules();
    const year = Number(today.slice(0, 4));
    return [
      calendar.years.has(year),
      `${[...calendar.years].filter((one) => one >= year).join(', ')} published; today ${isWorkingDay(today, calendar) ? 'is a working day' : 'is a day off'}`,
    ];
  });
  await check('policy', 'Publish a policy: luodi policy publish FILE.', async () => {
    const policy = (await rules()).policyOn(today);
    return [true, `version ${policy.version}${policy === DEFAULT_POLICY ? ' (default pack)' : ''}`];
  });
  await check(
    'reminders',
    'Start the server or luodi worker: reminders are sent by it. A canary that is old says that the queue stands still.',
    async () => {
      const {
        rows: [row],
      } = await pool.query<{ overdue: number; canary: string | null }>(
        `select (select count(*)::integer from reminder_due where send_at < now() - interval '1 hour') as overdue, (select at from reminder_watch where name = 'canary') as canary`,
      );
      return row!.canary === null
        ? [true, 'no server has run yet']
        : [row!.overdue === 0, `${row!.overdue} overdue; canary ${new Date(row!.canary).toISOString()}`];
    },
  );
  if (embedded)
    await check('disk', 'Free some space: below 1 GB the database may stop accepting facts.', async () => {
      const { bavail, bsize } = await statfs(options.data);
      const gigabytes = (bavail * bsize) / 1e9;
      return [gigabytes >= 1, `${gigabytes.toFixed(1)} GB free`];
    });
  const ok = checks.every((one) => one.ok);
  if (options.json) answer({ ok, checks });
  else
    for (const { name, ok: fine, detail, whatToDo } of checks)
      process.stdout.write(`${fine ? '✓' : '✗'} ${name}: ${detail}${whatToDo === null ? '' : ` → ${whatToDo}`}\n`);
  if (!ok) process.exitCode = 1;
};

/** What keeps an installation sound. */
export const offerUpkeep = ({ command, working, optionsOf }: Commands): void => {
  command('verify', 'check that no record was changed')
    .option('--from <position>')
    .option('--project <project>')
    .action((asked: { from?: string; project?: string }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => verifyRecords(office, asked, options));
    });
  command('rebuild [model]', 'build read models anew, compare, swap').action(
    (model: string | undefined, _asked: unknown, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => rebuild(office, model, options));
    },
  );
  command('doctor', 'what this installation stands on').action((_asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (office) => doctor(office, options));
  });
};
