import type { FieldName } from './field-names.ts';
import { headerOf } from './headers.ts';
import type { Mapped } from './mapped.ts';
import { unitNotesIn, withNotes } from './unit-notes.ts';
import type { Unit } from '../cells/units.ts';

const shown = (unit: Unit | null | undefined): string =>
  unit == null ? '—' : `${unit.unit}${unit.currency === 'CNY' ? '' : ` ${unit.currency}`}`;

describe('a line beside a table says', () => {
  it.each<[string, readonly string[], string]>([
    ['本表除外资为万美元外均为万元', ['外资: 万元 USD', '*: 万元'], '本表'],
    ['除注册资本的金额单位以亿元计以外，其余按万元计', ['注册资本: 亿元', '*: 万元'], '计'],
    ['其中外资单位为万美元', ['外资: 万元 USD'], ''],
    ['其中：固投的金额单位为亿元', ['固投: 亿元'], ''],
    ['注：投资额单位：亿元', ['投资额: 亿元'], '注:'],
    ['投资额计量单位均为百万元', ['投资额: 百万元'], ''],
    ['注册资本以亿元计', ['注册资本: 亿元'], ''],
    ['备注外资单位为万美元', ['外资: 万元 USD'], ''],
    ['表中外资单位为万美元', ['外资: 万元 USD'], ''],
    ['关注项目单位为亿元', ['关注项目: 亿元'], ''],
    ['固投其中设备以亿元计', ['设备: 亿元'], ''],
    ['注册资本均按千元填', ['注册资本: 千元'], ''],
    ['单位：万元，其中外资：万美元', ['外资: 万元 USD'], '单位:万元,'],
    ['总投资、固定资产投资和到位资金单位为亿元', ['总投资: 亿元', '固定资产投资: 亿元', '到位资金: 亿元'], ''],
    ['单位：万元', [], '单位:万元'],
    ['注：本表金额单位为万元', [], '注:本表金额单位为万元'],
    ['以上数据均以亿元计', [], '以上数据均以亿元计'],
    ['请如实填写', [], '请如实填写'],
  ])('%s', (line, said, rest) => {
    const found = unitNotesIn(line);
    expect([found.notes.map(({ words, unit }) => `${words ?? '*'}: ${shown(unit)}`), found.rest]).toEqual([said, rest]);
  });

  it('what stands in its first 400 signs', () => {
    const far = (count: number) => unitNotesIn(`${'。'.repeat(count)}外资单位为万美元`).notes.length;
    expect([far(390), far(400)]).toEqual([1, 0]);
  });
});

