import { importedText, wan, type Imported } from './imported.ts';

// A note that speaks of one column gives that column its unit, and no other.

const HEAD = '序号,项目名称,投资方,签约日期,总投资,合同外资,注册资本';
const ROW = '1,轴承基地,甲公司,2025-01-02,50000,300,2000';
const listOf = (before: readonly string[], head: string, after: readonly string[]): Promise<Imported> =>
  importedText('note.csv', [...before, head, ROW, ...after].join('\n'));
const units = ({ report }: Imported): Record<string, string> =>
  Object.fromEntries(report.sheets[0]!.mapping.flatMap(({ header, unit }) => (unit === null ? [] : [[header, unit]])));
const codes = ({ report }: Imported): readonly string[] =>
  report.rows.flatMap(({ findings }) => findings.map(({ code }) => code));

const FOREIGN_ONLY = '序号,项目名称,投资方,签约日期,合同外资,注册资本';
const foreignRow = '1,轴承基地,甲公司,2025-01-02,300,2000';

it.each([
  ['注：其中外资单位为万美元'],
  ['注：本表除外资为万美元外均为万元'],
  ['备注：1.外资以万美元计；2.其余为万元。'],
])('under %s the amount of the other columns stays in 万元', async (note) => {
  const told = await listOf([], HEAD, [note]);
  expect(wan(told.of('轴承基地').contract?.contracted)).toBe('50000 CNY');
  expect(codes(told)).toEqual([]);
});

it.each([
  [[], ['注：其中外资单位为万美元']],
  [['本表除外资为万美元外均为万元'], []],
  [['单位：万元（其中：外资为万美元）'], []],
])('the foreign contract is in 万美元 under %p and %p', async (before, after) => {
  const told = await importedText('foreign.csv', [...before, FOREIGN_ONLY, foreignRow, ...after].join('\n'));
  expect(wan(told.of('轴承基地').contract?.contracted)).toBe('300 USD');
});

it('a note of one column counts it in its own unit, a note of all the others', async () => {
  const one = await importedText(
    'two.csv',
    [
      '项目名称,投资方,签约日期,总投资,其中固定资产投资',
      '轴承基地,甲公司,2025-01-02,5,40000',
      '注：总投资单位：亿元',
    ].join('\n'),
  );
  expect(units(one)).toEqual({ 总投资: '亿元', 其中固定资产投资: '万元' });
  expect(wan(one.of('轴承基地').contract?.contracted)).toBe('50000 CNY');
  const all = await importedText(
    'all.csv',
    ['项目名称,投资方,签约日期,总投资,其中固定资产投资', '轴承基地,甲公司,2025-01-02,5,4', '注：金额单位为亿元'].join(
      '\n',
    ),
  );
  expect(units(all)).toEqual({ 总投资: '亿元', 其中固定资产投资: '亿元' });
});

it('a note that names another unit than the header is said, and the header counts', async () => {
  const told = await listOf([], HEAD.replace('总投资', '总投资（万元）'), ['注：总投资单位：亿元']);
  expect(wan(told.of('轴承基地').contract?.contracted)).toBe('50000 CNY');
  expect(codes(told)).toEqual(['note-contradicts']);
});

it('a note that names another unit of all amounts than the line above holds them', async () => {
  const told = await listOf(['单位：万元'], HEAD, ['注：金额单位为亿元']);
  expect([told.projects.length, codes(told)]).toEqual([0, ['units-differ']]);
});
