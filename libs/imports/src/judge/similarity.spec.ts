import { edits, firmOf, nearest, sameName, similarity } from './similarity.ts';

it.each<readonly [string, string, number]>([
  ['甲', '甲', 1],
  ['甲', '乙', 0],
  ['', '甲', 0],
  ['甲', '甲乙', 0],
  ['甲乙', '甲乙', 1],
  ['甲乙', '甲乙丙', 2 / 3],
  ['甲乙甲乙', '甲乙', 2 / 4], // a pair that comes twice on one side is shared once
  ['甲 乙（一期）', '甲乙(一期)', 1],
])('%s and %s are alike by the pairs of signs that they share', (one, other, alike) => {
  expect(similarity(one, other)).toBe(alike);
  expect(similarity(other, one)).toBe(alike);
});

it('two names that nobody wrote are one, and one that is written is never one that is not', () => {
  expect(sameName(null, undefined)).toBe(true);
  expect(sameName('甲', null)).toBe(false);
  expect(sameName(undefined, '甲')).toBe(false);
  expect(sameName('甲 公司', '甲公司')).toBe(true);
});

it('a firm is known without its legal form, unless nearly nothing were left of its name', () => {
  expect(firmOf('宁远股份有限公司')).toBe('宁远');
  expect(firmOf('宁远集团')).toBe('宁远');
  expect(firmOf('一公司')).toBe('一公司');
});

it('the nearest known name is offered, the first of two as near', () => {
  expect(nearest('高薪区', ['东湖区', '高新区', '高欣区'])).toBe('高新区');
  expect(nearest('高新', ['高新技术产业开发区', '高新区'])).toBe('高新区');
  expect(nearest('甲', ['乙'])).toBe('乙');
});

it('a name of which more than half the signs are others is not offered, nor is one where none is known', () => {
  expect(nearest('甲乙丙丁', ['甲乙戊己'])).toBe('甲乙戊己');
  expect(nearest('甲乙丙丁', ['甲戊己庚'])).toBeNull();
  expect(nearest('甲乙丙丁', ['甲乙'])).toBe('甲乙');
  expect(nearest('甲乙', ['甲乙丙丁'])).toBe('甲乙丙丁');
  expect(nearest('甲', [])).toBeNull();
});

it('what is put in, taken out and changed each counts one', () => {
  expect(edits('东湖区', '东湖新区')).toBe(1);
  expect(edits('东湖新区', '东湖区')).toBe(1);
  expect(edits('东湖区', '西湖区')).toBe(1);
  expect(edits('', '西湖区')).toBe(3);
});
