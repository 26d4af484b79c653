import { bureau } from './bureau.ts';
import { imported, importedText, wan, type Imported } from './imported.ts';

// 一期, 二期 under a project are parts of it: never projects of that name, and never counted beside the whole.

const HEAD = '序号,项目名称,投资方,签约日期,总投资（万元）';
const OTHER = '2,轴承项目,乙公司,2025-02-02,8000';
const ledger = (...rows: readonly string[]): Promise<Imported> =>
  importedText('phases.csv', [HEAD, ...rows, OTHER].join('\n'));
const titles = ({ projects }: Imported): readonly string[] => projects.map(({ title }) => title).sort();
const verdicts = ({ found }: Imported): readonly string[] => found.map((one) => one.split('!')[1]!);
const saidIn = ({ report }: Imported): string => report.rows[0]!.findings.at(-1)!.message.zh;

it.each([
  ['一期', '二期'],
  ['一期工程', '二期工程'],
  ['（一）期', '（二）期'],
  ['第一期', '第二期'],
  ['Ⅰ期', 'Ⅱ期'],
  ['1期', '2期'],
  ['其中：一期', '二期'],
])('%s and %s under a project that carries their sum are kept with it, and that is said', async (one, other) => {
  const told = await ledger('1,新能源基地,甲公司,2025-01-02,50000', `,${one},,,20000`, `,${other},,2025-06-01,30000`);
  expect([titles(told), verdicts(told), wan(told.of('新能源基地').contract?.contracted)]).toEqual([
    ['新能源基地', '轴承项目'],
    ['2 warn: phases-kept'],
    '50000 CNY',
  ]);
  expect(Object.values(told.of('新能源基地').extra)).toEqual([
    '总投资（万元）：20000',
    '签约日期：2025-06-01；总投资（万元）：30000',
  ]);
  expect(told.report.sheets[0]!.passed).toEqual([3, 4].map((row) => ({ row, why: 'phase' })));
});

it('a project that tells no amount waits with those of its phases, and is one of their sum where a person says so', async () => {
  const rows = ['1,新能源基地,甲公司,2025-01-02,', ',一期,,2025-01-02,20000', ',二期,,2025-06-02,30000'];
  const told = await ledger(...rows);
  expect([titles(told), verdicts(told), told.report.rows[0]!.project?.name]).toEqual([
    ['轴承项目'],
    ['2 held: phases-open'],
    '新能源基地',
  ]);
  expect(saidIn(told)).toContain('20000万元 + 30000万元，决定后按合计 50000万元 登记');
  const { give, live } = bureau();
  const lines = [HEAD, ...rows].join('\n');
  await give(lines, { name: '台账.csv' });
  await give(lines, { decisions: [{ sheet: '台账', row: 2, decision: 'new' }], name: '台账.csv' });
  expect((await live()).map(({ title, contract }) => [title, wan(contract?.contracted)])).toEqual([
    ['新能源基地', '50000 CNY'],
  ]);
});

it('a sum that is not the project’s own amount waits, with both figures', async () => {
  const told = await ledger('1,新能源基地,甲公司,2025-01-02,20000', '2,一期,甲公司,2025-01-02,20000', ',二期,,,30000');
  expect([titles(told), verdicts(told)]).toEqual([['轴承项目'], ['2 held: phases-open']]);
  expect(saidIn(told)).toContain('本行 20000万元，各期 20000万元 + 30000万元');
});

it('a contract that only the phases date waits; phases without an amount say nothing against the whole', async () => {
  const told = await ledger('1,新能源基地,甲公司,,50000', ',一期,,2025-01-02,20000', ',二期,,2025-06-02,30000');
  expect([titles(told), verdicts(told)]).toEqual([['轴承项目'], ['2 held: phases-open']]);
  expect(saidIn(told)).toContain('2025-01-02');
  const plain = await ledger('1,新能源基地,甲公司,2025-01-02,50000', ',一期,,,', ',二期,,,');
  expect([titles(plain), verdicts(plain)]).toEqual([['新能源基地', '轴承项目'], ['2 warn: phases-kept']]);
});

it('a phase under nothing, of another firm or with a number of its own is no project by that name, and names the one above', async () => {
  const told = await ledger(
    '1,一期,甲公司,2025-01-02,100',
    '2,新能源基地,甲公司,2025-01-02,50000',
    '3,二期,丙公司,2025-01-02,300',
    '4,三期,,2025-01-02,300',
  );
  expect([titles(told), verdicts(told)]).toEqual([
    ['新能源基地', '轴承项目'],
    [2, 4, 5].map((row) => `${row} held: only-a-phase`),
  ]);
  expect(told.report.rows[1]!.findings.at(-1)!.message.zh).toContain('第 3 行“新能源基地”');
});

it('a name merged over the rows of its phases is one project, which waits with their sum', async () => {
  const sheet = {
    rows: [
      ['项目名称', '投资方', '分期', '签约日期', '总投资（万元）'],
      ['新能源基地', '甲公司', '一期', '2025-01-02', 20_000],
      [null, null, '二期', '2025-06-02', 30_000],
      ['轴承项目', '乙公司', null, '2025-02-02', 8_000],
    ],
    merges: ['A2:A3', 'B2:B3'],
  };
  const told = await imported({ 台账: sheet });
  expect([titles(told), verdicts(told)]).toEqual([['轴承项目'], ['2 held: phases-open']]);
  expect(saidIn(told)).toContain('一期、二期；本行没有总额，各期 20000万元 + 30000万元');
});

it('names that only end with a phase stay projects of their own', async () => {
  const told = await ledger('1,新能源基地一期,甲公司,2025-01-02,20000', '2,新能源基地二期,甲公司,2025-06-02,30000');
  expect(titles(told)).toEqual(['新能源基地一期', '新能源基地二期', '轴承项目']);
});
