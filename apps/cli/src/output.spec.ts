import { table } from './output.ts';

it('a table keeps its lines, whatever a cell holds', () => {
  const cells = [
    ['P-1', '第一行\n第二行\u001b[2J', '红'],
    ['P-22', '料', '黄'],
  ];
  expect(table(cells).split('\n')).toEqual(['P-1   第一行 第二行 [2J  红', `P-22  料${' '.repeat(15)}  黄`]);
});
