import fc from 'fast-check';
import type { Cell } from '../files/sheet.ts';
import { formatOf } from '../formats/format.ts';
import { readDay } from './days.ts';

const text = (shown: string): Cell => ({ text: shown, kind: 'text' });
const told = (cell: Cell | undefined, plan = false, year: string | null = null): string => {
  const reading = readDay(cell, { date1904: false, plan, year });
  if (reading.is === 'value') return `${reading.value.date} ${reading.value.known}`;
  return reading.is === 'empty' ? `empty ${reading.said ?? ''}`.trim() : reading.why;
};

describe('a day of a fact', () => {
  it.each([
    ['2023.3.15', '2023-03-15 day'],
    ['2023年3月15日', '2023-03-15 day'],
    ['2023年03月15号', '2023-03-15 day'],
    ['２０２３．３．１５', '2023-03-15 day'],
    ['23年3月15日', '2023-03-15 day'],
    ['2023/3/15', '2023-03-15 day'],
    ['2023-03-15 10:20:30', '2023-03-15 day'],
    ['2023-03-15T00:00:00', '2023-03-15 day'],
    ['20230315', '2023-03-15 day'],
    ['3/15/2023', '2023-03-15 day'],
    ['15/3/2023', '2023-03-15 day'],
    ['2023年3月15日（第一批）', '2023-03-15 day'],
    ['2023年3月15日前', 'words'],
    ['2023年3月15日签约', '2023-03-15 day'],
    ['2023/3/15 星期三', '2023-03-15 day'],
    ['2023年3月15日下午', '2023-03-15 day'],
    ['二〇二三年三月十五日', '2023-03-15 day'],
    ['二零二三年十二月三十一日', '2023-12-31 day'],
    ['二〇二三年十月二十日', '2023-10-20 day'],
    ['2023年十月十日', '2023-10-10 day'],
    ['45000', '2023-03-15 day'],
    ['5-Sep-24', '2024-09-05 day'],
    ['Mar 5, 2024', '2024-03-05 day'],
    ['Sept. 2024', '2024-09-30 month'],
    ['民国113年9月5日', '2024-09-05 day'],
    ['Acme 24', 'words'],
    ['2023年3月', '2023-03-31 month'],
    ['2023-3', '2023-03-31 month'],
    ['2023.10', '2023-10-31 month'],
    ['202303', '2023-03-31 month'],
    ['2023年2月下旬', '2023-02-28 month'],
    ['2023-02-30', 'impossible'],
    ['2023年13月', 'impossible'],
    ['1900-01-01', 'impossible'],
    ['9999-12-31', 'impossible'],
    ['0001-01-01 00:00:00', 'empty 0001-01-01 00:00:00'],
    ['2023年一季度', 'words'],
    ['2023年', 'words'],
    ['近期', 'words'],
    ['已开工', 'words'],
    ['未开工', 'empty 未开工'],
    ['待定', 'empty 待定'],
    ['/', 'empty /'],
    ['—', 'empty —'],
  ])('%s → %s', (shown, expected) => expect(told(text(shown))).toBe(expected));
  it.each([
    ['3月5日', '2024-03-05 day'],
    ['三月五日', '2024-03-05 day'],
    ['7/17', '2024-07-17 day'],
    ['7月底', '2024-07-31 month'],
    ['7月份', '2024-07-31 month'],
    ['2月30日', 'impossible'],
    ['三季度', 'words'],
    ['7.17', '2024-07-17 day'],
    ['2023年3月5日', '2023-03-05 day'],
  ])('under a title of 2024, %s → %s', (shown, expected) => expect(told(text(shown), false, '2024')).toBe(expected));
  it.each([
    ['三季度', '2024-09-30 span'],
    ['下半年', '2024-12-31 span'],
    ['年底前', '2024-12-31 span'],
    ['9月底前开工', '2024-09-30 month'],
  ])('of a plan, %s → %s', (shown, expected) => expect(told(text(shown), true, '2024')).toBe(expected));
  it('no cell is no day, and none that was not understood', () => expect(told(undefined)).toBe('empty'));
  it('without any year over it such a day is not understood', () => expect(told(text('3月5日'))).toBe('words'));
  it('a date of the sheet is as much of a day as it shows', () => {
    const shown = (code: string, raw: string) => told(formatOf(code).number(raw, false));
    expect([
      shown('yyyy-mm-dd', '45000'),
      shown('yyyy"年"m"月"', '45000'),
      shown('m"月"d"日"', '45000'),
      shown('yyyy', '45000'),
      shown('yyyy/m/d', '0'),
      shown('yyyy/m/d', '-5'),
      shown('0.00', '2023.1'),
      shown('General', '2023.1'),
      shown('#,##0', '45000'),
    ]).toEqual([
      '2023-03-15 day',
      '2023-03-31 month',
      '2023-03-15 day',
      'words',
      'empty 1900/1/0',
      'impossible',
      '2023-10-31 month',
      '2023-01-31 month',
      '2023-03-15 day',
    ]);
  });
});

describe('a day of a plan', () => {
  it.each([
    ['2024年一季度', '2024-03-31 span'],
    ['2024年第一季度前', '2024-03-31 span'],
    ['2024年1季度', '2024-03-31 span'],
    ['24年四季度', '2024-12-31 span'],
    ['2024Q3', '2024-09-30 span'],
    ['2024年上半年', '2024-06-30 span'],
    ['2024年下半年', '2024-12-31 span'],
    ['2023年底', '2023-12-31 span'],
    ['2023年底前开工', '2023-12-31 span'],
    ['2023年年末', '2023-12-31 span'],
    ['2024年内', '2024-12-31 span'],
    ['2024年', '2024-12-31 span'],
    ['2024', '2024-12-31 span'],
    ['2024年1-3月', '2024-03-31 span'],
    ['2024年1月至3月', '2024-03-31 span'],
    ['2024年3月上旬', '2024-03-10 span'],
    ['2024年3月中旬', '2024-03-20 span'],
    ['2024年3月下旬', '2024-03-31 month'],
    ['2024年3月15日至2024年6月30日', '2024-06-30 span'],
    ['2024.3-2024.6', '2024-06-30 span'],
    ['2024年3月-2024年6月', '2024-06-30 span'],
    ['2024年3月15日', '2024-03-15 day'],
    ['2024-3', '2024-03-31 month'],
    ['一季度', 'words'],
    ['尽快', 'words'],
    ['2024年五季度', 'words'],
  ])('%s → %s', (shown, expected) => expect(told(text(shown), true)).toBe(expected));
});

describe('any text', () => {
  it('is read or said not to be understood, however long and odd it is', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.constantFrom(...'(（)）年月日季度上下0123456789.-/至~ 　前'.split('')), maxLength: 80 }),
          fc.string({ maxLength: 80 }),
        ),
        fc.boolean(),
        (shown, plan) => {
          expect(['value', 'empty', 'not-understood']).toContain(readDay(text(shown), { date1904: false, plan }).is);
        },
      ),
      { numRuns: 3_000 },
    ));
  it.each(['(', '（', '年', '2023年', '-', ' ', '~'])('of ten thousand %s is words', (sign) =>
    expect(['words', 'empty']).toContain(told(text(sign.repeat(10_000)), true)),
  );
});
