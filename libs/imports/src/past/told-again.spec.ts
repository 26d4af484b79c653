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

it('what is told otherwise of an arrival waits, old and new, and a decision corrects it', async () => {
  const { give, live } = bureau();
  await give(PROJECTS);
  await give(`${HEAD}A-1,2023-05-10,300,V-1\n`);
  const otherwise = `${HEAD}A-1,2023-05-11,280,V-1\n`;
  const { rows, groups } = await give(otherwise, { name: 'otherwise.csv' });
  expect(rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
    [
      'held',
      [
        { field: 'amount', cell: 'C2', from: '3000000.00 CNY', to: '2800000.00 CNY' },
        { field: 'arrivedOn', cell: 'B2', from: '2023-05-10', to: '2023-05-11' },
      ],
    ],
  ]);
  expect(groups.map(({ code, offers }) => [code, offers])).toEqual([
    ['differs-from-recorded', ['same', 'reject']],
    ['differs-from-recorded', ['same', 'reject']],
  ]);
  const { sheet, row } = rows[0]!;
  await give(otherwise, { name: 'otherwise.csv', decisions: [{ sheet, row, decision: 'same' }] });
  expect((await live())[0]!.arrivals).toMatchObject([{ on: '2023-05-11', amount: { amount: '2800000.00' } }]);
});

describe('money by the month', () => {
  const months = (cells: string): string =>
    `2023年资金到位情况表,,,,,\n项目编号,项目名称,投资方,签约日期,合同额（万元）,4月,5月,6月\nA-1,轴承项目,甲公司,2023-03-15,5000,${cells}\n`;
  const amountsOf = async ({ live }: ReturnType<typeof bureau>) =>
    (await live())[0]!.arrivals.map(({ on, amount }) => `${on} ${inUnit(amount, '万元')}`);

  it('a month that has grown since is no second arrival', async () => {
    const office = bureau();
    await office.give(months('100,50,'));
    const { rows } = await office.give(months('100,80,20'), { name: 'june.csv' });
    expect(rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
      ['held', [{ field: 'arrivedInMonth', cell: 'G3', from: '500000.00 CNY', to: '800000.00 CNY' }]],
    ]);
    const { sheet, row } = rows[0]!;
    await office.give(months('100,80,20'), { name: 'june.csv', decisions: [{ sheet, row, decision: 'same' }] });
    expect(await amountsOf(office)).toEqual(['2023-04-30 100', '2023-05-31 80', '2023-06-30 20']);
  });

  it('a month whose arrivals are told one by one is the same money once more', async () => {
    const office = bureau();
    await office.give(PROJECTS);
    await office.give(`${HEAD}A-1,2023-05-10,30,V-1\nA-1,2023-05-20,20,V-2\n`);
    const { rows } = await office.give(months('100,50,'));
    expect([rows, await amountsOf(office)]).toEqual([[], ['2023-04-30 100', '2023-05-10 30', '2023-05-20 20']]);
    const other = await office.give(months('100,70,'));
    expect(other.rows[0]!.findings.map(({ code, cell }) => [code, cell])).toEqual([['month-differs', 'G3']]);
    expect(await amountsOf(office)).toHaveLength(3);
  });

  it('an arrival of a month that is recorded as a sum waits: it may be part of it', async () => {
    const office = bureau();
    await office.give(months('100,50,'));
    const single = `${HEAD}A-1,2023-05-10,30,V-1\n`;
    const { rows, groups } = await office.give(single, { name: 'single.csv' });
    expect([rows[0]!.verdict, groups[0]!.code, groups[0]!.offers]).toEqual([
      'held',
      'month-recorded',
      ['new', 'reject'],
    ]);
    const { sheet, row } = rows[0]!;
    await office.give(single, { name: 'single.csv', decisions: [{ sheet, row, decision: 'new' }] });
    expect(await amountsOf(office)).toEqual(['2023-04-30 100', '2023-05-10 30', '2023-05-31 50']);
  });
});

it('an arrival without a voucher that was corrected waits in the place of the recorded one; a person says whether it is another', async () => {
  const first = `${HEAD}A-1,2023-05-10,300,\nA-1,2023-06-10,200,\n`;
  const later = `${HEAD}A-1,2023-05-10,310,\nA-1,2023-06-10,200,\n`;
  const moved = `${HEAD}A-1,2023-05-10,300,\nA-1,2023-06-12,200,\n`;
  for (const [lines, row] of [
    [later, 2],
    [moved, 3],
  ] as const) {
    const { amounts, reports } = await paid(first, lines);
    expect([amounts, reports[1]!.rows.map((one) => [one.row, one.verdict, one.findings[0]!.code])]).toEqual([
      ['300', '200'],
      [[row, 'held', 'arrival-in-place']],
    ]);
  }
  const { give, live } = bureau();
  await give(PROJECTS);
  await give(first);
  const { sheets } = await give(later, { name: 'in-place.csv' });
  const { sheet } = sheets[0]!;
  const told = async () => (await live())[0]!.arrivals.map(({ amount }) => inUnit(amount, '万元'));
  await give(later, { name: 'in-place.csv', decisions: [{ sheet, row: 2, decision: 'new' }] });
  expect((await told()).sort()).toEqual(['200', '300', '310']);
  const other = bureau();
  await other.give(PROJECTS);
  await other.give(first);
  await other.give(later, { name: 'in-place.csv' });
  await other.give(later, { name: 'in-place.csv', decisions: [{ sheet, row: 2, decision: 'same' }] });
  expect((await other.live())[0]!.arrivals.map(({ amount }) => inUnit(amount, '万元'))).toEqual(['310', '200']);
});

it('a list of new arrivals only tells new ones, though one is as large as an old one', async () => {
  const { amounts } = await paid(`${HEAD}A-1,2023-05-10,300,\n`, `${HEAD}A-1,2023-06-10,300,\n`);
  expect(amounts).toEqual(['300', '300']);
});
