import type { IsoDate } from '#domain';
import { linesOf } from '../../../../test/imports/lines.ts';
import { ledgerOf } from '../../../../test/imports/outcome.ts';
import { TODAY } from '../../../../test/imports/imported.ts';
import { NOTHING_DECIDED } from '../judge/decisions.ts';
import { judgeLedger } from '../judge/judge.ts';
import { candidatesOf, type Stored } from '../plans/stored.ts';
import { assemble, type ProjectPlan } from './assemble.ts';

const IMPORT = '5f0a7c1e-6c0b-4b52-9b0b-7d1f6c1d2e90';
const STORED: Stored = {
  ...{ id: 'stored', code: 'A-1', name: '轴承项目', contractNo: null, nationalCode: null, investor: '甲公司' },
  ...{ endedOn: null, signedOn: null, contracted: null },
};

/** What an import means to do with the first project of these sheets. */
const planOf = async (sheets: Readonly<Record<string, readonly string[]>>, stored: readonly Stored[] = []) => {
  const ledger = await ledgerOf(
    Object.fromEntries(Object.entries(sheets).map(([name, lines]) => [name, linesOf(...lines)])),
  );
  const known = { find: async () => candidatesOf(stored), history: async () => [] };
  const judged = await judgeLedger(ledger, IMPORT, known, NOTHING_DECIDED);
  const plan = assemble(ledger, judged, 0, IMPORT, TODAY, () => false);
  judged.plans.close();
  ledger.close();
  return plan;
};
const stepsOf = ({ planned }: ProjectPlan): readonly string[] =>
  planned.map(({ command: { type }, on, source }) => `${on as IsoDate} ${type} ${source.sheet}`);
const foundIn = ({ rows }: ProjectPlan): readonly string[] =>
  rows.flatMap(({ sheet, row, findings }) => findings.map(({ code, cell }) => `${sheet}!${row} ${code} ${cell}`));
const keptIn = (plan: ProjectPlan): readonly object[] => plan.rows.map((row) => plan.keptOf(row, new Set()));

const PROJECTS = [
  '项目编号|项目名称|投资方|签约日期|合同额（万元）|门牌',
  'A-1|轴承项目|甲公司|2023-03-15|5000|蓝',
  'A-2|冷链|乙公司|2023-04-15|600|绿',
];
const ARRIVALS = [
  '项目编号|项目名称|到位日期|到位金额（万元）|门牌',
  'A-1|轴承项目|2024-01-05|3000|红',
  'A-1|轴承项目|2024-02-05|2000|黄',
];

it('one project of several sheets is recorded by its own row, then come its facts', async () => {
  const plan = await planOf({
    台账: PROJECTS,
    线索: ['项目编号|线索名称|意向投资方|接收日期', 'A-1|轴承项目|甲公司|2022-11-05', 'A-2|冷链|乙公司|2022-11-06'],
    到位: ARRIVALS,
  });
  expect([plan.row?.sheet, plan.stored, plan.rows.map(({ sheet }) => sheet)]).toEqual([
    '台账',
    null,
    ['台账', '线索', '到位', '到位'],
  ]);
  expect(stepsOf(plan).slice(0, 2)).toEqual(['2023-03-15 RecordProject 台账', '2023-03-15 SignContract 台账']);
  expect(foundIn(plan)).toEqual([]);
});

it('of a project that is stored already nothing is registered again', async () => {
  const plan = await planOf({ 台账: PROJECTS }, [STORED]);
  expect([plan.id, stepsOf(plan)]).toEqual(['stored', ['2023-03-15 SignContract 台账']]);
  const holds = await planOf({ 台账: [`${PROJECTS[0]}|联络员`, `${PROJECTS[1]}|张三`, `${PROJECTS[2]}|`] }, [STORED]);
  expect(stepsOf(holds)).toEqual([`${TODAY} AssignOwner 台账`, '2023-03-15 SignContract 台账']);
});

