import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommand } from '#domain';
import { CreateAccount } from '#identity';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { commandsOn } from '../../../../test/support/command.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { offerBoards } from './boards.ts';
import { offerComparison } from './compare.ts';
import { offerExports } from './export.ts';
import { offerFigures } from './figures.ts';
import { offerDefinitions } from './offer-definitions.ts';
import { offerPeriods } from './offer-periods.ts';
import { offerTargets } from './offer-targets.ts';
import { offerReports } from './report.ts';
import { offerTemplates } from './templates.ts';

let b: Bureau;
let folder: string;
beforeAll(async () => {
  b = await bureau();
  folder = await mkdtemp(join(tmpdir(), 'luodi-numbers-'));
  await b.record('A', [
    e('ProjectRecorded', '2023-02-01', { code: 'A', title: '轴承项目', unit: '一局' }),
    e('ContractSigned', '2023-03-01', { contracted: yuan('60.00'), landMode: 'lease' }),
    e('StartCertified', '2023-05-01'),
  ]);
}, 600_000);
afterAll(async () => {
  await b.close();
  await rm(folder, { recursive: true, force: true });
});

const told = commandsOn(
  () => b,
  [
    offerFigures,
    offerComparison,
    offerTargets,
    offerPeriods,
    offerBoards,
    offerDefinitions,
    offerTemplates,
    offerExports,
    offerReports,
  ],
);
const file = async (name: string, document: object): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(document));
  return path;
};

it('a sheet of targets is stated again without a change, back over a revision, and a cell that is no number is named', async () => {
  const sheet = join(folder, 'targets.csv');
  await writeFile(sheet, '单位,2024年签约额目标（亿元）,2024年签约项目数任务\n全区,10,3\n一局,五六亿,-1\n');
  const imported = () => told('target', 'import', sheet);
  const amount = async () =>
    ((await told('target', 'list', '--year', '2024', '--metric', 'signed-amount')) as { targets: { value: unknown }[] })
      .targets[0]!.value;
  const rejected = [
    { row: 3, code: 'amount-in-words', message: { zh: expect.stringContaining('B3“五六亿”') } },
    { row: 3, code: 'amount-in-words', message: { zh: expect.stringContaining('C3“-1”') } },
  ];
  expect(await imported()).toMatchObject({ created: 2, changed: 0, unchanged: 0, rejected });
  expect(await imported()).toMatchObject({ created: 0, changed: 0, unchanged: 2, rejected });
  const line = ['--metric', 'signed-amount', '--issuer', '自定', '--year', '2024'];
  await told('target', 'revise', ...line, '--amount', '5.00', '--reason', '误写');
  expect(await amount()).toEqual(yuan('5.00'));
  expect(await imported()).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
  expect(await amount()).toEqual(yuan('1000000000.00'));
  process.exitCode = 0; // the rejected rows had set it
});

it('a day alone is its last instant; what is no instant, or a row of nothing, is refused with a sentence', async () => {
  const asked = ['indicators', '--period', '2023-H1', '--metric', 'signed', '--as-known'];
  expect(await told(...asked, '2020-01-01')).toMatchObject({
    asKnown: '2020-01-01T23:59:59.999+08:00',
    total: { figures: { signed: { value: '0' } } },
  });
  await expect(told(...asked, 'yesterday')).rejects.toMatchObject({
    sentence: { zh: expect.stringContaining('没有这个时刻：yesterday') },
  });
  await expect(told('figure', 'signed', '--period', '2023', '--key', '一局')).rejects.toMatchObject({
    code: 'figure-row-unknown',
    field: 'by',
  });
});

it('a template is tried on the figures of a period and published; a typed figure is refused with its line', async () => {
  const path = join(folder, 'circular.txt');
  await writeFile(path, '# {period}签约情况\n签约{signed}个。');
  expect(await told('template', 'preview', 'circular', path, '--period', '2023-H1')).toMatchObject({
    title: '2023年上半年签约情况',
    figures: [{ key: 'signed.value', printed: '1' }],
  });
  expect(await told('template', 'show', 'circular')).toMatchObject({ template: { version: 0 }, versions: [] });
  const published = await told('template', 'publish', 'circular', path, '--note', '短版');
  expect(published).toMatchObject({ template: { version: 1, note: '短版' } });
  expect(await told('template', 'show', 'circular')).toEqual(published);
  await writeFile(path, '# 通报\n开工率40.15%');
  await expect(told('template', 'publish', 'circular', path)).rejects.toMatchObject({
    code: 'template-figure-typed',
    field: 'text.2',
  });
  await expect(told('template', 'show', 'dreams')).rejects.toMatchObject({ code: 'report-unknown' });
});

