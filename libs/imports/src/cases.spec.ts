import { join } from 'node:path';
import { fold, inUnit, type IsoDate, type KnownProject, type Placed, type ProjectEvent } from '#domain';
import { memoryStore } from '#event-store';
import { importWorkbook } from './import.ts';
import { candidatesOf } from './plans/stored.ts';

/** Files as people really have them, imported whole; their sources stand beside them in test/acceptance/cases. */
const imported = async (file: string) => {
  const store = memoryStore();
  const { report } = await importWorkbook(
    {
      path: join(__dirname, '../../../test/acceptance/cases', file),
      dryRun: false,
      today: '2026-11-25' as IsoDate,
      actor: { user: 'clerk', unit: null },
    },
    {
      store,
      stored: { find: async () => candidatesOf([]), history: async () => [] },
      known: { regions: [], regionKinds: false, units: new Set() },
    },
  );
  const projects: KnownProject[] = [];
  for await (const events of store.readByStream('project-', await store.head())) {
    const project = fold(events.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version })));
    if (project.phase !== 'none') projects.push(project);
  }
  const of = (title: string): KnownProject => projects.find((one) => one.title === title)!;
  return { report, projects, of };
};
const wan = (money: { amount: string; currency: string } | null | undefined): string =>
  money == null ? '—' : `${inUnit(money, '万元')} ${money.currency}`;
const codes = (report: { rows: readonly { row: number; findings: readonly { code: string }[] }[] }) =>
  report.rows.map(({ row, findings }) => [row, ...findings.map(({ code }) => code)]);

it('10 the amount of a negotiation is what is intended, and a line of progress without a day is kept', async () => {
  const { report, of } = await imported('10-negotiation-export-of-a-real-system/negotiation.xlsx');
  const project = of('新型轴承研发中心');
  expect([report.rows, project.phase, wan(project.intendedAmount), project.progress?.on]).toEqual([
    [],
    'negotiation',
    '12000 CNY',
    '2026-11-25',
  ]);
  expect([
    project.originRegion,
    project.industry,
    project.extra['项目简介'],
    project.extra['用地需求（平方米）'],
  ]).toEqual(['上海市', '轴承制造', '拟建研发中心与中试线', '20000']);
  const circular = await imported('10-negotiation-export-of-a-real-system/circular.xlsx');
  expect([wan(circular.of('储能电池模组').intendedAmount), circular.of('储能电池模组').progress?.text]).toEqual([
    '100000 CNY',
    '企业正在做可研',
  ]);
});
it('11 words for totals in names are names', async () => {
  const { report, projects } = await imported('11-totals-words-in-names/ledger.xlsx');
  expect([projects.length, report.sheets[0]!.passed]).toEqual([5, [{ row: 7, why: 'total' }]]);
});
it('12 one firm in brackets of two widths is one', async () => {
  const { report } = await imported('12-brackets-of-two-widths/ledger.xlsx');
  expect(codes(report)).toEqual([
    [3, 'same-project'],
    [5, 'same-project'],
  ]);
});
it('13 a quarter is its last day, and words that are no time are said', async () => {
  const { report, projects } = await imported('13-quarter-as-agreed-start/ledger.xlsx');
  expect(Object.fromEntries(projects.map(({ code, contract }) => [code, contract?.agreedStart?.date ?? null]))).toEqual(
    {
      'QS-1': '2024-03-31',
      'QS-2': '2024-03-31',
      'QS-3': '2024-06-30',
      'QS-4': '2023-12-31',
      'QS-5': '2024-03-31',
      'QS-6': null,
    },
  );
  expect(codes(report)).toEqual([[7, 'no-day-yet']]);
});
it('15 the line of letters of a form is part of the form, and what arrived is not the contract', async () => {
  const { report, of, projects } = await imported('15-column-letters-line-of-forms/form.xlsx');
  expect([projects.length, wan(of('甲项目').contract?.contracted), of('甲项目').extra['累计']]).toEqual([
    4,
    '5000 CNY',
    '900',
  ]);
  expect(report.sheets.map(({ passed }) => passed.map(({ why }) => why))).toEqual([
    ['letters', 'total', 'note'],
    ['letters'],
  ]);
});
it('26 of two currencies each column has its own, and a header that names two is said', async () => {
  const foreign = (await imported('26-two-currencies-in-one-form/foreign.xlsx')).of('精密仪器项目');
  expect([wan(foreign.contract?.contracted), foreign.investor, foreign.extra['合同外资额（万美元）']]).toEqual([
    '30000 CNY',
    '甲仪器株式会社、乙实业有限公司',
    '1400',
  ]);
  expect(
    wan((await imported('26-two-currencies-in-one-form/corner.xlsx')).of('精密仪器项目').contract?.contracted),
  ).toBe('30000 CNY');
  const dual = await imported('26-two-currencies-in-one-form/dual.xlsx');
  expect([wan(dual.of('轴承项目').contract?.contracted), codes(dual.report)]).toEqual([
    '30000 CNY',
    [[2, 'two-units']],
  ]);
});
it('33 numbers whose digits are lost are said, not stored', async () => {
  const { report, projects } = await imported('33-scientific-codes-in-csv/ledger.csv');
  expect(projects.map(({ code }) => code).filter((code) => code.includes('E+'))).toEqual([]);
  expect([projects.length, codes(report).every((found) => found.includes('digits-lost'))]).toEqual([3, true]);
});
