import { cellOf, type Told } from '../../../../test/imports/sheet-of.ts';
import type { SheetKind } from './field-names.ts';
import { kindOf } from './find-header.ts';
import { headerOf, type Header } from './headers.ts';
import type { Profiles } from './mapped.ts';
import { columnsAs, firmsAsProjects, recognise, tableKind } from './recognise.ts';
import { profileOf } from './values.ts';

/** 投资/总额 stands under its group. */
const heads = (texts: readonly string[]): readonly Header[] =>
  texts.map((text, column) => {
    const [name, group] = text.split('/').reverse();
    return headerOf(column, name!, group ?? null);
  });
const profiles = (columns: readonly (readonly Told[])[], regions: readonly string[] = []): Profiles =>
  new Map(columns.map((told, column) => [column, profileOf(told.map(cellOf), { regions, units: new Set() })]));
const found = (texts: string, values?: Profiles, only?: SheetKind): string => {
  const { kind, columns } = recognise(heads(texts.split(' ')), values, only);
  return [kind, ...columns.map(({ field }) => field)].join(' ');
};
const kindIn = (texts: string): string => found(texts).split(' ')[0]!;

describe('a list of projects', () => {
  const DECIDING =
    '签约时间 合同投资额 合同编号 实际开工时间 约定开工时间 洽谈开始日期 协议性质 固定资产投资 入库时间 竣工日期 投产日期 终止日期';
  it.each(DECIDING.split(' '))('names them, or their numbers, with %s', (head) => {
    expect([kindIn(`项目名称 ${head}`), kindIn(`项目编号 ${head}`), kindIn(`行业 ${head}`)]).toEqual([
      'projects',
      'projects',
      'notes',
    ]);
  });
  it.each('责任单位 落地区域 行业 包保领导 计划开工时间 拟签约时间 落地时间'.split(' '))(
    'names them and who invests, with %s',
    (head) => {
      expect([
        kindIn(`项目名称 投资方 ${head}`),
        kindIn(`项目名称 外方投资方 ${head}`),
        kindIn(`项目名称 ${head}`),
      ]).toEqual(['projects', 'projects', 'notes']);
    },
  );
  it('is none of names, firms and a note', () => {
    expect(kindIn('项目名称 投资方 备注')).toBe('notes');
  });
});

describe('a list of arrivals', () => {
  it.each('到账金额 到位内资 到位外资 省外到位资金 市外到位资金 区外到位资金 区内到位资金'.split(' '))(
    'tells %s',
    (head) => {
      expect(kindIn(`项目名称 到账日期 ${head}`)).toBe('arrivals');
    },
  );
  it.each('项目编号 项目名称 合同编号 国家项目代码 投资方 项目公司'.split(' '))('by %s', (head) => {
    expect(kindIn(`${head} 到账日期 到账金额`)).toBe('arrivals');
  });
  it('tells a day or a voucher, and no day of signing', () => {
    expect([kindIn('项目名称 凭证号 到账金额'), kindIn('项目名称 到账金额'), kindIn('备注 到账日期 到账金额')]).toEqual(
      ['arrivals', 'notes', 'notes'],
    );
    expect(kindIn('项目名称 签约时间 到账日期 到账金额')).toBe('projects');
  });
});

describe('lines of progress', () => {
  it.each<[string, string]>([
    ['项目名称 进展情况', 'progress'],
    ['项目编号 进展情况', 'progress'],
    ['合同编号 进展情况', 'progress'],
    ['行业 进展情况', 'notes'],
    ['项目名称 投资方 进展情况', 'projects'],
    ['项目编号 投资方 进展情况 备注', 'notes'],
    ['项目编号 投资方 进展日期 进展情况', 'progress'],
    ['项目名称 签约时间 进展情况', 'projects'],
  ])('%s: %s', (texts, kind) => {
    expect(kindIn(texts)).toBe(kind);
  });
});

