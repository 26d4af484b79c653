import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importWorkbook, type ImportReport } from '#imports';
import { projectsIn } from '../../../../test/imports/bureau.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { readConfig } from '../config.ts';
import { officeMigrations } from '../migrations.ts';
import { openOffice, type OpenOffice } from '../open-office.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { importToolsOf } from './import-tools.ts';

// The form of foreign capital names firms only: whose projects they are is asked of the lists.

let folder: string;
let database: TestDatabase;
let office: OpenOffice;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-firms-'));
  database = await freshDatabase({ laid: officeMigrations });
  office = await openOffice(readConfig({ LUODI_DATA: folder, DATABASE_URL: database.url, LUODI_LOG_LEVEL: 'silent' }));
}, 600_000);
afterAll(async () => {
  await office.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}, 600_000);

let files = 0;
const given = async (ledger: string): Promise<ImportReport> => {
  const path = join(folder, `${(files += 1)}.csv`);
  await writeFile(path, ledger);
  await upToDate(office);
  const { report } = await importWorkbook(
    { path, dryRun: false, today: office.today(), actor: { user: 'clerk', unit: null } },
    await importToolsOf(office),
  );
  await upToDate(office);
  return report;
};
const form = (month: number, arrived: number): string =>
  `2026年${month}月实际使用外资情况表,,,,
序号,企业名称,投资国别,合同外资（万美元）,实际使用外资（万美元）
1,新来有限公司,香港,1000,${arrived}
2,德芯(中国) 有限公司,德国,3000,${arrived}
3,港利集团,香港,2000,${arrived}
`;
const held = ({ rows }: ImportReport): readonly string[] =>
  rows
    .filter(({ verdict }) => verdict === 'held')
    .map(({ row, findings }) => `${row} ${findings.map(({ code }) => code).join(' ')}`);
const arrivedOf = async (): Promise<readonly string[]> =>
  [...(await projectsIn(office.personal.opened)).values()]
    .flatMap((one) => (one.phase === 'none' ? [] : [one]))
    .map(({ title, arrivals }) => [title, ...arrivals.map(({ on, amount }) => `${on} ${amount.amount}`)].join(' '))
    .sort();

it('a firm that nobody knows becomes a project once, one of a recorded project meets it however its name is written, of several a person decides', async () => {
  await given(`项目名称,投资方,签约日期,合同额（万美元）
芯片项目,德芯（中国）有限公司,2023-05-06,3000
食品项目,港利集团,2023-05-07,1000
冷链项目,港利集团,2023-05-08,1000
`);
  expect(held(await given(form(6, 100)))).toEqual(['5 project-ambiguous']);
  expect(held(await given(form(7, 50)))).toEqual(['5 project-ambiguous']);
  expect(await arrivedOf()).toEqual([
    '冷链项目',
    '新来有限公司 2026-06-30 1000000.00 2026-07-31 500000.00',
    '芯片项目 2026-06-30 1000000.00 2026-07-31 500000.00',
    '食品项目',
  ]);
});
