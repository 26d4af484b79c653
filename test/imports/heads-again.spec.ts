import { imported } from './imported.ts';

// Heads that come again close under the first ones.

it('a row of words between two heads that are printed alike is data, though the second heads say more', async () => {
  const { projects, of } = await imported({
    项目: {
      rows: [
        ['项目名称', '投资方', '责任单位'],
        ['甲项目', '甲公司', '招商局'],
        ['项目名称', '投资方', '责任单位', '总投资（万元）', '开工时间'],
        ['乙项目', '乙公司', '商务局', 3_000, null],
      ],
    },
  });
  expect(projects.map(({ title }) => title).sort()).toEqual(['乙项目', '甲项目']);
  expect([of('甲项目').owner.unit, of('乙项目').owner.unit]).toEqual(['招商局', '商务局']);
});
