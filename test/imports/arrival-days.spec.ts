import { bureau } from './bureau.ts';
import { wan } from './imported.ts';

// Money that came on a day that nobody tells waits with its cell, and a person can let it in.

const HEAD = '项目名称,投资方,签约日期,总投资（万元）';
const PROJECT = '甲,甲公司,2025-01-02,5000';
const arrivals = (day: string): string =>
  ['2026年9月到位资金台账,,', '项目名称,到账日期,到账金额（万元）', `甲,${day},800`].join('\n');

it.each([
  ['近期', '2026-09-30'],
  ['分批到账', '2026-09-30'],
  ['2026年二季度', '2026-06-30'],
  ['2026.5-2026.8', '2026-08-31'],
])('%s waits; decided, it counts in the month that is meant: %s', async (day, on) => {
  const { give, live } = bureau();
  await give([HEAD, PROJECT].join('\n'));
  const first = await give(arrivals(day), { name: 'came.csv' });
  expect(first.rows.map(({ verdict, findings }) => [verdict, findings[0]!.code, findings[0]!.cell])).toEqual([
    ['held', 'arrival-day-unclear', 'B3'],
  ]);
  const decisions = [{ sheet: 'came', code: 'arrival-day-unclear' as const, decision: 'new' as const }];
  await give(arrivals(day), { name: 'came.csv', decisions });
  expect((await live())[0]!.arrivals.map((one) => [one.on, wan(one.amount)])).toEqual([[on, '800 CNY']]);
});

it('the tenth of the month of the title is told from there', async () => {
  const { give, live } = bureau();
  await give([HEAD, PROJECT].join('\n'));
  const { rows } = await give(arrivals('上旬'));
  expect(rows.map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([['warn', 'told-from-then']]);
  expect((await live())[0]!.arrivals.map(({ on }) => on.slice(0, 7))).toEqual(['2026-09']);
});

it('what has arrived so far can be taken as one arrival, and what it grows by as another', async () => {
  const { give, live } = bureau();
  const soFar = (month: number, amount: number): string =>
    [`截至2026年${month}月底项目台账,,,,`, `${HEAD},累计到位资金（万元）`, `${PROJECT},${amount}`].join('\n');
  const told = async () => (await live())[0]!.arrivals.map((one) => [one.on, wan(one.amount)]);
  const untold = await give(soFar(6, 1200), { name: 'so-far.csv' });
  expect(untold.groups.map(({ code, offers }) => [code, offers])).toEqual([['arrived-untold', ['new']]]);
  expect(await told()).toEqual([]);
  const taking = (code: 'arrived-untold' | 'arrived-differs') => [{ sheet: 'so-far', code, decision: 'new' as const }];
  await give(soFar(6, 1200), { name: 'so-far.csv', decisions: taking('arrived-untold') });
  expect(await told()).toEqual([['2026-06-30', '1200 CNY']]);
  const again = await give(soFar(6, 1200), { name: 'so-far.csv', decisions: taking('arrived-untold') });
  expect(again.rows.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual([]);
  await give(soFar(8, 1500), { name: 'so-far.csv', decisions: taking('arrived-differs') });
  expect(await told()).toEqual([
    ['2026-06-30', '1200 CNY'],
    ['2026-08-31', '300 CNY'],
  ]);
});
