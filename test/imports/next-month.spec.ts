import { bureau } from './bureau.ts';

// The same ledger a month later: what no fact has a place for has changed, too.

const ledger = (rows: readonly string[]): string =>
  ['项目名称,投资方,签约日期,总投资（亿元）,开工时间,建设内容,存在问题', ...rows].join('\n');

it('what changed in a column without a field is recorded as a change, old → new, and once', async () => {
  const { give, live, store } = bureau();
  await give(ledger(['甲,甲公司,2025-01-02,3,,厂房两栋,用地', '乙,乙公司,2025-01-03,2,,仓库,']));
  const next = ledger(['甲,甲公司,2025-01-02,3,2026-03-01,厂房三栋,用地', '乙,乙公司,2025-01-03,2,,仓库,用电']);
  const { rows, sheets } = await give(next);
  expect(
    rows.map(({ row, verdict, changes }) => [row, verdict, changes.map(({ from, to }) => `${from} → ${to}`)]),
  ).toEqual([
    [2, 'warn', ['厂房两栋 → 厂房三栋']],
    [3, 'warn', ['— → 用电']],
  ]);
  expect(sheets[0]!.rows).toMatchObject({ accepted: 0, warned: 2, unchanged: 0 });
  const projects = await live();
  expect(projects.map(({ title, extra, startCertified }) => [title, extra, startCertified?.on ?? null]).sort()).toEqual(
    [
      ['乙', { 建设内容: '仓库', 存在问题: '用电' }, null],
      ['甲', { 建设内容: '厂房三栋', 存在问题: '用地' }, '2026-03-01'],
    ],
  );
  const { rows: none, sheets: again } = await give(`${next}\n`);
  expect([none, again[0]!.rows.unchanged, projects.length]).toEqual([[], 2, 2]);
  const changed: unknown[] = [];
  for await (const events of store.readByStream('project-', await store.head()))
    for (const { event } of events) if (event.type === 'ColumnsChanged') changed.push(event.data);
  expect(changed).toHaveLength(2);
  expect(changed).toContainEqual({ extra: { 建设内容: '厂房三栋' }, before: { 建设内容: '厂房两栋' } });
});

it('two columns of one header change nothing where both say what they said', async () => {
  const { give } = bureau();
  const twice = (end: string): string =>
    `项目名称,投资方,签约日期,总投资（亿元）,情况说明,情况说明\n甲,甲公司,2025-01-02,3,子,丑${end}`;
  await give(twice(''));
  expect((await give(twice('\n'))).sheets[0]!.rows.unchanged).toBe(1);
  expect((await give(twice('寅\n'))).rows[0]!.changes).toEqual([expect.objectContaining({ to: '丑寅' })]);
});

it('a project under another name, of the same investor and day, waits; told to be renamed, nothing is doubled', async () => {
  const { give, live } = bureau();
  const head = '项目名称,投资方,签约日期,总投资（亿元）';
  const old = ['丙产业园,丙公司,2025-01-02,3', '甲,甲公司,2025-01-03,2'];
  await give([head, ...old].join('\n'));
  const next = [head, '丙智能装备产业基地,丙公司,2025-01-02,3', old[1]!, '丙二期,丙公司,2026-02-03,9'].join('\n');
  const { rows } = await give(next, { name: 'next.csv' });
  expect(rows.filter(({ verdict }) => verdict === 'held').map((one) => [one.row, one.findings[0]!.code])).toEqual([
    [2, 'perhaps-renamed'],
  ]);
  expect(rows[0]!.findings[0]!.resembles).toMatchObject({ shows: { name: '丙产业园' } });
  await give(next, { name: 'next.csv', decisions: [{ sheet: 'next', row: 2, decision: 'same' }] });
  expect((await live()).map(({ title }) => title).sort()).toEqual(['丙二期', '丙智能装备产业基地', '甲']);
});

it('a ledger that still tells the old name tells of two projects', async () => {
  const { give, live } = bureau();
  const head = '项目名称,投资方,签约日期,总投资（亿元）';
  await give([head, '丙产业园,丙公司,2025-01-02,3'].join('\n'));
  const { rows } = await give([head, '丙产业园,丙公司,2025-01-02,3', '丙仓库,丙公司,2025-01-02,3'].join('\n'));
  expect(rows.filter(({ verdict }) => verdict === 'held')).toEqual([]);
  expect(await live()).toHaveLength(2);
});

it('a later list of ends names a stored project: decided to be the same, it ends its contract', async () => {
  const { give, live } = bureau();
  await give('项目名称,投资方,总投资（亿元）,签约日期\n乙,乙公司,5,2024-04-01\n');
  const ends = '项目名称,终止日期,终止原因\n乙,2025-06-01,资金\n';
  const { rows } = await give(ends);
  expect(rows.map(({ verdict, findings }) => [verdict, findings.map(({ code }) => code)])).toEqual([
    ['held', ['same-project']],
  ]);
  await give(ends, { name: 'ends.csv', decisions: [{ sheet: 'ends', row: 2, decision: 'same' }] });
  expect((await live()).map(({ title, end }) => [title, end?.phase, end?.on])).toEqual([
    ['乙', 'terminated', '2025-06-01'],
  ]);
});
