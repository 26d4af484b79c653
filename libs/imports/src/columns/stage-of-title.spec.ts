import { stageOfTitle } from './stage-of-title.ts';

it.each([
  ['2024年已签约项目清单', 'signed'],
  ['签约项目', 'signed'],
  ['签订合同项目一览表', 'signed'],
  ['签约重点项目库', 'signed'],
  ['开工项目台账', 'started'],
  ['在建项目情况表', 'started'],
  ['已投产项目', 'started'],
  ['签约未开工项目', null],
  ['拟签约项目', null],
  ['签约项目开工率', null],
  ['框架签约项目', null],
  ['下月计划开工项目', null],
  ['招商引资台账', null],
])('what a title says of all that stands below: %s', (title, stage) => {
  expect(stageOfTitle(title)).toBe(stage);
});