describe('a list of leads', () => {
  it.each('接收日期 签收日期 研判日期 研判结果 信息来源 意向投资额'.split(' '))('names them, with %s', (head) => {
    expect(found(`线索名称 ${head}`)).toMatch(/^leads/);
  });
  it('has no contract', () => {
    expect(found('项目名称 信息来源 签约时间')).toMatch(/^projects/);
    expect(found('项目名称 信息来源 合同编号')).toMatch(/^projects/);
  });
  it('may name each by its firm, with what only a lead has', () => {
    expect(found('企业名称 意向投资额')).toBe('leads name intendedAmount');
    expect(found('企业名称 接收日期')).toBe('leads name receivedOn');
    expect(found('企业名称 总投资')).toMatch(/^notes/);
    expect(found('企业名称 意向投资额 计划开工时间')).toMatch(/^leads name/);
    expect(found('企业名称 意向投资额 约定开工时间')).not.toMatch(/^leads/);
  });
});

it('only the kind that a person told is looked for', () => {
  expect(found('项目名称 签约时间 合同投资额', undefined, 'leads')).toBe('notes');
  expect(found('项目名称 签约时间 信息来源', undefined, 'projects')).toMatch(/^projects/);
});

it('heads that say nothing alone count against the row', () => {
  const texts = ['项目名称', '签约时间', '甲乙丙'];
  const codes = ['91110000600037341L', '91310000MA1FL4KD5C'];
  const values = profiles([['甲', '乙'], ['2024-03-05', '2024-03-06'], codes]);
  const [silent, said] = [
    recognise(heads(texts), values),
    recognise(heads([...texts.slice(0, 2), '信用代码']), values),
  ];
  expect([silent.columns.length, said.score - silent.score]).toEqual([3, 2]);
});

describe('a column beside others is', () => {
  it.each<[string, string, string]>([
    [
      'the contract, where foreign money is all that is told',
      '项目名称 签约时间 外资总投资',
      'projects name signedOn contracted',
    ],
    ['the foreign part of a contract', '项目名称 总投资 外资总投资', 'projects name contracted contractedForeign'],
    ['the telephone of the firm', '项目名称 签约时间 联系人 联系电话', 'projects name signedOn contact contactPhone'],
    [
      'the telephone of who fills the form in',
      '项目名称 签约时间 联系人 填报人 联系电话',
      'projects name signedOn contact filledBy filledPhone',
    ],
    [
      'a telephone of its own',
      '项目名称 签约时间 联系人 企业联系电话 联系电话',
      'projects name signedOn contact contactPhone filledPhone',
    ],
    ['where a project stands', '项目名称 签约时间 地市', 'projects name signedOn region'],
    ['kept beside the county where it stands', '项目名称 签约时间 地市 县区', 'projects name signedOn region'],
    [
      'where the firm is, beside its province',
      '项目名称 签约时间 省份 地市',
      'projects name signedOn originProvince originCity',
    ],
    ['where the firm is, under words of it', '项目名称 签约时间 投资方/地市', 'projects name signedOn originCity'],
    ['where the firm of a lead is', '线索名称 接收日期 投资方 所在地', 'leads name receivedOn investor origin'],
    [
      'where the lead is to be, not beside its firm',
      '线索名称 所在地 接收日期 投资方',
      'leads name region receivedOn investor',
    ],
    ['where the project of a firm is', '项目名称 签约时间 投资方 所在地', 'projects name signedOn investor region'],
    ['who builds, and so invests', '项目名称 签约时间 建设单位', 'projects name signedOn investor'],
    [
      'who builds beside who invests',
      '项目名称 签约时间 投资方 建设单位',
      'projects name signedOn investor projectCompany',
    ],
    [
      'who builds beside a foreign party',
      '项目名称 签约时间 外方投资方 建设单位',
      'projects name signedOn foreignInvestor projectCompany',
    ],
    [
      'who builds beside a domestic party',
      '项目名称 签约时间 中方投资方 建设单位',
      'projects name signedOn domesticInvestor projectCompany',
    ],
    [
      'the firm as a project, in a form of what was contracted',
      '企业名称 合同外资 签约时间',
      'projects name contracted signedOn',
    ],
    [
      'the firm as a firm, in a list of single arrivals',
      '企业名称 到账日期 到账金额',
      'arrivals investor arrivedOn amount',
    ],
    [
      'a single arrival beside its day',
      '项目名称 签约时间 到账日期 到账金额',
      'projects name signedOn arrivedOn amount',
    ],
    ['a sum so far beside a day', '项目名称 签约时间 到账日期 累计到账金额', 'projects name signedOn arrivedToDate'],
    ['a sum so far without a day', '项目名称 签约时间 到账金额', 'projects name signedOn arrivedToDate'],
  ])('%s', (_, texts, told) => {
    expect(found(texts)).toBe(told);
  });

  it('where a lead is to be, where it holds regions of the bureau', () => {
    const rows = [
      ['甲', '乙'],
      ['2024-03-05', '2024-03-06'],
      ['甲公司', '乙公司'],
      ['高新区', '经开区'],
    ];
    const read = (regions: readonly string[]) => found('线索名称 接收日期 投资方 所在地', profiles(rows, regions));
    expect([read(['高新区', '经开区']), read([])]).toEqual([
      'leads name receivedOn investor region',
      'leads name receivedOn investor origin',
    ]);
  });
});