describe('a note gives a column its unit', () => {
  const HUNDRED: Unit = { unit: '亿元', currency: 'CNY' };
  const WAN: Unit = { unit: '万元', currency: 'CNY' };
  const DOLLARS: Unit = { unit: '万元', currency: 'USD' };
  const noted = (
    column: Pick<Mapped, 'header' | 'field'> & Partial<Mapped>,
    note: { readonly words: string | null; readonly unit: Unit },
    others: readonly string[] = [],
  ): string => {
    const one: Mapped = { column: 0, unit: null, unitFrom: null, units: [], weight: 9, because: ['words'], ...column };
    const headers = [column.header, ...others].map((text, at) => {
      const [name, group] = text.split('/').reverse();
      return headerOf(at, name!, group ?? null);
    });
    const [found] = withNotes([one], headers, [note], 'below');
    return [shown(found!.unit), found!.unitFrom, found!.noted && `noted ${shown(found!.noted)}`]
      .filter(Boolean)
      .join(' ');
  };
  it.each<[string, string, FieldName, string, string]>([
    ['by its name', '总投资', 'contracted', '总投资', '亿元 below'],
    ['by a part of its name', '计划总投资额', 'contracted', '总投资', '亿元 below'],
    ['by a longer name', '总投资', 'contracted', '项目总投资', '亿元 below'],
    ['by its name with words that say little', '到位资金', 'amount', '到位的资金金额', '亿元 below'],
    ['not by a name of two signs within another', '投资', 'fixedAssets', '固定资产投资', '— '],
    ['of foreign money, by any word for it', '利用外资', 'contractedForeign', '外币', '亿元 below'],
    ['not of our money by a word for foreign', '总投资', 'fixedAssets', '外币', '— '],
    ['of an amount that is kept', '注册资本', 'registeredCapital', '注册资本', '亿元 below'],
    ['of what arrived so far', '累计到位', 'arrivedToDate', '累计到位', '亿元 below'],
    ['of what arrived in the period', '本月到位', 'arrivedThisMonth', '本月到位', '亿元 below'],
    ['not of words', '总投资说明', 'note', '总投资说明', '— '],
    ['of foreign money by a longer name that has other words', '外方出资', 'contractedForeign', '外资注册资本', '— '],
    ['of foreign money by four signs', '外方出资', 'contractedForeign', '利用外资', '亿元 below'],
    ['by its name of three signs', '总投资', 'fixedAssets', '本项目总投资数', '亿元 below'],
    ['by the words of its group', '签约情况/金额', 'contracted', '签约', '亿元 below'],
    ['by a group that tells of foreign money', '外资/合同数', 'contractedForeign', '外资', '亿元 below'],
    ['of the contract, where it speaks of investment', '合同额', 'contracted', '投资额', '亿元 below'],
    ['of what is intended, where it speaks of investment', '意向额', 'intendedAmount', '项目总投资额', '亿元 below'],
    ['not of another amount where it speaks of investment', '固投', 'fixedAssets', '投资额', '— '],
    ['not of the contract where it speaks of something else', '合同额', 'contracted', '税收', '— '],
    ['not by words that say nothing', '合同额', 'contracted', '资金', '— '],
  ])('%s', (_, header, field, words, told) => {
    expect(noted({ header, field }, { words, unit: HUNDRED })).toBe(told.trim());
  });

  it('not where another column has the very words of the note', () => {
    expect(noted({ header: '合同额', field: 'contracted' }, { words: '投资额', unit: HUNDRED }, ['完成投资额'])).toBe(
      '—',
    );
  });

  it.each<[string, Partial<Mapped>, string]>([
    ['a header that names another is doubted', { unit: WAN, unitFrom: 'header' }, '万元 header noted 亿元'],
    ['a header that names the same is not', { unit: HUNDRED, unitFrom: 'header' }, '亿元 header'],
    ['one of the lines above gives way', { unit: WAN, unitFrom: 'above' }, '亿元 below'],
    [
      'a header in another currency is doubted',
      { unit: { unit: '亿元', currency: 'USD' }, unitFrom: 'header' },
      '亿元 USD header noted 亿元',
    ],
    ['what a person said stays', { unit: WAN, unitFrom: 'saved' }, '万元 saved'],
  ])('%s', (_, own, told) => {
    expect(noted({ header: '总投资', field: 'contracted', ...own }, { words: '总投资', unit: HUNDRED })).toBe(told);
  });

  it.each<[string, Partial<Mapped>, Unit, string]>([
    ['a header in another scale is doubted', { unit: WAN, unitFrom: 'header' }, HUNDRED, '万元 header noted 亿元'],
    ['a header in another currency is not', { unit: DOLLARS, unitFrom: 'header' }, HUNDRED, '万元 USD header'],
    ['a header in the same unit is not', { unit: HUNDRED, unitFrom: 'header' }, HUNDRED, '亿元 header'],
    ['nor one in the same unit of another currency', { unit: DOLLARS, unitFrom: 'header' }, WAN, '万元 USD header'],
    ['a unit of the lines above is doubted', { unit: WAN, unitFrom: 'above' }, HUNDRED, '万元 above noted 亿元'],
    ['a header without a unit is in that of the table', {}, HUNDRED, '—'],
  ])('of all columns: %s', (_, own, unit, told) => {
    expect(noted({ header: '总投资', field: 'contracted', ...own }, { words: null, unit })).toBe(told);
  });

  it('a column without a header is left alone', () => {
    const one: Mapped = {
      column: 3,
      header: '总投资',
      field: 'contracted',
      unit: null,
      unitFrom: null,
      units: [],
      weight: 9,
      because: ['words'],
    };
    expect(withNotes([one], [headerOf(0, '总投资')], [{ words: '总投资', unit: HUNDRED }], 'above')).toEqual([one]);
  });
});
