import { isLabel, isNameFor, namesProject } from './labels.ts';

it('a label is a text whose words surely name a field, and no answer', () => {
  expect(
    ['项目名称', '3.投资方', '总投资（亿元）', '未投产', '已签约', '甲公司', '', '投资方'.repeat(7)].map(isLabel),
  ).toEqual([true, true, true, false, false, false, false, false]);
  expect(['项目名称', '投资方'].map(namesProject)).toEqual([true, false]);
  expect([
    isNameFor('责任单位', '招商单位'),
    isNameFor('责任单位', '招商专班'),
    isNameFor('投资方', '项目公司'),
    isNameFor('责任单位', '项目公司'),
    isNameFor('责任单位', '甲公司'),
  ]).toEqual([false, false, true, false, false]);
});