describe('firms of a form stand for projects', () => {
  const firms = (texts: string, arrives: boolean, contracted = false) =>
    firmsAsProjects(columnsAs('projects', heads(texts.split(' '))), arrives, contracted).flatMap(({ field, firm }) =>
      firm ? [field] : [],
    );
  it.each<[string, boolean, boolean, number]>([
    ['企业名称 合同外资 签约时间', false, false, 1],
    ['企业名称 合同外资 累计到位资金', false, false, 1],
    ['企业名称 合同外资 本月到位资金', false, false, 1],
    ['新公司名称 合同外资 签约时间', false, false, 1],
    ['企业名称 合同外资', true, false, 1],
    ['企业名称 合同外资', false, false, 0],
    ['企业名称 签约时间', false, false, 0],
    ['企业名称 签约时间', true, true, 1],
    ['企业名称 项目编号 合同外资 签约时间', false, false, 0],
    ['企业名称 项目名称 合同外资 签约时间', false, false, 0],
    ['行业 合同外资 签约时间', false, false, 0],
  ])('%s, arrives %s, contracted %s', (texts, arrives, contracted, count) => {
    expect(firms(texts, arrives, contracted)).toHaveLength(count);
  });
});

it('a table whose kind a person told has the columns that words tell of, few as they are', () => {
  const of = (kind: SheetKind) =>
    columnsAs(kind, heads(['项目名称', '建设单位', '外资总投资'])).map(({ field }) => field);
  expect(of('projects')).toEqual(['name', 'investor', 'contracted']);
  expect([of('notes'), of('targets')]).toEqual([[], []]);
  expect([tableKind('notes'), tableKind('leads')]).toEqual(['projects', 'leads']);
});

describe('where no column tells, the title does', () => {
  const titled = (texts: string, title: string) => kindOf(heads(texts.split(' ')), undefined, null, title).kind;
  const LEADS = '项目名称 投资方 意向投资额 信息来源';
  it.each([
    [LEADS, '', 'leads'],
    [LEADS, '在谈项目', 'projects'],
    [LEADS, '洽谈情况', 'projects'],
    [LEADS, '签约情况', 'projects'],
    [`${LEADS} 研判日期`, '在谈项目', 'leads'],
    ['项目名称 投资方 行业', '线索台账', 'leads'],
    ['项目名称 投资方 行业', '', 'projects'],
    ['项目名称 投资方 签约时间', '线索台账', 'projects'],
  ])('%s under %j: %s', (texts, title, kind) => {
    expect(titled(texts, title)).toBe(kind);
  });
});
