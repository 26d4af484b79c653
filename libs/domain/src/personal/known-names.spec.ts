import { headsNames, namesIn } from './known-names.ts';

it('a column of names is headed by who they are, and a firm is nobody', () => {
  expect(
    ['联系人', '企业联系人', ' 经办人员 ', '姓名', 'Contact', 'reported by', '项目负责人'].map(headsNames),
  ).toEqual(Array(7).fill(true));
  expect(['投资人', '法人', '企业名称', 'Company name', '金额', ''].map(headsNames)).toEqual(Array(6).fill(false));
});
it('a cell holds its names, without titles, remarks and single characters', () => {
  expect(namesIn('王五（经理）、李六')).toEqual(['王五', '李六']);
  expect(namesIn('王五 / 李六；  赵七, 经理')).toEqual(['王五', '李六', '赵七']);
  expect(namesIn('阿卜杜·热合曼')).toEqual(['阿卜杜·热合曼']);
  expect([namesIn(''), namesIn('无'), namesIn('王'), namesIn('暂无')]).toEqual([[], [], [], []]);
  expect([namesIn('王'.repeat(20)), namesIn('王'.repeat(21))]).toEqual([['王'.repeat(20)], []]);
});
