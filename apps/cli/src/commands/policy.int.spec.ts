import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { addDays, DEFAULT_POLICY, money, type IsoDate, type NewEvent, type ProjectEvent } from '#domain';
import { listNamed, listRows } from '#projections';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { upToDate, type OpenOffice } from '#office';
import { openInstallation } from '../installation.ts';
import type { Options } from '../output.ts';
import { importCalendar, replayCalendar } from './calendar.ts';
import { draftPolicyFile, publishPolicyFile, showPolicy } from './policy.ts';
import { reminders } from './reminders.ts';
import { replayPolicyOf } from './replay.ts';

const options: Options = { json: true, data: '', lang: 'en' };
let database: TestDatabase;
let installation: OpenOffice;
let folder: string;
const before = process.env['DATABASE_URL'];

beforeAll(async () => {
  database = await freshDatabase();
  process.env['DATABASE_URL'] = database.url;
  folder = await mkdtemp(join(tmpdir(), 'luodi-cli-'));
  installation = await openInstallation({ ...options, data: folder });
  const { store } = installation;
  const today = installation.today();
  // Agreed for 20 days ago: yellow, and orange from the 15th day late under the draft below.
  const facts: ProjectEvent[] = [
    {
      type: 'ProjectRecorded',
      occurredOn: addDays(today, -40),
      data: { code: 'A', title: '轴承项目', unit: '产业园' },
    },
    {
      type: 'ContractSigned',
      occurredOn: addDays(today, -40),
      data: { contracted: money('100.00'), agreedStart: addDays(today, -20) },
    },
  ];
  await store.append(
    'project-a',
    0,
    facts.map((event, index): NewEvent => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      event,
      schemaVersion: 1,
      meta: { actor: { user: 'clerk', unit: null }, commandId: `c${index}` },
    })),
  );
  await upToDate(installation);
});
afterAll(async () => {
  await installation.close();
  await database.drop();
  await rm(folder, { recursive: true });
  if (before === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = before;
});

/** The one JSON document that a command writes to stdout. */
const told = async (command: () => Promise<void>): Promise<Record<string, unknown>> => {
  let text = '';
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    await command();
  } finally {
    out.mockRestore();
  }
  return JSON.parse(text) as Record<string, unknown>;
};
const written = async (name: string, content: unknown): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const colour = async () =>
  (
    await listRows(
      database.pool,
      {
        list: listNamed('signed-not-started')!,
        asOf: { day: installation.today(), position: null },
        scope: { all: true },
      },
      await installation.organisation.names(),
    )
  ).rows.map((row) => row.colour);
const sharper = { ...DEFAULT_POLICY, validFrom: undefined, scale: { ...DEFAULT_POLICY.scale, orangeDaysLate: 15 } };

it('replays a policy file: differences with their counts, none for the policy in force', async () => {
  const inForce = await told(() => showPolicy(installation, undefined, options));
  expect(
    await told(async () => replayPolicyOf(installation, await written('same.json', inForce), {}, options)),
  ).toMatchObject({ differences: [], counts: { colour: 0, notice: 0, list: 0, due: 0, projects: 0 } });
  const file = await written('sharper.json', sharper);
  const today = installation.today();
  const replay = (await told(() => replayPolicyOf(installation, file, {}, options))) as {
    differences: { what: string }[];
    counts: object;
  };
  expect(replay.differences.filter(({ what }) => what === 'colour')).toEqual([
    {
      project: { id: 'a', code: 'A', name: '轴承项目' },
      matter: null,
      what: 'colour',
      clock: 'agreed-start',
      before: 'yellow',
      after: 'orange',
      on: addDays(today, -5),
      until: null,
    },
  ]);
  expect(replay.counts).toMatchObject({ colour: 1, list: 0, due: 0, projects: 1 });
  expect(
    await told(() =>
      replayPolicyOf(installation, file, { from: addDays(today, -39), to: addDays(today, -6) }, options),
    ),
  ).toMatchObject({ from: addDays(today, -39), to: addDays(today, -6), counts: { colour: 0 } });
});

