import { inUnit } from '#domain';
import { bureau } from '../../../../test/imports/bureau.ts';

// What arrived is told month after month, in lists that grow, are sorted anew and corrected.

const PROJECTS = '项目编号,项目名称,投资方,签约日期,合同额（万元）\nA-1,轴承项目,甲公司,2023-03-15,5000\n';
const HEAD = '项目编号,到账日期,到账金额（万元）,凭证号\n';

const paid = async (...ledgers: readonly string[]) => {
  const { give, live } = bureau();
  await give(PROJECTS);
  const reports = [];
  for (const lines of ledgers) reports.push(await give(lines));
  const [project] = await live();
  return {
    reports,
    amounts: project!.arrivals.map(({ amount }) => inUnit(amount, '万元')),
    certified: project!.arrivals.every(({ certified }) => certified !== null),
  };
};

it('an arrival without a voucher is the same wherever its row stands', async () => {
  const [first, second] = ['A-1,2023-05-10,300,', 'A-1,2023-06-10,200,'];
  const { amounts, reports, certified } = await paid(
    `${HEAD}${first}\n${second}\n`,
    `${HEAD}A-1,2023-07-10,100,\n${second}\n${first}\n`,
  );
  expect([amounts.sort(), certified]).toEqual([['100', '200', '300'], true]);
  expect(reports[1]!.sheets[0]!.rows).toMatchObject({ accepted: 1, unchanged: 2 });
});

it('two equal instalments of one day are two, and told again they are still two', async () => {
  const line = 'A-1,2023-05-10,300,\n';
  const { amounts } = await paid(`${HEAD}${line}`, `${HEAD}${line}${line}`, `${HEAD}${line}${line}\n`);
  expect(amounts).toEqual(['300', '300']);
});

it('a voucher that stands under two amounts tells both, and the first is known again', async () => {
  const { amounts, certified } = await paid(
    `${HEAD}A-1,2023-05-10,300,V-1\n`,
    `${HEAD}A-1,2023-05-10,200,V-1\nA-1,2023-05-10,300,V-1\n`,
  );
  expect([amounts, certified]).toEqual([['300', '200'], true]);
});

it('an arrival that was only reported is certified under the name by which it is known', async () => {
  const head = '项目编号,到账日期,到账金额（万元）,是否核定,核定日期\n';
  const { amounts, certified } = await paid(
    `${head}A-1,2023-04-10,50,是,2023-04-12\nA-1,2023-05-10,300,否,\n`,
    `${head}A-1,2023-05-10,300,是,2023-05-20\n`,
  );
  expect([amounts, certified]).toEqual([['50', '300'], true]);
});
