import { bureau } from './bureau.ts';
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

const REGIONS = { regions: ['东湖区', '高新区', '招商一科'], regionKinds: true, units: new Set<string>() };
const signed = [
  HEAD,
  '一、东湖区,,,,',
  project('甲'),
  '二、高薪区（1个）,,,,',
  project('乙'),
  '三、电子信息产业园,,,,',
  project('丙'),
].join('\n');

it('a bureau that keeps regions has only those; a line one sign away waits, and a person says what it is', async () => {
  const { give, live } = bureau(REGIONS);
  const { rows, sheets } = await give(signed);
  const placed = async () => (await live()).map(({ title, hostRegion }) => `${title} ${hostRegion ?? '—'}`).sort();
  expect(await placed()).toEqual(['丙 —', '甲 东湖区']);
  const waits = rows.filter(({ verdict }) => verdict === 'held');
  expect(waits.map(({ row, findings }) => [row, findings[0]!.code])).toEqual([[5, 'region-line-doubted']]);
  expect(sheets[0]!.regionLines).toEqual([
    { row: 2, text: '东湖区', region: '东湖区', because: 'known' },
    { row: 4, text: '高薪区', region: '高新区', because: 'near' },
    { row: 6, text: '电子信息产业园', region: null, because: null },
  ]);
  const { sheet } = sheets[0]!;
  await give(signed, { name: `${sheet}.csv`, decisions: [{ sheet, code: 'region-line-doubted', decision: 'new' }] });
  expect(await placed()).toEqual(['丙 —', '乙 高新区', '甲 东湖区']);
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['that it is that region', { 高薪区: '高新区' }, '高新区'],
  ['that it is none', { 高薪区: '' }, '—'],
])('a mapping may say of a line %s', async (_what, lines, region) => {
  const { give, live } = bureau(REGIONS);
  const { rows } = await give(signed, { mapping: { regions: lines } });
  expect(rows.filter(({ verdict }) => verdict === 'held')).toEqual([]);
  expect((await live()).find(({ title }) => title === '乙')!.hostRegion ?? '—').toBe(region);
});

it('where the bureau keeps none, a division is a region, and an industry, a park or a project is none', async () => {
  const names = [
    '电子信息产业园',
    '数字经济示范区',
    '高端装备园区项目',
    '拟上市',
    '文旅小镇',
    '工业园区',
    '城市更新片区',
  ];
  const lines = names.flatMap((name, at) => [`${name}（1个）,,,,`, project(`其他${at}`)]);
  const told = await ledger('西湖区（1个）,,,,', project('甲'), ...lines, '宜丰县（1个）,,,,', project('乙'));
  expect(regions(told).filter(([, region]) => region !== null)).toEqual([
    ['乙', '宜丰县'],
    ['甲', '西湖区'],
  ]);
  expect(told.report.sheets[0]!.regionLines).toContainEqual({
    row: 4,
    text: '电子信息产业园',
    region: null,
    because: null,
  });
});

it('a line that says that what stands below is signed or started holds what tells no day of it', async () => {
  const { found } = await importedText(
    'stages.csv',
    [
      '项目名称,投资方,总投资（亿元）,进展情况',
      '【已开工项目】,,,',
      '甲项目,甲公司,5,打桩',
      '一、已签约项目（1个）,,,',
      '乙项目,乙公司,6,办证',
      '二、在谈项目,,,',
      '丙项目,丙公司,7,洽谈',
    ].join('\n'),
  );
  expect(found).toEqual(
    ['stages!3 held: decides-without-day', 'stages!5 held: decides-without-day'].map(
      (one) => expect.stringContaining(one.split('!')[1]!) as string,
    ),
  );
});
