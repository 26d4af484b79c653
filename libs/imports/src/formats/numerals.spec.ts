import { asSaid, digitByDigit } from './numerals.ts';

it.each([
  ['0', '〇'],
  ['000', '〇'],
  ['5', '五'],
  ['10', '十'],
  ['12', '十二'],
  ['20', '二十'],
  ['105', '一百〇五'],
  ['110', '一百一十'],
  ['1023', '一千〇二十三'],
  ['1003', '一千〇三'],
  ['20300', '二万〇三百'],
  ['120000', '十二万'],
  ['100000005', '一亿〇五'],
  ['1000000000000', '一万亿'],
])('%s is said %s', (text, words) => {
  expect(asSaid(text, 1)).toBe(words);
});

it('the signs of cheques, and those as wide as words', () => {
  expect([asSaid('10', 2), asSaid('2305', 2), asSaid('2305', 3)]).toEqual(['壹拾', '贰仟叁佰零伍', '２３０５']);
});

it('what is no whole number, or has more digits than are counted, is told digit by digit', () => {
  expect([asSaid('2.5', 1), asSaid('12345678901234567', 1), digitByDigit('2023年', 1)]).toEqual([
    '二.五',
    '一二三四五六七八九〇一二三四五六七',
    '二〇二三年',
  ]);
});
