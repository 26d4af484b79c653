import { sheetOf, rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { cardsOf, takesHeadsForValues } from './cards.ts';
import { entriesOf } from './card-entries.ts';
import { isLabel, namesProject } from './labels.ts';
import { labelsAbove } from './labels-above.ts';
import { layoutOf } from './layout.ts';
import type { SavedMapping } from './saved.ts';

type Lines = readonly (readonly Told[])[];
const card = (lines: Lines, mapping: SavedMapping | null = null, merges: readonly string[] = []) => {
  const sheet = sheetOf(lines, { merges });
  return cardsOf(sheet, [...sheet.rows()], mapping);
};
/** The labels of the cards, and what stands beside them in each. */
const read = (lines: Lines, mapping: SavedMapping | null = null, merges: readonly string[] = []) => {
  const found = card(lines, mapping, merges);
  if (found === null) return null;
  const texts = [...found.sheet.rows()].map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  return [found.layout.headers.map(({ text }) => text).join(' '), ...texts.map((row) => row.join(' '))];
};

const CARD: Lines = [
  ['项目名称', '甲项目', '投资方', '甲公司'],
  ['签约时间', '2024-03-05', '总投资', '5亿元'],
];
const OTHER: Lines = [
  ['项目名称', '乙项目', '投资方', '乙公司'],
  ['签约时间', '2024-04-06', '总投资', '6亿元'],
];

describe('a card', () => {
  it('is a table of one row: labels, values beside them, and where each stands', () => {
    const { sheet, layout } = card(CARD)!;
    expect([...sheet.rows()]).toMatchObject([{ number: 1, hidden: false }]);
    expect(read(CARD)).toEqual(['项目名称 投资方 签约时间 总投资', '甲项目 甲公司 2024-03-05 5亿元']);
    expect(layout.addresses).toEqual({ 1: ['B1', 'D1', 'B2', 'D2'] });
    expect(layout.headers.map(({ place }) => place)).toEqual(['B1', 'D1', 'B2', 'D2']);
    expect(layout).toMatchObject({ kind: 'projects', firstData: 1, unit: { unit: '万元' }, unitFrom: 'assumed' });
    expect(layout.columns.map(({ field }) => field)).toEqual(['name', 'investor', 'signedOn', 'contracted']);
  });

  it('begins anew where its first label, or the name of the project, comes again', () => {
    expect(read([...CARD, ...OTHER])!.slice(1)).toEqual([
      '甲项目 甲公司 2024-03-05 5亿元',
      '乙项目 乙公司 2024-04-06 6亿元',
    ]);
    const titled = [['填报单位', '招商局'], ...CARD, ...OTHER];
    expect(
      read(titled)!
        .slice(1)
        .map((one) => one.trim()),
    ).toEqual(['招商局', '甲项目 甲公司 2024-03-05 5亿元', '乙项目 乙公司 2024-04-06 6亿元']);
  });

  it('counts a label that comes again within it', () => {
    expect(read([...CARD, ['联系人', '张三', '联系人', '李四'], ...OTHER, ['联系人', '王五']])).toEqual([
      '项目名称 投资方 签约时间 总投资 联系人 联系人（2）',
      '甲项目 甲公司 2024-03-05 5亿元 张三 李四',
      '乙项目 乙公司 2024-04-06 6亿元 王五 ',
    ]);
  });

  it('is none with less than four labels that are known, unless a person named one', () => {
    const three: Lines = [
      ['项目名称', '甲项目', '投资方', '甲公司'],
      ['签约时间', '2024-03-05'],
    ];
    expect(read(three)).toBeNull();
    expect(card(three, { columns: { 投资方: 'investor' } })).not.toBeNull();
    expect(card([['甲乙', '丙丁', '戊己', '庚辛']], { columns: { 甲乙: 'name' } })).toBeNull();
    expect(card([['甲乙', '丙丁', '戊己', '庚辛']], { columns: { 甲乙: 'name', 戊己: 'signedOn' } })?.layout.kind).toBe(
      'projects',
    );
  });

  it('is in the unit that it names, or the one that a person named', () => {
    const unit = (lines: Lines, mapping: SavedMapping | null = null) => {
      const { layout } = card(lines, mapping)!;
      return [layout.unit.unit, layout.unitFrom, layout.units.length];
    };
    expect(unit([['单位：亿元'], ...CARD])).toEqual(['亿元', 'above', 1]);
    expect(unit([['投资以亿元计'], ...CARD])).toEqual(['万元', 'assumed', 0]);
    expect(unit([['单位：亿元'], ...CARD], { unit: '千元' })).toEqual(['千元', 'saved', 1]);
  });

  it('is none where a person says in which row the heads stand', () => {
    expect(card(CARD, { headerRow: 1 })).toBeNull();
    expect(card(CARD, { kind: 'notes' })).toBeNull();
    expect(card(CARD, { kind: 'targets' })).toBeNull();
    expect(card(CARD, { kind: 'leads' })?.layout.kind).toBe('leads');
  });

  it('is known again by its labels, whatever is filled in, and goes before any table then', () => {
    const { fingerprint, score } = card(CARD)!.layout;
    expect(card(OTHER)!.layout.fingerprint).toBe(fingerprint);
    expect(card([CARD[1]!, CARD[0]!])!.layout.fingerprint).toBe(fingerprint);
    expect(card([...CARD, ['联系人', '张三']])!.layout.fingerprint).not.toBe(fingerprint);
    const known = card(CARD, { layouts: { [fingerprint!]: { unit: '亿元' } } })!.layout;
    expect([score < 1_000, known.score, known.unit.unit]).toEqual([true, 1_000, '亿元']);
  });

  it('has at most a thousand labels', () => {
    const many = (count: number): Lines => [
      ...CARD,
      ...Array.from({ length: count }, (_, at) => [`事项${at}`, '无误']),
    ];
    expect([card(many(996)) === null, card(many(997)) === null]).toEqual([false, true]);
  });
});

describe('a table on its side', () => {
  const SIDE: Lines = [
    ['项目名称', '甲项目', '乙项目'],
    ['投资方', '甲公司', '乙公司'],
    ['签约时间', '2024-03-05', '2024-04-06'],
    ['总投资', '5亿元', '6亿元'],
  ];
  it('has a project in each column; lines without a label are called by their row', () => {
    expect(read([...SIDE, [null, '待复核', null]])).toEqual([
      '项目名称 投资方 签约时间 总投资 5行',
      '甲项目 甲公司 2024-03-05 5亿元 待复核',
      '乙项目 乙公司 2024-04-06 6亿元 ',
    ]);
    expect(card(SIDE)!.layout.addresses).toEqual({ 2: ['B1', 'B2', 'B3', 'B4'], 3: ['C1', 'C2', 'C3', 'C4'] });
  });
  it('keeps a line above its labels, unless that is no label and says something with a colon', () => {
    expect(read([['类别', '续建', '新建'], ...SIDE])![0]).toBe('类别 项目名称 投资方 签约时间 总投资');
    expect(read([['截止：', '五月', '六月'], ...SIDE])![0]).toBe('项目名称 投资方 签约时间 总投资');
  });
  it('needs four labels, half of them with two values, and no label among the values', () => {
    const names = (lines: Lines) => read(lines)?.slice(1) ?? null;
    expect(names(SIDE.slice(0, 3))).toBeNull();
    expect(names([...SIDE.slice(0, 2), ['签约时间', '2024-03-05'], ['总投资', '5亿元']])).toHaveLength(2);
    expect(names([SIDE[0]!, ['投资方', '甲公司'], ['签约时间', '2024-03-05'], ['总投资', '5亿元']])).toHaveLength(1);
    expect(read([...SIDE, ['责任单位', '招商局', '经发局']])).toHaveLength(3);
  });
});

describe('labels above their values', () => {
  const above = (lines: Lines, merges: readonly string[] = []) =>
    labelsAbove(rowsOf(lines, merges), isLabel, namesProject)?.map((record) =>
      record.map(({ label, value, address, row }) => `${label}=${value.text} ${address} ${row}`),
    ) ?? null;
  const ABOVE: Lines = [
    ['项目名称', '投资方'],
    ['甲项目', '甲公司'],
    ['签约时间', '总投资'],
    ['2024-03-05', '5亿元'],
  ];
  const FOUND = ['项目名称=甲项目 A2 2', '投资方=甲公司 B2 2', '签约时间=2024-03-05 A4 4', '总投资=5亿元 B4 4'];
  it('make a card, line by line, and the next where a project is named anew', () => {
    expect(above(ABOVE)).toEqual([FOUND]);
    expect(above([...ABOVE, ...ABOVE])).toHaveLength(2);
    expect(above([['项目信息表'], ...ABOVE])).toHaveLength(1);
    expect(above([...ABOVE, ['备注', '联系人']])).toEqual([FOUND]);
  });
  it('take what stands under the block that they begin; what stands under none is called by its cell', () => {
    const merged: Lines = [['项目名称', null, '投资方'], [null, '甲项目', '甲公司', '其他'], ...ABOVE.slice(2)];
    expect(above(merged, ['A1:B1'])![0]!.slice(0, 3)).toEqual([
      '项目名称=甲项目 B2 2',
      '投资方=甲公司 C2 2',
      'D2=其他 D2 2',
    ]);
    expect(above([['项目名称', null, '投资方'], [null, '甲项目', '甲公司'], ...ABOVE.slice(2)])![0]![0]).toBe(
      'B2=甲项目 B2 2',
    );
  });
  it.each<[string, Lines]>([
    ['a second row of values', [...ABOVE.slice(0, 2), ['乙项目', '乙公司'], ...ABOVE.slice(2)]],
    ['one line of labels only', ABOVE.slice(0, 2)],
    [
      'labels under labels',
      [
        ['项目名称', '甲项目'],
        ['投资方', '甲公司'],
        ['签约时间', '2024-03-05'],
      ],
    ],
    ['no name of a project', [...ABOVE.slice(2), ['投资方', '备注'], ['甲公司', '无误']]],
    ['labels with their values behind them', [['项目名称：甲', '投资方：乙'], ...ABOVE.slice(1)]],
    ['more words that are none', [['项目名称', '甲乙', '丙丁'], ['甲项目', '戊', '己'], ...ABOVE.slice(2)]],
  ])('make none with %s', (_, lines) => {
    expect(above(lines)).toBeNull();
  });
});

describe('a line of a card', () => {
  const entries = (line: readonly Told[], merges: readonly string[] = []) =>
    entriesOf(rowsOf([line], merges), isLabel).map(({ label, value, address }) => `${label}=${value.text} ${address}`);
  it.each<[string, readonly Told[], readonly string[]]>([
    ['label and value', ['项目名称', '甲项目'], ['项目名称=甲项目 B1']],
    ['two of them', ['项目名称', '甲项目', '投资方', '甲公司'], ['项目名称=甲项目 B1', '投资方=甲公司 D1']],
    ['a figure', ['总投资', 5_000], ['总投资=5000 B1']],
    [
      'a label with its value behind a colon',
      ['项目名称：甲项目', '投资方：甲公司'],
      ['项目名称=甲项目 A1', '投资方=甲公司 B1'],
    ],
    ['a label without a value', ['项目名称', '投资方', '甲公司'], ['投资方=甲公司 C1']],
    ['a label at the end', ['项目名称', '甲项目', '投资方'], ['项目名称=甲项目 B1']],
    [
      'a blank beside a label, and one that nobody knows further right',
      ['项目名称', null, '主要产品', '芯片'],
      ['主要产品=芯片 D1'],
    ],
    ['a value further right', ['项目名称', null, '甲项目'], ['项目名称=甲项目 C1']],
    ['a value that may be a label', ['阶段', '签约'], ['阶段=签约 B1']],
    [
      'a value that may be a label, before one',
      ['阶段', '签约', '投资方', '甲公司'],
      ['阶段=签约 B1', '投资方=甲公司 D1'],
    ],
    ['a label that may be a value', ['投资方', '签约', '2024-03-05'], ['签约=2024-03-05 C1']],
    ['an office beside what asks for one', ['责任单位', '招商单位', '投资方', '甲公司'], ['投资方=甲公司 D1']],
    [
      'a label that nobody knows, with its value',
      ['主要产品', '芯片', '投资方', '甲公司'],
      ['主要产品=芯片 B1', '投资方=甲公司 D1'],
    ],
    ['a label that nobody knows, without', ['主要产品', '投资方', '甲公司'], ['投资方=甲公司 C1']],
    ['a heading before its labels', ['基本情况', '投资方', '甲公司'], ['投资方=甲公司 C1']],
    ['what stands alone', ['该项目由甲公司投资建设'], ['A1=该项目由甲公司投资建设 A1']],
    ['a heading alone', ['一、基本情况'], []],
    ['the title of a form alone', ['项目信息表'], []],
    [
      'a long text before others',
      ['该项目由甲公司投资建设，计划分两期实施完成', '芯片'],
      ['A1=该项目由甲公司投资建设，计划分两期实施完成 A1', 'B1=芯片 B1'],
    ],
  ])('%s', (_, line, found) => {
    expect(entries(line)).toEqual(found);
  });
  it('a label over a merged block has its value right of the block', () => {
    expect(entries(['项目名称', null, '主要产品', '芯片'], ['A1:B1'])).toEqual(['项目名称=主要产品 C1', 'D1=芯片 D1']);
  });
});

it('heads of a table among the values of a card: they were told apart wrongly', () => {
  const table = (heads: readonly Told[]) => layoutOf(sheetWith([heads, ['甲项目', '甲公司', '2024-03-05']]), null);
  const sheetWith = (lines: Lines) => ({ name: '台账', rows: rowsOf(lines) });
  const values = sheetOf([['项目名称', '投资方', '签约时间', '备注']]);
  expect(takesHeadsForValues(values, table(['项目名称', '投资方', '签约时间']))).toBe(true);
  expect(takesHeadsForValues(values, table(['项目名称', '投资方', '签约日期', '其他一', '备注栏']))).toBe(false);
  expect(
    takesHeadsForValues(
      sheetOf([['项目名称', '投资方', '其他一']]),
      table(['项目名称', '投资方', '签约日期', '其他一']),
    ),
  ).toBe(false);
});
