import { bureau } from './bureau.ts';
import { imported, wan } from './imported.ts';

// One project, told twice in other words.

const HEAD = ['项目名称', '投资方', '签约日期', '总投资（亿元）'];

it('a firm without its legal form, or with another, may be the same: its second row waits, on the next sheet too', async () => {
  const { found, projects } = await imported({
    甲表: {
      rows: [
        HEAD,
        ['轴承基地', '远大股份有限公司', '2025-02-02', 2],
        ['轴承基地', '远大公司', '2025-02-02', 2],
        ['电机基地', '远大公司', '2025-02-02', 3],
      ],
    },
    乙表: {
      rows: [HEAD, ['轴承 基地', '远大股份', '2025-02-02', 2], ['轴承基地', '宏大有限责任公司', '2025-02-02', 2]],
    },
  });
  expect(found.filter((one) => one.includes('held'))).toEqual([
    '甲表!3 held: same-project',
    '乙表!2 held: same-project',
  ]);
  expect(projects.map(({ investor }) => investor).sort()).toEqual(['宏大有限责任公司', '远大公司', '远大股份有限公司']);
});

it('nor does the next month double a project whose firm is written otherwise', async () => {
  const { give, live } = bureau();
  const listOf = (firm: string): string => `${HEAD.join(',')}\n轴承基地,${firm},2025-02-02,2\n`;
  await give(listOf('远大股份有限公司'));
  const { rows } = await give(listOf('远大公司'));
  expect(rows.map(({ verdict, findings }) => [verdict, findings[0]?.code])).toEqual([['held', 'same-project']]);
  expect(await live()).toHaveLength(1);
});

it('a sheet of starts that tells another amount of the contract says so; one that rounds it does not', async () => {
  const { of, found } = await imported({
    签约: { rows: [HEAD, ['甲', '甲公司', '2025-01-02', 3], ['乙', '乙公司', '2025-01-02', 3.0004]] },
    开工: {
      rows: [
        ['项目名称', '投资方', '开工日期', '总投资（亿元）'],
        ['甲', '甲公司', '2025-05-02', 3.2],
        ['乙', '乙公司', '2025-05-02', 3],
      ],
    },
  });
  expect(found).toEqual(['开工!2 warn: amount-differs']);
  expect([wan(of('甲').contract?.contracted), of('甲').startCertified?.on, of('甲').extra]).toEqual([
    '30000 CNY',
    '2025-05-02',
    { '总投资（亿元）': '3.2' },
  ]);
});