it('refuses a wrong file at its field, and a command that names none', async () => {
  await expect(
    replayPolicyOf(installation, await written('wrong.json', { ...sharper, fundsPercent: 'x' }), {}, options),
  ).rejects.toMatchObject({ code: 'policy-invalid', field: 'fundsPercent' });
  await expect(replayPolicyOf(installation, await written('broken.json', '{'), {}, options)).rejects.toMatchObject({
    code: 'file-invalid',
    more: { field: 'file' },
  });
  await expect(replayPolicyOf(installation, undefined, {}, options)).rejects.toThrow('name a policy file');
  await expect(
    replayPolicyOf(installation, await written('sharper.json', sharper), { from: 'soon' }, options),
  ).rejects.toThrow('no such day');
});

it('keeps a draft that changes nothing, replays it, and publishes it by its number', async () => {
  expect(
    await told(async () => draftPolicyFile(installation, await written('sharper.json', sharper), 'as asked', options)),
  ).toEqual({ draft: 1, validFrom: null, changed: [{ field: 'scale.orangeDaysLate', before: 31, after: 15 }] });
  expect([await colour(), await told(() => showPolicy(installation, undefined, options))]).toMatchObject([
    ['yellow'],
    { version: 1 },
  ]);
  expect(await told(() => showPolicy(installation, true, options))).toMatchObject({
    draft: 1,
    note: 'as asked',
    publishedAs: null,
    policy: { scale: { orangeDaysLate: 15 } },
  });
  expect(await told(() => replayPolicyOf(installation, undefined, { draft: '1' }, options))).toMatchObject({
    counts: { colour: 1 },
  });
  expect(await told(() => publishPolicyFile(installation, undefined, '1', options))).toEqual({
    version: 2,
    validFrom: installation.today(),
    changed: [{ field: 'scale.orangeDaysLate', before: 31, after: 15 }],
  });
  expect([await colour(), await told(() => showPolicy(installation, undefined, options))]).toMatchObject([
    ['orange'],
    { version: 2 },
  ]);
  await expect(publishPolicyFile(installation, undefined, '1', options)).rejects.toMatchObject({
    code: 'draft-published',
  });
  await expect(showPolicy(installation, '5', options)).rejects.toMatchObject({ code: 'draft-unknown' });
  expect(
    await told(async () => replayPolicyOf(installation, await written('sharper.json', sharper), {}, options)),
  ).toMatchObject({ differences: [] }); // it is in force now
  expect(
    await told(async () => publishPolicyFile(installation, await written('sharper.json', sharper), undefined, options)),
  ).toMatchObject({ version: 2, changed: [] });
});

it('a clock with rungs of its own: replayed, shown, and owed by it alone', async () => {
  const today = installation.today();
  const agreed = DEFAULT_POLICY.clocks['agreed-start'];
  const own = {
    ...sharper,
    clocks: {
      ...DEFAULT_POLICY.clocks,
      'agreed-start': {
        ...agreed,
        ladder: {
          supervision: { when: null },
          reminder: { when: { onColour: 'orange', everyDays: 20 } },
          circular: { to: ['supervision-office'] },
        },
      },
    },
  };
  const owed = async (ofAgreedStart: boolean): Promise<readonly string[]> => {
    const { rows } = (await told(() => reminders(installation, { from: today, to: addDays(today, 75) }, options))) as {
      rows: { clock: string; rung: string; on: string; to: { role: string }[] }[];
    };
    return rows
      .filter(({ clock }) => (clock === 'agreed-start') === ofAgreedStart)
      .map(({ clock, rung, on, to }) => `${clock} ${rung} ${on} ${to.map(({ role }) => role).join()}`);
  };
  const others = await owed(false);
  expect(await owed(true)).toEqual([`agreed-start circular ${addDays(today, 71)} all-units`]);
  const file = await written('own.json', own);
  const { differences } = (await told(() =>
    replayPolicyOf(installation, file, { from: today, to: addDays(today, 75) }, options),
  )) as { differences: { what: string; clock: string }[] };
  expect(new Set(differences.map(({ what, clock }) => `${what} ${clock}`))).toEqual(new Set(['notice agreed-start']));

  expect(await told(() => publishPolicyFile(installation, file, undefined, options))).toMatchObject({
    version: 3,
    changed: [{ field: 'clocks.agreed-start.ladder', before: null }],
  });
  expect(await told(() => showPolicy(installation, undefined, options))).toMatchObject({
    version: 3,
    clocks: { 'agreed-start': { ladder: { supervision: { when: null }, circular: { to: ['supervision-office'] } } } },
  });
  expect(await told(() => replayPolicyOf(installation, file, {}, options))).toMatchObject({ differences: [] });
  expect(await owed(true)).toEqual([
    ...[15, 35, 55].map((days) => `agreed-start reminder ${addDays(today, days)} supervision-office`),
    `agreed-start circular ${addDays(today, 71)} supervision-office`,
  ]); // orange since five days ago
  expect(await owed(false)).toEqual(others);
});

