import { importedText, type Imported } from './imported.ts';

// Blocks by district: the line above says where the projects below it lie.

const HEAD = '序号,项目名称,投资方,签约日期,总投资（万元）';
const ledger = (...rows: readonly string[]): Promise<Imported> =>
  importedText('district.csv', [HEAD, ...rows].join('\n'));
const regions = ({ projects }: Imported) => projects.map(({ title, hostRegion }) => [title, hostRegion ?? null]).sort();
const project = (name: string): string => `1,${name},甲公司,2025-01-02,50000`;

it('projects under the line of a district lie there, until a line of the same level, whatever that says', async () => {
  const told = await ledger(
    '一、东湖区（2个）,,,,',
    '（一）工业,,,,',
    project('新能源基地'),
    '（二）服务业,,,,',
    project('冷链中心'),
    '二、市本级,,,,',
    project('会展中心'),
    '三、西湖区,,,,',
    project('文旅小镇'),
  );
  expect(regions(told)).toEqual([
    ['会展中心', null],
    ['冷链中心', '东湖区'],
    ['文旅小镇', '西湖区'],
    ['新能源基地', '东湖区'],
  ]);
  expect(told.of('冷链中心').extra).toMatchObject({ 所在分段: '东湖区' });
  expect(told.report.sheets[0]!.passed.map(({ why }) => why)).toEqual(Array(5).fill('section'));
});

it('a table with a column of regions goes by its column', async () => {
  const told = await importedText(
    'column.csv',
    ['序号,项目名称,所属区域,签约日期,总投资（万元）', '一、东湖区,,,,', '1,新能源基地,西湖区,2025-01-02,50000'].join(
      '\n',
    ),
  );
  expect(regions(told)).toEqual([['新能源基地', '西湖区']]);
});

it('a district that stands alone where a name would is held, and ends the one before all the same', async () => {
  const told = await ledger('高新区（3个）,,,,', project('甲'), ',经开区,,,', project('乙'), ',某某,,,', project('丙'));
  expect(regions(told)).toEqual([
    ['丙', null],
    ['乙', '经开区'],
    ['甲', '高新区'],
  ]);
});
