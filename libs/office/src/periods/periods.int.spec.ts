import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApproveReopening, ClosePeriod, readCommand, ReopenPeriod, type PeriodCommand } from '#domain';
import { CreateAccount } from '#identity';
import { importWorkbook, type ImportDecision } from '#imports';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { importTools } from '../imports/import-tools.ts';
import { giveMatter } from '../matters/give-matter.ts';
import { MATTER_ROUTES } from '../matters/matter-commands.ts';
import { openFigure } from '../numbers/open-figure.ts';
import { FigureQuery } from '../numbers/queries.ts';
import { OPERATOR } from '../operator.ts';
import { giveProject } from '../projects/give-project.ts';
import { closingOf } from './closing.ts';
import { givePeriod } from './give-period.ts';
import { restatement } from './restatement.ts';
import { showPeriods } from './show-periods.ts';

let b: Bureau;
let key = 0;
const next = (): string => `k${(key += 1)}`;
const WANG = { ...OPERATOR, account: 'wang', user: 'wang' };
const LI = { ...OPERATOR, account: 'li', user: 'li' };
const give = (command: PeriodCommand, caller = OPERATOR) =>
  givePeriod(b.office, { caller, command, key: next(), ifVersion: null });
const close = (month: string) => give(readCommand(ClosePeriod, { month }));
const reopen = (month: string, approver: string) =>
  give(readCommand(ReopenPeriod, { month, reason: '补录', approver }), WANG);
const tell = (
  project: string,
  type: 'CorrectFact' | 'VoidFact' | 'ReportProgress' | 'EnterStatistics',
  body: object,
  caller = OPERATOR,
) => giveProject(b.office, { caller, project, type, body, key: next(), ifVersion: null });

/** Told with an approver, who then signs in and approves. */
const tellApproved = async (project: string, type: Parameters<typeof tell>[1], body: object) => {
  const { approval } = await tell(project, type, { ...body, approver: 'li' });
  const route = MATTER_ROUTES.find((one) => one.type === 'ApproveProposal')!;
  await giveMatter(b.office, { caller: LI, id: approval, route, body: {}, key: next(), ifVersion: null });
};

beforeAll(async () => {
  b = await bureau();
  for (const user of ['li', 'wang'])
    await b.office.identity.createAccount(
      readCommand(CreateAccount, { user, name: user, roles: ['supervisor'], scope: 'all', password: 'River-boat-42' }),
      { user: 'test', unit: null },
    );
  const signed = (code: string, amount: string, unit: string) => [
    e('ProjectRecorded', '2023-05-10', { code, title: code, unit }),
    e('ContractSigned', '2023-06-10', { contracted: yuan(amount), landMode: 'lease' }),
  ];
  await b.record('A', signed('A', '100.00', '一局'));
  await b.record('B', signed('B', '200.00', '二局'));
  await close('2023-06');
}, 600_000);
afterAll(() => b.close());

