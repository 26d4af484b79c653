import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { fold, type IsoDate, type KnownProject, type Placed, type ProjectEvent } from '#domain';
import { memoryStore } from '#event-store';
import { importWorkbook } from './import.ts';
import { candidatesOf } from './plans/stored.ts';

const folder = mkdtempSync(join(tmpdir(), 'zone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Value = string | number | null;
let files = 0;
/** Imports sheets of these rows; merges are written as Excel names them. */
const imported = async (
  sheets: Readonly<Record<string, { rows: readonly (readonly Value[])[]; merges?: readonly string[] }>>,
) => {
  const book = new ExcelJS.Workbook();
  for (const [name, { rows, merges = [] }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
  }
  const path = join(folder, `${(files += 1)}.xlsx`);
  await book.xlsx.writeFile(path);
  const store = memoryStore();
  const { report } = await importWorkbook(
    { path, dryRun: false, today: '2026-11-25' as IsoDate, actor: { user: 'clerk', unit: null } },
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
  return { report, of: (title: string): KnownProject => projects.find((one) => one.title === title)! };
};

const HEADS = [
  '项目名称',
  '项目来源',
  '投资方',
  '新公司名称',
  '省、直辖市、自治区',
  '市、自治州',
  '投资总额（万元）',
  '当月实际到位额',
  '行业大类',
  '预计落地时间',
  '是否为已签约项目',
  '是否世界500强',
  '项目联系人',
  '填报人',
];
it('the form of a zone: groups over names, an example under them, explanations and pick-lists beside it', async () => {
  const { report, of } = await imported({
    在谈项目: {
      rows: [
        ['某开发区招商项目信息表'],
        HEADS,
        HEADS,
        [
          '轴承项目',
          '以商招商',
          '甲公司',
          '甲（新区）有限公司',
          '广东省',
          '深圳市',
          12000,
          null,
          '智能制造_0101',
          '2027-03',
          '否',
          '是',
          '李四',
          '张三',
        ],
        ['储能项目', '自主开发', '乙公司', null, null, null, 5000, 20, null, null, '是', '否', null, null],
      ],
      merges: ['A1:N1'],
    },
    填写说明: { rows: [['填写说明'], ['一、项目名称应与合同一致，不得简写。'], ['二、金额单位为万元。']] },
    下拉选项: {
      rows: [
        ['项目来源', '落地类别', '是否'],
        ['以商招商', '开工建设_01', '是'],
        ['自主开发', '注册落地_02', '否'],
        ['领导交办'],
        ['展会'],
        ['网络'],
      ],
    },
  });
  expect([report.unread, report.sheets.map(({ kind }) => kind), report.sheets[0]!.passed]).toEqual([
    [],
    ['projects', 'notes', 'notes'],
    [{ row: 3, why: 'example' }],
  ]);
  const project = of('轴承项目');
  expect([
    project.sourceChannel,
    project.originRegion,
    project.industry,
    project.tags,
    project.intendedAmount?.amount,
  ]).toEqual(['以商招商', '广东省深圳市', '智能制造', ['世界500强'], '120000000.00']);
  expect(project.extra).toMatchObject({
    新公司名称: '甲（新区）有限公司',
    项目联系人: '李四',
    填报人: '张三',
    行业大类: '智能制造_0101',
  });
  expect(report.rows.map(({ row, verdict, findings }) => [row, verdict, ...findings.map(({ code }) => code)])).toEqual([
    [5, 'held', 'period-unknown', 'decides-without-day'],
  ]);
});

it('two tables on one sheet: projects, and what arrived in two currencies', async () => {
  const { report, of } = await imported({
    台账: {
      rows: [
        ['一、签约项目'],
        ['项目名称', '投资方', '签约时间', '合同额（万元）'],
        ['丙项目', '丙公司', '2024-03-01', 500],
        ['合计', null, null, 500],
        ['二、资金到位'],
        ['项目名称', '到位日期', '到位内资（万元）', '到位外资（万美元）', '汇率', '汇率日期'],
        ['丙项目', '2024-05-01', 100, null, null, null],
        ['丙项目', '2024-06-01', 50, 20, 7.1, '2024-06-01'],
      ],
    },
  });
  expect(report.sheets.map(({ kind, headerRow }) => [kind, headerRow])).toEqual([
    ['projects', 2],
    ['arrivals', 6],
  ]);
  expect(of('丙项目').arrivals.map(({ amount, origin }) => [amount.amount, amount.currency, origin])).toEqual([
    ['1000000.00', 'CNY', null],
    ['500000.00', 'CNY', null],
    ['200000.00', 'USD', 'overseas'],
  ]);
});

it('a card of one project', async () => {
  const { report, of } = await imported({
    信息表: {
      rows: [
        ['项目信息表'],
        ['项目名称', '丁项目', '投资方', '丁公司'],
        ['签约时间', '2024-02-01', '合同额（亿元）', 1.5],
        ['责任单位', '一科', '项目简介', '建设厂房'],
      ],
    },
  });
  expect([report.sheets[0]!.kind, of('丁项目').contract?.contracted.amount, of('丁项目').extra]).toEqual([
    'projects',
    '150000000.00',
    { 项目简介: '建设厂房' },
  ]);
});

it('targets with a metric a column under merged years', async () => {
  const { report } = await imported({
    目标任务: {
      rows: [
        ['单位', '2024年', null, '2025年（暂定）', null],
        [null, '签约项目数（个）', '签约额（亿元）', '签约项目数（个）', '签约额（亿元）'],
        ['东镇', 10, 20.5, 12, 25],
        ['其中：东镇园区', 4, 8, 5, 9],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    },
  });
  expect(
    report.targets
      .map(({ unit, year, metric, value, provisional }) => [unit, year, metric, JSON.stringify(value), provisional])
      .slice(0, 4),
  ).toEqual([
    ['东镇', '2024', 'signed', '{"count":"10"}', false],
    ['东镇', '2024', 'signed-amount', '{"money":{"amount":"2050000000.00","currency":"CNY"}}', false],
    ['东镇', '2025', 'signed', '{"count":"12"}', true],
    ['东镇', '2025', 'signed-amount', '{"money":{"amount":"2500000000.00","currency":"CNY"}}', true],
  ]);
});

it('rows of data that nobody understands are the loudest line', async () => {
  const { report } = await imported({
    台账: {
      rows: [
        ['甲列', '乙列', '丙列'],
        ['x', 3, 5],
        ['y', 4, 6],
      ],
    },
  });
  expect(report.unread).toMatchObject([{ sheet: '台账', rows: 2, headers: ['甲列', '乙列', '丙列'] }]);
});
