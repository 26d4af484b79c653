import { cellOf, dayCell, type Told } from '../../../../test/imports/sheet-of.ts';
import type { FieldName } from './field-names.ts';
import { fits, profileOf, type Profile } from './values.ts';

const NAMES = { regions: ['高新区', '经开区'], units: new Set(['招商局']) };
const profile = (...told: readonly Told[]): Profile => profileOf(told.map(cellOf), NAMES);

describe('a cell counts as', () => {
  const CELLS: Readonly<Record<string, Told>> = {
    day: '2024-03-05',
    'day of a date': dayCell('2024-03-05'),
    month: '2024年3月',
    plan: '预计2024年6月',
    quarter: '二季度',
    end: '2025年底前',
    span: '签约后6个月内',
    year: '2024',
    figure: 5_000,
    'figure with words': '约5.7亿元（含二期）',
    least: '不低于3000万元',
    'small figure': 12,
    national: '2020-320505-39-03-512345',
    credit: '91110000600037341l',
    firm: '恒远有限公司（筹）',
    'foreign firm': 'Acme GmbH',
    flag: '√',
    scale: '万元',
    dollars: '万美元',
    currency: '美元',
    code: 'USD',
    yuan: '人民币',
    place: '江苏省',
    city: '苏州工业园',
    region: '高新区',
    unit: '招商局',
    'end, with more': '年底前完成主体结构',
    'unit in words': '万元每亩计',
    'currency in words': '按美元结算',
    nothing: 'ABC',
    words: '双方正在商定有关条款',
  };
  const COUNTED: Readonly<Partial<Record<keyof Profile, readonly string[]>>> = {
    days: ['day', 'day of a date', 'month', 'plan', 'quarter', 'end', 'span'],
    dated: ['day', 'day of a date', 'month', 'plan', 'end', 'span'],
    numbers: ['year', 'figure', 'figure with words', 'least', 'small figure'],
    national: ['national'],
    credit: ['credit'],
    firms: ['firm', 'foreign firm'],
    flags: ['flag'],
    money: ['scale', 'dollars', 'currency'],
    scales: ['scale', 'dollars'],
    currencies: ['currency', 'code', 'yuan'],
    places: ['place', 'city', 'region'],
    regions: ['region'],
    units: ['unit'],
  };
  it.each(Object.entries(COUNTED))('%s', (what, wanted) => {
    const found = Object.entries(CELLS).filter(([, told]) => Number(profile(told)[what as keyof Profile]) === 1);
    expect(found.map(([name]) => name)).toEqual(wanted);
  });
});

it('what says nothing is not counted; a word that there is no day yet is as good as one', () => {
  expect(profile('无', '-', null, '', { kind: 'error', text: '#REF!' }).filled).toBe(0);
  expect([profile('待定').days, profile('待定').dated, profile('待定以后由双方另行商议').days]).toEqual([1, 0, 0]);
});

describe('a column can be a field', () => {
  it.each<[FieldName, readonly Told[], boolean]>([
    ['signedOn', ['2024-03-05', '面谈', '面谈', '面谈'], true],
    ['signedOn', ['面谈', '面谈'], true],
    ['signedOn', ['面谈', '面谈', '面谈'], false],
    ['agreedStart', ['面谈', '面谈', '面谈'], false],
    ['contracted', ['5000', '面谈', '面谈', '面谈'], true],
    ['contracted', ['面谈', '面谈'], true],
    ['contracted', ['面谈', '面谈', '面谈'], false],
    ['name', ['甲项目', '5000'], true],
    ['name', ['5000', '6000'], false],
    ['name', ['是', '否', '甲'], false],
    ['name', ['是', '甲'], true],
    ['investor', ['5000'], false],
    ['sourceChannel', ['江苏省', '上海市'], false],
    ['sourceChannel', ['江苏省', '以商招商'], true],
    ['saidStarted', ['是', '否'], true],
    ['saidStarted', ['甲', '乙'], true],
    ['saidStarted', ['2024-03-05', '是'], false],
    ['saidStarted', ['2024-03-05', '是', '是'], true],
    ['tag', ['是', '否', '甲'], true],
    ['tag', ['甲', '乙', '是'], false],
    ['saidEntered', ['甲'], false],
    ['saidEnded', ['甲'], false],
    ['progress', ['5000', '6000', '7000'], false],
    ['progress', ['5000', '6000'], true],
    ['progress', ['5000', '6000', '推进'], true],
    ['nationalCode', ['91110000600037341L', '91110000600037341L', '91110000600037341L'], false],
    ['nationalCode', ['91110000600037341L', '91110000600037341L'], true],
    ['nationalCode', ['91110000600037341L', '91110000600037341L', '2020-320505-39-03-512345'], true],
    ['nationalCode', ['91110000600037341L', '91110000600037341L', '无代码'], true],
    ['note', ['5000', '是', '2024-03-05'], true],
    ['contracted', [], true],
    ['tag', [], true],
  ])('%s over %j: %s', (field, told, is) => {
    expect(fits(field, profile(...told))).toBe(is);
  });
});