it('refuses rungs that a clock cannot have', async () => {
  const issue = { ...DEFAULT_POLICY.clocks.issue, ladder: { due: { when: null } } };
  await expect(
    publishPolicyFile(
      installation,
      await written('issue.json', { ...sharper, clocks: { ...DEFAULT_POLICY.clocks, issue } }),
      undefined,
      options,
    ),
  ).rejects.toMatchObject({ code: 'policy-invalid', field: 'clocks.issue.ladder' });
});

describe('a notice of days off', () => {
  const year = (): number => Number(installation.today().slice(0, 4)) + 1;
  const table = (): string[][] => [
    ['2027 年放假安排'],
    ['名称', '日期', '类型'],
    ['元旦', `${year()}年1月1日`, '休'],
    ['元旦', `${year()}.1.2`, '休'],
    ['', saturday(), '班'],
  ];
  const saturday = (): string => {
    for (let day = `${year()}-02-01` as IsoDate; ; day = addDays(day, 1))
      if (new Date(`${day}T00:00:00Z`).getUTCDay() === 6) return day;
  };
  const notice = () => installation.rules().then(({ notices }) => notices.findLast((one) => one.year === year()));

  it('is replayed from a csv and published from csv, xlsx and json alike', async () => {
    const csv = await written(
      'days.csv',
      table()
        .map((cells) => cells.join(','))
        .join('\n'),
    );
    expect(await told(() => replayCalendar(installation, csv, {}, options))).toMatchObject({
      from: installation.today(),
      to: `${year()}-12-31`,
    });
    expect(await notice()).toBeUndefined();
    expect(await told(() => importCalendar(installation, csv, options))).toEqual({
      years: [{ year: year(), notice: null, replaced: false }],
    });
    const meant = { year: year(), off: { 元旦: [`${year()}-01-01`, `${year()}-01-02`] }, worked: [saturday()] };
    expect(await notice()).toEqual(meant);
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('放假');
    for (const cells of table())
      sheet.addRow(cells.map((cell) => (/^\d{4}\.1\.2$/.test(cell) ? new Date(Date.UTC(year(), 0, 2)) : cell)));
    const xlsx = join(folder, 'days.xlsx');
    await book.xlsx.writeFile(xlsx);
    expect(await told(() => importCalendar(installation, xlsx, options))).toEqual({
      years: [{ year: year(), notice: null, replaced: true }],
    });
    expect(await notice()).toEqual(meant);
    expect(
      await told(async () =>
        importCalendar(installation, await written('days.json', { ...meant, notice: '1号' }), options),
      ),
    ).toEqual({ years: [{ year: year(), notice: '1号', replaced: true }] });
    expect(await notice()).toEqual({ ...meant, notice: '1号' });
  });
  it('is refused where it names several years, no day, or lacks its columns', async () => {
    await expect(
      importCalendar(
        installation,
        await written('two.csv', 'date,kind,name\n2026-12-31,off,x\n2027-01-01,off,x\n'),
        options,
      ),
    ).rejects.toMatchObject({ code: 'calendar-several-years' });
    await expect(
      importCalendar(installation, await written('bad.csv', 'date,kind\n2027-02-30,off\n'), options),
    ).rejects.toMatchObject({ code: 'calendar-invalid', field: 'row 2' });
    await expect(
      importCalendar(installation, await written('none.csv', 'day of the year,what\n2027-01-01,off\n'), options),
    ).rejects.toMatchObject({ code: 'columns-missing' });
    await expect(importCalendar(installation, join(folder, 'missing.xlsx'), options)).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});