it('an export says what it lacks and takes no option that says nothing of it', async () => {
  const out = ['--out', join(folder, 'table.xlsx')];
  for (const [asked, about] of [
    [['indicators'], '--period'],
    [['structure', '--period', '2023'], '--by'],
    [['indicators', '--period', '2023', '--layout', 'full'], '--layout'],
    [['signed', '--period', '2023'], '--period'],
  ] as const)
    await expect(told('export', ...asked, ...out)).rejects.toMatchObject({
      name: 'Usage',
      sentence: { zh: expect.stringContaining(about), en: expect.stringContaining(about) },
    });
  expect(await told('export', 'structure', '--period', '2023', '--by', 'land-mode', ...out)).toMatchObject({ rows: 1 });
});

it('a report is written as its file is named, and not as something else', async () => {
  const out = join(folder, 'circular.docx');
  const report = ['report', 'circular', '--period', '2023-H1', '--out', out];
  expect(await told(...report)).toMatchObject({ format: 'docx', file: out });
  expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
  await expect(told(...report, '--format', 'pdf')).rejects.toMatchObject({ name: 'Usage' });
});

it('compares a list of two days in the shape that scripts rely on', async () => {
  const found = await told('compare', 'signed-not-started', '--from', '2023-04-01', '--to', '2023-06-01');
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['entered', 'left', 'changed', 'totals']));
  expect(found['left']).toMatchObject([{ project: { code: 'A' }, because: { event: { type: 'StartCertified' } } }]);
  expect(found['totals']).toMatchObject({ from: { total: 1 }, to: { total: 0 } });
  const days = ['--from', '2023-04-01', '--to', 'soon'];
  await expect(told('compare', 'signed', ...days)).rejects.toThrow('no such day');
});

it('tells dwell times, the funnel and the forecast of a period', async () => {
  expect((await told('dwell', '--period', '2023-H1'))['rows']).toMatchObject([
    { phase: 'negotiation', count: 1, median: 28, longest: 28, stillThere: 0 },
    { phase: 'signing', count: 1, median: 61 },
    { phase: 'start', count: 1, stillThere: 1 },
  ]);
  expect((await told('funnel', '--period', '2023'))['total']).toMatchObject({ cohort: '2023' });
  expect(await told('forecast', '--period', '2023-Q2')).toMatchObject({ asOf: '2023-03-31', rows: [], started: '0' });
});

it('closes a month, lists it, and restates nothing where nothing changed', async () => {
  const { months } = (await told('period', 'close', '2023-03')) as { months: object[] };
  expect(months).toMatchObject([{ month: '2023-03', state: 'closed', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(await told('period', 'list')).toEqual({ months });
  expect((await told('period', 'restated', '2023-03'))['rows']).toEqual([]);
  await b.office.identity.createAccount(
    readCommand(CreateAccount, { user: 'li', name: '李', roles: ['leader'], scope: 'all', password: 'River-boat-42' }),
    { user: 'test', unit: null },
  );
  const reopening = ['period', 'reopen', '2023-03', '--reason', '补录', '--approver'];
  await expect(told(...reopening, 'nobody')).rejects.toMatchObject({ code: 'approver-unknown' });
  expect(await told(...reopening, 'li')).toMatchObject({
    months: [{ month: '2023-03', state: 'reopened', asked: null, reopened: { approver: 'li', reason: '补录' } }],
  });
});

it('sets and revises a target, publishes a definition and a board, and names them beside the figures', async () => {
  const line = ['--metric', 'signed-amount', '--issuer', '市', '--year', '2023'];
  await told('target', 'set', ...line, '--amount', '100.00');
  const { targets } = (await told('target', 'revise', ...line, '--amount', '120.00', '--reason', '调整')) as {
    targets: object[];
  };
  expect(targets).toMatchObject([{ value: yuan('120.00'), history: [{ value: yuan('100.00') }, { reason: '调整' }] }]);
  const path = await file('city.json', { name: 'city', rounding: { mode: 'truncate', places: 0 } });
  expect(await told('definition', 'publish', path)).toMatchObject({ published: { name: 'city', version: 1 } });
  const shown = await file('again.json', await told('definition', 'show', 'city'));
  expect(await told('definition', 'publish', shown)).toMatchObject({ published: null });
  expect(await told('definition', 'replay', shown, '--period', '2023')).toMatchObject({ differences: [] });
  const table = await told('indicators', '--period', '2023-H1', '--definition', 'city', '--metric', 'start-rate');
  expect(table).toMatchObject({
    definition: { name: 'city', version: 1 },
    total: { figures: { 'start-rate': { value: { numerator: '1', denominator: '1', percent: '100' } } } },
  });
  const board = await file('board.json', { name: '龙虎榜', measures: [{ metric: 'signed', points: '10', full: '1' }] });
  await told('board', 'publish', board);
  expect(await told('board', 'show', '龙虎榜', '--period', '2023')).toMatchObject({
    leagues: [{ rows: [{ unit: { name: '一局' }, score: '10.00', rank: 1 }] }],
  });
  await told('board', 'freeze', '龙虎榜', '2023-03');
  expect(await told('board', 'frozen', '龙虎榜', '2023-03')).toMatchObject({ same: true });
});
