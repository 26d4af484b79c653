import { rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import type { FieldName } from './field-names.ts';
import type { Because, Mapped } from './mapped.ts';
import { inPlace } from './misplaced.ts';
import { profileOf } from './values.ts';

interface Column {
  readonly field: FieldName;
  readonly holds: readonly Told[];
  readonly because?: readonly Because[];
}
const UNITS = new Set(['招商局', '经发局', '高新区管委会']);
const placed = (...columns: readonly Column[]) => {
  const mapped = columns.map(({ field, because = ['words'] }, column): Mapped => ({
    column,
    header: `【${field}】`,
    field,
    unit: field === 'contracted' ? { unit: '亿元', currency: 'CNY' } : null,
    unitFrom: null,
    units: [],
    weight: column + 1,
    because,
  }));
  const profiles = columns.map(({ holds }) =>
    profileOf(
      holds.map((one) => rowsOf([[one]])[0]?.cells[0]),
      { regions: [], units: UNITS },
    ),
  );
  return inPlace(mapped, new Map(profiles.entries()));
};
/** What each column is taken for, and why it is doubted. */
const told = (...columns: readonly Column[]) =>
  placed(...columns).map(({ field, misplaced }) => `${field} ${misplaced?.why ?? 'plain'}`);

const PROJECTS = ['甲项目', '乙工程', '丙基地', '丁生产线'];
const FIRMS = ['甲公司', '乙集团', '丙厂', '丁有限公司'];
const DAYS = ['2024-03-05', '2024.4.5', '2024年5月6日', '2024/6/7'];
const FIGURES = ['5000', '6,000.5', '7亿元', '800万'];
const NUMBERS = ['ZS-2024-01', 'ZS-2024-02', 'A_1234', '招商〔2024〕5号'];
const PHONES = ['13812345678', '010-12345678', '+86 13812345678', '0512-1234567'];
const FLAGS = ['是', '否', '√', '×'];
const SENTENCES = [
  '已完成土地平整，正在办理施工许可',
  '正在洽谈投资协议的主要条款内容',
  '已签订框架协议，下一步推进开工；',
  '项目方已通过预审，等待上会研究',
];
const PERSONS = ['张三', '李四', '王小五', '赵六'];
const CREDITS = ['91110000600037341L', '91310000MA1FL4KD5C', '9144030071526726XG', '91330100799655058B'];
const OFFICES = ['招商局', '经发局', '高新区管委会', '招商局'];

describe('two columns changed places', () => {
  it.each<[FieldName, readonly Told[], FieldName, readonly Told[]]>([
    ['name', FIRMS, 'investor', PROJECTS],
    ['name', FIRMS, 'foreignInvestor', PROJECTS],
    ['name', FIRMS, 'domesticInvestor', PROJECTS],
    ['name', FIRMS, 'projectCompany', PROJECTS],
    ['signedOn', FIGURES, 'contracted', DAYS],
    ['agreedStart', FIGURES, 'contracted', DAYS],
    ['contractedForeign', DAYS, 'signedOn', FIGURES],
    ['registeredCapital', DAYS, 'signedOn', FIGURES],
    ['name', NUMBERS, 'code', PROJECTS],
    ['name', NUMBERS, 'contractNo', PROJECTS],
    ['investor', NUMBERS, 'voucher', FIRMS],
    ['investor', CREDITS, 'creditCode', FIRMS],
    ['contact', PHONES, 'contactPhone', PERSONS],
    ['filledPhone', PERSONS, 'contact', PHONES],
    ['saidStarted', PROJECTS, 'name', FLAGS],
    ['saidSigned', PROJECTS, 'name', FLAGS],
    ['saidEntered', PROJECTS, 'name', FLAGS],
    ['saidEnded', PROJECTS, 'name', FLAGS],
    ['progress', PROJECTS, 'name', SENTENCES],
    ['unit', FIRMS, 'investor', OFFICES],
  ])('%s and %s', (one, holds, other, othersHold) => {
    expect(told({ field: one, holds }, { field: other, holds: othersHold })).toEqual([
      `${other} columns-changed-places`,
      `${one} columns-changed-places`,
    ]);
  });

  it.each<[string, readonly Column[]]>([
    [
      'where both hold what they should',
      [
        { field: 'name', holds: PROJECTS },
        { field: 'investor', holds: FIRMS },
      ],
    ],
    [
      'where only one holds what the other should',
      [
        { field: 'signedOn', holds: FIGURES },
        { field: 'contracted', holds: FIGURES },
      ],
    ],
    [
      'where both are days',
      [
        { field: 'signedOn', holds: DAYS },
        { field: 'startOn', holds: DAYS },
      ],
    ],
    [
      'where half is right',
      [
        { field: 'signedOn', holds: [...FIGURES.slice(2), ...DAYS.slice(2)] },
        { field: 'contracted', holds: DAYS },
      ],
    ],
    [
      'where more than one in five is right',
      [
        { field: 'signedOn', holds: [...FIGURES, '2024-03-05'].slice(1) },
        { field: 'contracted', holds: DAYS },
      ],
    ],
    [
      'where no field is known by its values',
      [
        { field: 'note', holds: DAYS },
        { field: 'signedOn', holds: ['甲', '乙'] },
      ],
    ],
    [
      'where nothing stands in one',
      [
        { field: 'signedOn', holds: [] },
        { field: 'contracted', holds: DAYS },
      ],
    ],
  ])('not %s', (_, columns) => {
    expect(told(...columns)).toEqual(columns.map(({ field }) => `${field} plain`));
  });

  it('though one in five of the others is right', () => {
    const [days, figures] = [
      [...DAYS, '500'],
      [...FIGURES, '2024-03-05'],
    ];
    expect(told({ field: 'signedOn', holds: figures }, { field: 'contracted', holds: days })).toEqual([
      'contracted columns-changed-places',
      'signedOn columns-changed-places',
    ]);
  });

  it('each takes field, unit and weight of the other, and says what both hold', () => {
    const [one, other] = placed({ field: 'signedOn', holds: FIGURES }, { field: 'contracted', holds: DAYS });
    const because = ['values'];
    const says = {
      zh: '“【signedOn】”列里是数字，“【contracted】”列里是日期',
      en: '"【signedOn】" holds figures, "【contracted】" holds days.',
    };
    const misplaced = { why: 'columns-changed-places', says };
    expect(one).toMatchObject({
      column: 0,
      field: 'contracted',
      unit: { unit: '亿元' },
      weight: 2,
      because,
      misplaced,
    });
    expect(other).toMatchObject({ column: 1, field: 'signedOn', unit: null, weight: 1, because, misplaced });
  });

  it('where a third one, too, holds what is foreign to it, nothing is exchanged and all are doubted', () => {
    const columns: readonly Column[] = [
      { field: 'name', holds: FIRMS },
      { field: 'investor', holds: PROJECTS },
      { field: 'unit', holds: FIGURES },
    ];
    expect(told(...columns)).toEqual(['name plain', 'investor columns-doubted', 'unit columns-doubted']);
  });

  it('and two others, too', () => {
    const found = told(
      { field: 'signedOn', holds: FIGURES },
      { field: 'name', holds: FIRMS },
      { field: 'contracted', holds: DAYS },
      { field: 'investor', holds: PROJECTS },
    );
    expect(found.map((one) => one.split(' ')[0])).toEqual(['contracted', 'investor', 'signedOn', 'name']);
  });

  it('a third column of the same is no part of it', () => {
    const found = told(
      { field: 'signedOn', holds: FIGURES },
      { field: 'contracted', holds: DAYS },
      { field: 'amount', holds: DAYS },
    );
    expect(found).toEqual(['contracted columns-changed-places', 'signedOn columns-changed-places', 'amount plain']);
  });
});

describe('a column is doubted that holds what no such field is', () => {
  it.each<[FieldName, Readonly<Record<string, readonly Told[]>>]>([
    ['name', { DAYS, PHONES, CREDITS, FIGURES, NUMBERS, FLAGS, SENTENCES, OFFICES }],
    ['investor', { DAYS, PHONES, CREDITS, FIGURES, NUMBERS, FLAGS, OFFICES, PROJECTS }],
    ['unit', { DAYS, PHONES, CREDITS, FIGURES, FLAGS, PROJECTS }],
    ['leader', { DAYS, PHONES, CREDITS, FIGURES, FIRMS, PROJECTS }],
    ['region', { DAYS, PHONES, CREDITS, FIGURES, FIRMS }],
    ['industry', { DAYS, PHONES, CREDITS, FIGURES, FIRMS }],
    ['code', { DAYS, PHONES, FIRMS, PROJECTS }],
    ['contractNo', { DAYS, PHONES, CREDITS, FIRMS, PROJECTS }],
    ['voucher', { DAYS, PHONES, FIRMS, PROJECTS }],
    ['contact', { DAYS, PHONES, FIGURES }],
  ])('%s', (field, wrong) => {
    const all = { DAYS, PHONES, CREDITS, FIGURES, NUMBERS, FLAGS, SENTENCES, OFFICES, PROJECTS, FIRMS, PERSONS };
    const found = Object.entries(all).filter(([, holds]) => placed({ field, holds })[0]!.misplaced !== undefined);
    expect(found.map(([name]) => name).sort()).toEqual(Object.keys(wrong).sort());
  });

  it('by name of the column and of what it holds; a doubted name of the project doubts every row', () => {
    expect(placed({ field: 'unit', holds: FIGURES })[0]!.misplaced).toEqual({
      why: 'column-doubted',
      says: { zh: '“【unit】”列里是数字', en: '"【unit】" holds figures' },
    });
    expect(told({ field: 'name', holds: FIGURES })).toEqual(['name columns-doubted']);
  });

  it('not where its values are the reason why it is taken', () => {
    expect(told({ field: 'unit', holds: FIGURES, because: ['words', 'values'] })).toEqual(['unit plain']);
  });
});

describe('an investor beside projects that are named like firms', () => {
  const beside = (holds: readonly Told[], names: readonly Told[] = FIRMS) =>
    told({ field: 'name', holds: names }, { field: 'investor', holds })[1];
  it.each<[string, readonly Told[], string]>([
    [
      'is doubted where none is a firm, a person or a place',
      ['新材料', '一般', '电子信息技术', '食品'],
      'investor plain',
    ],
    [
      'is doubted where none is a firm, a person or a place',
      ['电子信息与软件', '新型建筑材料', '食品及农副产品'],
      'investor column-doubted',
    ],
    ['a firm among them', ['电子信息与软件', '新型建筑材料', '甲公司'], 'investor plain'],
    ['a person among them', ['电子信息与软件', '新型建筑材料', '张三'], 'investor plain'],
    ['a place among them', ['电子信息与软件', '新型建筑材料', '江苏省苏州市'], 'investor plain'],
    ['one alone', ['电子信息与软件'], 'investor plain'],
    ['as many persons as firms', ['电子信息与软件', '新型建筑材料', '甲公司', '张三'], 'investor plain'],
    ['as many places as persons', ['电子信息与软件', '新型建筑材料', '江苏省苏州市', '张三'], 'investor plain'],
    ['nothing', [], 'investor plain'],
  ])('%s', (_, holds, is) => {
    expect(beside(holds)).toBe(is);
  });
  it('is not doubted beside projects named like projects, nor is another column', () => {
    expect(beside(['电子信息与软件', '新型建筑材料'], PROJECTS)).toBe('investor plain');
    expect(told({ field: 'name', holds: FIRMS }, { field: 'note', holds: ['电子信息与软件', '新型建筑材料'] })[1]).toBe(
      'note plain',
    );
  });
});