it('a project of which only other sheets tell has no row of its own', async () => {
  const plan = await planOf({ 到位: ARRIVALS }, [STORED]);
  expect([plan.row, plan.id, stepsOf(plan)[0], keptIn(plan)]).toEqual([
    null,
    'stored',
    '2024-01-05 ReportArrival 到位',
    [{ 门牌: '红' }, { 门牌: '黄' }],
  ]);
});

it('a project without any day is known since the import', async () => {
  const plan = await planOf({
    在谈: ['项目名称|投资方|责任单位|意向投资额（万元）', '轴承|甲公司|一科|500', '冷链|乙公司|二科|60'],
  });
  expect(stepsOf(plan)).toEqual([`${TODAY} RecordProject 在谈`]);
});

it('silence counts where a column tells of progress, and is not known where none does', async () => {
  const since = async (head: string) => {
    const { planned } = await planOf({ 台账: [`${PROJECTS[0]}|${head}`, `${PROJECTS[1]}|`, `${PROJECTS[2]}|已供地`] });
    return (planned[0]!.command as { readonly progressKnownFrom?: string }).progressKnownFrom ?? null;
  };
  expect([await since('进展情况'), await since('颜色')]).toEqual([null, TODAY]);
});

describe('what one sheet tells stands on what another tells', () => {
  const STARTS = ['项目编号|项目名称|投资方|开工日期', 'A-1|轴承项目|甲公司|2023-09-01', 'A-2|冷链|乙公司|2023-09-02'];
  const ENDS = ['项目编号|项目名称|投资方|终止时间', 'A-1|轴承项目|甲公司|2024-09-01', 'A-2|冷链|乙公司|2024-09-02'];
  const framework = PROJECTS.map((line, at) => `${line}|${['协议类型', '框架协议', '正式合同'][at]}`);
  const steps = async (sheets: Parameters<typeof planOf>[0], stored: readonly Stored[] = []) =>
    stepsOf(await planOf(sheets, stored)).filter((one) => /Start|Terminate|Drop/.test(one));
  it.each([
    ['signed in another sheet', { 台账: PROJECTS, 开工: STARTS }, [], ['2023-09-01 CertifyStart 开工']],
    ['only agreed on', { 台账: framework, 开工: STARTS }, [], ['2023-09-01 CertifyStart 开工']],
    ['stored', { 开工: STARTS }, [STORED], ['2023-09-01 CertifyStart 开工']],
  ])('a start of a project that is %s', async (_what, sheets, stored, told) =>
    expect(await steps(sheets, stored)).toEqual(told),
  );
  it.each([
    ['signed in another sheet', { 台账: PROJECTS, 终止: ENDS }, [], ['2024-09-01 TerminateProject 终止']],
    ['signed nowhere', { 终止: ENDS }, [], ['2024-09-01 DropLead 终止']],
    ['only agreed on', { 台账: framework, 终止: ENDS }, [], ['2024-09-01 DropLead 终止']],
    ['stored, and not signed', { 终止: ENDS }, [STORED], ['2024-09-01 DropLead 终止']],
    ['stored, and signed', { 终止: ENDS }, [{ ...STORED, signedOn: TODAY }], ['2024-09-01 TerminateProject 终止']],
  ])('the end of a project that is %s', async (_what, sheets, stored, told) =>
    expect(await steps(sheets, stored)).toEqual(told),
  );
  it('a project without a day of its own is known since the first that any sheet tells, and not since an undated line', async () => {
    const talks = [
      '项目编号|项目名称|投资方|责任单位|意向投资额（万元）|进展情况',
      'A-1|轴承项目|甲公司|一科|500|已洽谈',
      'A-2|冷链|乙公司|二科|60|',
    ];
    const lines = [
      '项目编号|项目名称|进展日期|进展情况',
      'A-1|轴承项目|2024-03-01|已考察',
      'A-1|轴承项目|2024-02-01|已接触',
    ];
    expect(stepsOf(await planOf({ 在谈: talks, 进展: lines }))[0]).toBe('2024-02-01 RecordProject 在谈');
    expect(stepsOf(await planOf({ 在谈: talks }))[0]).toBe(`${TODAY} RecordProject 在谈`);
  });
  it.each([
    ['颜色', '', 2],
    ['是否认定', '是', 1],
    ['是否认定', '否', 0],
  ])('money is certified where its sheet says so, or says nothing of it: %s %s', async (head, said, many) => {
    const arrivals = [`${ARRIVALS[0]!}|${head}`, `${ARRIVALS[1]!}|${said}`, `${ARRIVALS[2]!}|`];
    const steps = stepsOf(await planOf({ 到位: arrivals }, [STORED]));
    expect(steps.filter((one) => one.includes('CertifyArrival'))).toHaveLength(many);
  });
});

