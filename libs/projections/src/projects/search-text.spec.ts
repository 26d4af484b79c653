import { initialsOf, searchText } from './search-text.ts';

it('a name is spelt by the initials of its characters, in each of their readings', () => {
  expect(initialsOf('高新产业园').split(' ')).toContain('gxcyy');
  expect(initialsOf('重庆').split(' ').sort()).toEqual(['cq', 'zq']);
  expect(initialsOf('单县乐园').split(' ')).toEqual(expect.arrayContaining(['dxly', 'sxly', 'dxyy']));
  expect(initialsOf('LG 电子（2期）').split(' ')).toContain('lgdz2q');
  expect(initialsOf('Bearing Works')).toBe('');
});
it('a name of many characters with several readings does not grow without bound', () => {
  expect(initialsOf('重'.repeat(300)).length).toBeLessThan(6_000);
});
it('a project is found by name, investor and numbers, of any width and case, and by the initials of both names', () => {
  const text = searchText('轴承项目', '长江Ｇｒｏｕｐ', ['QL-001', null, undefined, 'HT2024']);
  for (const part of ['轴承', '长江group', 'ql-001', 'ht2024', 'zcxm', 'cjgroup', 'zjgroup'])
    expect(text).toContain(part);
  expect(text).not.toContain('项目长江');
});
