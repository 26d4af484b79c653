import { bureau } from './bureau.ts';
import { imported, importedText, wan, type Value } from './imported.ts';

// Amounts and columns that leave a doubt: a person decides before anything is stored.

const HEAD = ['项目名称', '投资方', '签约日期', '总投资'];
const listOf = (amounts: readonly Value[], above: readonly string[] = [], below: readonly string[] = []) =>
  imported({
    台账: {
      rows: [
        ...above.map((line) => [line]),
        HEAD,
        ...amounts.map((amount, at) => [`第${at + 1}号`, `东${at}公司`, '2025-01-02', amount]),
        ...below.map((line) => [line]),
      ],
    },
  });
const verdicts = (found: readonly string[]): readonly string[] => found.map((one) => one.split('!')[1]!);

it('amounts that no 万元 can be, too large or too small, wait where nobody names a unit', async () => {
  expect(verdicts((await listOf([350_000_000])).found)).toEqual(['2 held: unit-not-told']);
  expect(verdicts((await listOf([3.5, 0.8, 12])).found)).toEqual([2, 3, 4].map((row) => `${row} held: unit-not-told`));
  expect((await listOf([3.5, 5_000])).found).toEqual([]);
});

it('a note under the table names the unit as well as a line above it', async () => {
  const { of, found } = await listOf([3.5, 0.8], [], ['注：投资额单位为亿元']);
  expect([found, wan(of('第1号').contract?.contracted)]).toEqual([[], '35000 CNY']);
});

it('lines above that name two units of one currency contradict each other; sums in them are no unit', async () => {
  const { found } = await listOf([3, 2], ['单位：万元', '签约项目表（单位：亿元）']);
  expect(verdicts(found)).toEqual(['4 held: units-differ', '5 held: units-differ']);
  const { of, found: none } = await listOf([30_000], ['全县共签约项目35个，总投资120亿元', '单位：万元']);
  expect([none, wan(of('第1号').contract?.contracted)]).toEqual([[], '30000 CNY']);
});

it('what no amount can be waits or is refused, and never makes a negotiation of a contract', async () => {
  const { found, projects } = await listOf(['13800138000', '123456789012345678'], ['单位：万元']);
  expect(verdicts(found)).toEqual(['3 held: amount-beyond-reason', '4 held: amount-beyond-reason']);
  expect(projects).toEqual([]);
  const { give, live } = bureau();
  const lines = `项目名称,投资方,签约日期,总投资（万元）\n甲,甲公司,2025-01-02,99999999999999万元\n`;
  await give(lines, { name: '台账.csv' });
  const { rows } = await give(lines, { decisions: [{ sheet: '台账', row: 2, decision: 'new' }], name: '台账.csv' });
  expect(rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)])).toEqual([
    ['reject', 'value-refused'],
  ]);
  expect(await live()).toEqual([]);
});

it('columns that changed places are doubted cell by cell', async () => {
  const { found, projects } = await importedText(
    'swapped.csv',
    `项目名称,投资方,签约日期,总投资（亿元）
甲,甲公司,3,2025-01-02
乙,乙公司,2.5,2025-02-02
丙,丙公司,1.5,2025-03-02
`,
  );
  expect(verdicts(found)).toEqual([2, 3, 4].map((row) => `${row} reject: decides-unclear amount-in-words`));
  expect(projects).toEqual([]);
});

it('what is due within a part of the year, or in a second column, is no target of the year', async () => {
  const { report } = await imported({
    目标: {
      rows: [
        ['2026年招商引资目标任务分解表'],
        ['单位', '到位资金目标（亿元）', '一季度到位资金目标（亿元）', '到位资金奋斗目标（亿元）'],
        ['东乡镇', 5, 1, 8],
        ['西乡镇', 4, 0.8, 6],
      ],
    },
  });
  expect(report.targets.filter(({ unit }) => unit === '东乡镇').map(({ metric }) => metric)).toEqual([
    'domestic-arrived',
    '一季度到位资金目标(亿元)',
    '到位资金奋斗目标(亿元)',
  ]);
});