describe('arrivals that are more than their contract together are said', () => {
  const found = async (...amounts: readonly string[]) =>
    foundIn(
      await planOf({
        台账: PROJECTS,
        到位: [ARRIVALS[0]!, ...amounts.map((amount, at) => `A-1|轴承项目|2024-0${at + 1}-05|${amount}|`)],
      }),
    );
  it.each([
    [['3000', '2000'], []],
    [['3000', '2001'], ['到位!3 arrivals-above-contract D3']],
    [
      ['3000', '2001', '1'],
      ['到位!3 arrivals-above-contract D3', '到位!4 arrivals-above-contract D4'],
    ],
    [['5001'], ['到位!2 arrivals-above-contract D2']],
    [['3000', '9000万美元'], []],
    [['3000', '10万美元', '3000'], []],
  ])('%j of 5000: %j', async (amounts, says) => {
    expect((await found(...amounts)).filter((one) => one.includes('above-contract'))).toEqual(says);
  });
});

describe('another sheet that tells another amount of the contract, and no day of it, is said', () => {
  const found = async (amount: string, more = '', head = '') =>
    foundIn(
      await planOf({
        台账: PROJECTS,
        调度: [
          `项目编号|项目名称|投资方|开工日期|合同额（万元）${head}`,
          `A-1|轴承项目|甲公司|2023-09-01|${amount}${more}`,
          `A-2|冷链|乙公司|2023-09-01|600${more}`,
        ],
      }),
    );
  it.each([
    ['5000', []],
    ['5020', []],
    ['6000', ['调度!2 amount-differs E2']],
    ['4000', ['调度!2 amount-differs E2']],
    ['6000万美元', []],
    ['', []],
  ])('%s beside 5000: %j', async (amount, says) => {
    expect((await found(amount)).filter((one) => one.includes('amount-differs'))).toEqual(says);
  });
});

describe('what no field takes', () => {
  it('is kept with the project from its sheets of projects and leads, where they differ both', async () => {
    const plan = await planOf({
      台账: PROJECTS,
      线索: [
        '项目编号|线索名称|意向投资方|接收日期|门牌|口号',
        'A-1|轴承项目|甲公司|2022-11-05|白|快',
        'A-2|冷链|乙公司|2022-11-06||',
      ],
    });
    expect(keptIn(plan)).toEqual([{ 门牌: '蓝', 接收日期: '2022-11-05', '门牌（2）': '白', 口号: '快' }, {}]);
  });
  it('stays with its arrival, and with a line of progress', async () => {
    const plan = await planOf({
      台账: PROJECTS,
      到位: ARRIVALS,
      进展: ['项目编号|项目名称|进展日期|进展情况|门牌', 'A-1|轴承项目|2024-03-01|已供地|黑'],
    });
    expect(keptIn(plan)).toEqual([{ 门牌: '蓝' }, { 门牌: '红' }, { 门牌: '黄' }, { 门牌: '黑' }]);
  });
  it('a fact that is left out keeps its words there', async () => {
    const plan = await planOf({ 台账: PROJECTS });
    const signing = plan.planned.filter(({ command }) => command.type === 'SignContract');
    expect([plan.keptOf(plan.row!, new Set()), plan.keptOf(plan.row!, new Set(signing))]).toEqual([
      { 门牌: '蓝' },
      { 门牌: '蓝', 签约日期: '2023-03-15', '合同额（万元）': '5000' },
    ]);
  });
});