it('closes a month that is over, once, with its position and the hash of its figures', async () => {
  const { months } = await showPeriods(b.office);
  expect(months).toMatchObject([
    { month: '2023-06', state: 'closed', closedBy: { user: 'luodi-cli' }, reopened: null },
  ]);
  expect(months[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(BigInt(months[0]!.position)).toBeLessThan(await b.office.store.head());
  await expect(close('2023-06')).rejects.toMatchObject({ code: 'period-closed-already' });
  await expect(close('2199-01')).rejects.toMatchObject({ code: 'period-not-over' });
});

it('finds nothing to restate where nothing was recorded since', async () => {
  expect((await restatement(b.office, OPERATOR, '2023-06')).rows).toEqual([]);
  await expect(restatement(b.office, OPERATOR, '2023-05')).rejects.toMatchObject({ code: 'period-never-closed' });
});

it('wants a second person for what falls into a closed month, a void of its facts as well', async () => {
  const june = { occurredOn: '2023-06-20', text: '推进' };
  await expect(tell('A', 'ReportProgress', june)).rejects.toMatchObject({ code: 'period-closed', field: 'approver' });
  await expect(tell('A', 'ReportProgress', { ...june, approver: 'wang' }, WANG)).rejects.toMatchObject({
    code: 'approver-is-giver',
  });
  await expect(tell('A', 'VoidFact', { target: 2, reason: '错登' })).rejects.toMatchObject({ code: 'period-closed' });
  await tellApproved('A', 'ReportProgress', june);
  expect((await tell('A', 'ReportProgress', { occurredOn: '2023-07-20', text: '推进' })).events).toHaveLength(1);
});

it('shows before a closing what it would fix, and which units told nothing of the month', async () => {
  const closing = await closingOf(b.office, '2023-07');
  expect(closing).toMatchObject({ month: '2023-07', asOf: '2023-07-31', silent: [{ name: '二局' }] });
  expect(closing.figures['backlog']).toMatchObject({ value: '2' });
  expect(closing.hash).toBe((await closingOf(b.office, '2023-07')).hash);
  await expect(closingOf(b.office, '2023-06')).rejects.toMatchObject({ code: 'period-closed-already' });
  await expect(closingOf(b.office, '2199-01')).rejects.toMatchObject({ code: 'period-not-over' });
});

it('tells which figures of a closed month are otherwise now, what was printed, and by which events', async () => {
  const correction = { target: 2, field: 'contracted', from: yuan('100.00'), to: yuan('150.00'), reason: '笔误' };
  await tellApproved('A', 'CorrectFact', correction);
  await tellApproved('B', 'VoidFact', { target: 2, reason: '重复' });
  const { rows, position } = await restatement(b.office, OPERATOR, '2023-06');
  const of = (metric: string, key: string | null) => rows.find((row) => row.metric === metric && row.key === key)!;
  expect(of('signed', null)).toMatchObject({ printed: '2', now: '1', whole: true });
  expect(of('signed', null).because).toMatchObject([
    { type: 'FactVoided', project: { code: 'B' }, actor: { user: 'luodi-cli' }, approver: 'li' },
  ]);
  expect(of('signed-amount', '一局')).toMatchObject({ printed: yuan('100.00'), now: yuan('150.00') });
  expect(of('signed-amount', '一局').because.map(({ type }) => type)).toEqual(['ProgressReported', 'FactCorrected']);
  expect(of('signed-amount', null).because.every((event) => event.position > position)).toBe(true);
  expect(of('signed', '一局')).toBeUndefined();
});

it('holds rows of an import that tell of a closed month until a second person approves them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-held-'));
  const path = join(folder, '台账.csv');
  await writeFile(
    path,
    '项目编号,项目名称,责任单位,签约日期,合同金额（万元）\nN1,新材料,一局,2023-06-15,5000\nN2,新能源,一局,2023-07-15,6000\n',
  );
  const { tree } = await b.office.organisation.current();
  const run = async (decisions: readonly ImportDecision[]) => {
    await b.office.projects.catchUp();
    const tools = importTools(b.office.pool, b.office.store, tree, await b.office.periods.books());
    const actor = { user: 'wang', unit: null };
    const today = b.office.today();
    return (await importWorkbook({ path, dryRun: false, decisions, today, actor }, tools)).report;
  };
  const first = await run([]);
  expect(first.sheets[0]!.rows).toMatchObject({ held: 1, rejected: 0 });
  const [held] = first.rows.filter(({ verdict }) => verdict === 'held');
  expect(held!.findings.map(({ code }) => code)).toContain('period-closed');
  const decided = { sheet: held!.sheet, row: held!.row, decision: 'new' } as const;
  expect((await run([decided])).sheets[0]!.rows.held).toBe(1);
  await expect(run([{ ...decided, approver: 'wang' }])).rejects.toMatchObject({ code: 'approver-is-giver' });
  expect((await run([{ ...decided, approver: 'li' }])).sheets[0]!.rows.held).toBe(0);
  await b.office.numbers.catchUp();
  const { rows } = await restatement(b.office, OPERATOR, '2023-06');
  const told = rows.find(({ metric, whole }) => metric === 'signed-amount' && whole)!.because;
  const signing = told.find(({ project, type }) => project.code === 'N1' && type === 'ContractSigned');
  expect(signing).toMatchObject({ approver: 'li', basis: null });
  await rm(folder, { recursive: true, force: true });
});

it('says of an opened figure of that month what was printed', async () => {
  const open = (query: object) => openFigure(b.office, OPERATOR, 'signed-amount', readCommand(FigureQuery, query));
  const { restated } = await open({ period: '2023-06' });
  expect(restated).toMatchObject({ from: yuan('300.00'), to: yuan('50000150.00') });
  expect(restated!.why.map(({ type }) => type)).toContain('FactVoided');
  expect((await open({ period: '2023-06', by: 'unit', key: '二局' })).restated).toMatchObject({ to: yuan('0.00') });
  expect((await open({ period: '2023-Q2' })).restated).toBeNull();
});

it('reopens a month by two people, and closes it again on what is known now', async () => {
  await expect(reopen('2023-06', 'wang')).rejects.toMatchObject({ code: 'approver-is-giver' });
  await reopen('2023-06', '@li');
  const june = { occurredOn: '2023-06-21', text: '再推进' };
  const [waiting] = (await showPeriods(b.office)).months;
  const asked = { by: { user: 'wang' }, approver: 'li', reason: '补录' };
  expect(waiting).toMatchObject({ state: 'closed', asked, reopened: null });
  await expect(tell('A', 'ReportProgress', june)).rejects.toMatchObject({ code: 'period-closed' });
  const approval = readCommand(ApproveReopening, { month: '2023-06' });
  await expect(give(approval, WANG)).rejects.toMatchObject({ code: 'reopening-approved-by-asker' });
  await give(approval, LI);
  const [month] = (await showPeriods(b.office)).months;
  expect(month).toMatchObject({ state: 'reopened', asked: null, reopened: asked });
  expect((await tell('A', 'ReportProgress', june)).events).toEqual(['ProgressReported']);
  await close('2023-06');
  expect((await restatement(b.office, OPERATOR, '2023-06')).rows).toEqual([]);
});
