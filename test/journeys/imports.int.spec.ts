import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { complete, fits } from '../support/page.ts';
import { soon } from '../support/soon.ts';

const SAMPLE = join(__dirname, '../acceptance/sample-defects.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'luodi-ledgers-'));

needs({ name: 'importing in a browser (test/journeys/imports.int.spec.ts)', file: BROWSER })(
  'a ledger on its way in',
  () => {
    let bureau: Office;
    let page: Page;
    const ledger = (name: string, lines: readonly string[]): string => {
      const path = join(folder, name);
      writeFileSync(path, lines.join('\n'));
      return path;
    };
    const choose = async (path: string): Promise<void> => {
      await bureau.goTo(page, '/import');
      await page.locator('input[type=file]').setInputFiles(path);
    };
    const pick = async (label: string, option: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).click();
      await page.keyboard.insertText(option); // long lists show what is looked for
      await page
        .locator('.ant-select-dropdown:visible .ant-select-item-option')
        .filter({ hasText: new RegExp(`^${option}$`) })
        .click();
    };
    const outcome = () => page.getByTestId('outcome');
    const strange = () => ledger('自用表.csv', ['甲列,乙列,丙列', '轴承项目,2023-03-15,5', '仓储项目,2023-04-15,6']);

    beforeAll(async () => {
      bureau = await openOffice();
      page = bureau.administrator;
    }, 600_000);
    afterAll(async () => {
      await bureau?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('says loudly that a sheet was not understood; its columns are mapped, tried again, and remembered', async () => {
      await choose(strange());
      await page.getByTestId('unread').getByText('没看懂这张表，里面的数据不会导入').waitFor();
      await page.getByTestId('sheet-columns').getByText('轴承项目；仓储项目').waitFor(); // what stands in a column tells what it is
      expect(await page.getByTestId('apply').count()).toBe(0);
      await pick('A 甲列 读作', '项目名称');
      await pick('B 乙列 读作', '签约日期');
      await pick('C 丙列 读作', '合同投资额');
      await pick('C 丙列 金额单位', '亿元');
      await page.getByRole('button', { name: '按改动重新试导入' }).click();
      await outcome().getByText('写入 2 行').waitFor();
      await page.getByRole('tab', { name: '核对各列' }).click();
      await page.getByTestId('sheet-columns').getByText('人工指定').first().waitFor();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await bureau.goTo(page, '/lists/signed-not-started');
      await page.getByRole('row', { name: /轴承项目.*5\.00 亿元/ }).waitFor();

      await choose(ledger('次月.csv', ['甲列,乙列,丙列', '冷链项目,2023-05-15,7']));
      await outcome().getByText('写入 1 行').waitFor();
      await page.getByTestId('unread').waitFor({ state: 'detached' });
    });

    it('the labels of a card are mapped like columns; a sheet that is left out is not read', async () => {
      const card = (name: string, day: string) => [
        '项目信息表,,,',
        `项目名称,${name},投资方,翼飞公司`,
        `总投资（亿元）,12,敲定日子,${day}`,
        '责任单位,招商局,干啥的,造飞机',
      ];
      await choose(ledger('信息表.csv', card('低空经济', '2025-03-04')));
      await outcome().getByText('写入 1 行').waitFor();
      await page.getByRole('tab', { name: '核对各列' }).click();
      await pick('D3 敲定日子 读作', '签约日期');
      await page.getByRole('button', { name: '按改动重新试导入' }).click();
      await page.getByText('有改动尚未试算').waitFor({ state: 'detached' });
      await outcome().getByText('写入 1 行').waitFor();
      await page.getByRole('tab', { name: '核对各列' }).click();
      await page.getByTestId('sheet-columns').getByText('人工指定').first().waitFor();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await choose(ledger('下一张.csv', card('空中巴士', '2025-05-06')));
      await outcome().getByText('写入 1 行').waitFor();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await bureau.goTo(page, '/lists/signed-not-started');
      await page.getByRole('row', { name: /低空经济.*12\.00 亿元/ }).waitFor();
      await page.getByRole('row', { name: /空中巴士.*12\.00 亿元/ }).waitFor();

      await choose(
        ledger('不要的.csv', ['项目名称,投资方,签约日期,合同额（万元）', '不要项目,甲公司,2023-02-30,5000']),
      );
      await page.getByRole('tab', { name: '核对各列' }).click();
      await pick('不要的 这张表是', '不读这张表');
      await page.getByRole('button', { name: '按改动重新试导入' }).click();
      await outcome().getByText('写入 0 行').waitFor();
      expect(await page.getByTestId('unread').count()).toBe(0);
      await page.getByRole('tab', { name: '核对各列' }).click();
      await pick('不要的 这张表是', '项目');
      await page.getByRole('button', { name: '按改动重新试导入' }).click();
      await page.getByTestId('reported-rows').getByText('“2023-02-30”').waitFor();
    });

    it('on a phone every column of a sheet is a block of its own, and nothing is pushed sideways', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await choose(ledger('另一份.csv', ['子列,丑列,寅列', '芯片项目,2023-03-15,5', '食品项目,2023-04-15,6']));
      const columns = page.getByTestId('sheet-columns');
      await columns.getByText('芯片项目；食品项目').waitFor();
      const beyond = () => columns.locator('.scrolling').evaluate((one) => one.scrollWidth - one.clientWidth);
      await soon(beyond, 0);
      await fits(page);
      await choose(ledger('错行.csv', ['项目名称,投资方,签约日期,合同额（万元）', '芯片项目,甲公司,2023-02-30,5000']));
      const rows = page.getByTestId('reported-rows');
      await rows.getByText('“2023-02-30”').waitFor();
      await soon(() => rows.locator('.scrolling').evaluate((one) => one.scrollWidth - one.clientWidth), 0);
      await page.setViewportSize({ width: 1360, height: 900 });
    });

    it('shows a row that waits beside the project it resembles; decided to be another, it is stored', async () => {
      await choose(
        ledger('又一份.csv', [
          '项目编号,项目名称,投资方,签约日期,合同额（万元）',
          'A-1,物流项目,甲公司,2023-03-15,5000',
          'A-9,物流项目,甲公司,2023-03-15,5000',
        ]),
      );
      const held = page.getByTestId('held-row');
      await held.getByRole('columnheader', { name: '可能是：又一份 行 2' }).waitFor();
      await soon(() => held.locator('.differs').allInnerTexts(), [expect.stringMatching(/A-9\s+A-1/)]);
      await held.getByText('是另一个项目').click();
      await soon(() => page.getByTestId('apply').isDisabled(), true); // what was decided is tried first
      await page.getByRole('button', { name: '按改动重新试导入' }).click();
      await outcome().getByText('写入 2 行').waitFor();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await page.getByRole('link', { name: '查看这次导入' }).click();
      await page.getByTestId('imported-projects').getByText('A-9').waitFor();
      await page.getByTestId('imported-projects').getByText('又一份 3').waitFor();
    });

    it('a page that is loaded anew shows what came of its file; chosen again, the file has what was decided of it', async () => {
      const projects = Array.from(
        { length: 30 },
        (_, n) => `B-${n},装备项目${n},己公司${n},2023-03-15,约${5000 + n}万元`,
      );
      const twice = ['B-X,装备项目0,己公司0,2023-03-15,6000'];
      const path = ledger('再看.csv', ['项目编号,项目名称,投资方,签约日期,合同额', ...projects, ...twice]);
      await page.setViewportSize({ width: 390, height: 844 });
      await choose(path);
      await outcome().waitFor();
      await soon(() => page.getByTestId('group').count(), 20); // the gravest; the others are asked for
      await page.getByTestId('held-row').getByText('是另一个项目').click();
      const anew = page.getByRole('button', { name: '按改动重新试导入' });
      await soon(async () => ((await anew.boundingBox())?.y ?? -1) >= 0, true); // in sight, however far down something is decided
      await page.reload();
      await page.getByTestId('reopened').getByText('再看.csv').waitFor();
      await page.locator('input[type=file]').setInputFiles(path);
      await page.getByTestId('restored').waitFor();
      await outcome().getByText('写入 31 行').waitFor();
      await page.getByRole('button', { name: '不要这些改动' }).click();
      await outcome().getByText('写入 30 行').waitFor();
      await page.setViewportSize({ width: 1360, height: 900 });
    });

    it('puts equal findings together: a region is added once for all its rows', async () => {
      await bureau.given(page, '/api/organisation/import', {
        rows: [
          { row: 2, code: '01', name: '青岚区', kind: '招商机构' },
          { row: 3, code: '0101', name: '东镇', kind: '乡镇', parent: '01' },
        ],
      });
      await choose(
        ledger('区域.csv', [
          '项目名称,投资方,签约日期,合同额（万元）,落地区域',
          '光伏项目,丙公司,2023-03-15,5000,西镇',
          '风电项目,丁公司,2023-03-16,6000,西镇',
        ]),
      );
      const group = page.getByTestId('group').filter({ hasText: '西镇' });
      await group.getByText('2 行').waitFor();
      await group.getByRole('button', { name: '添加这个区域' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('单位编码').fill('0102');
      await form.getByRole('button', { name: /提\s*交/ }).click();
      await outcome().getByText('写入 2 行').waitFor();
      await group.waitFor({ state: 'detached' });
    });

    it('narrows the rows that came back to a verdict, and hands them out as a workbook', async () => {
      await choose(SAMPLE);
      const rows = page.getByTestId('reported-rows');
      await rows.getByText(/^拒绝 \d+$/).click();
      await rows.locator('tbody .verdict-reject').first().waitFor();
      await rows.locator('tbody .verdict-warn').first().waitFor({ state: 'detached' });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载退回的行' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.result\.xlsx$/);
    });

    it('lists what was imported, and takes one import back as a whole with a reason', async () => {
      await bureau.goTo(page, '/import/past');
      await page.getByTestId('past-imports').getByRole('link', { name: '自用表.csv' }).click();
      await page.getByTestId('imported-projects').getByText('仓储项目').waitFor();
      await page.getByRole('button', { name: '撤回这次导入' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '撤回这次导入' }).click();
      await dialog.getByText('必填').waitFor(); // nothing is taken back without a reason
      await dialog.getByLabel('撤回理由').fill('交错了文件');
      await dialog.getByRole('button', { name: '撤回这次导入' }).click();
      await page.getByText('作废的记录 4').waitFor();
      await page.getByRole('button', { name: '知道了' }).click();
      await page.getByText('交错了文件').waitFor();
      await bureau.goTo(page, '/lists/signed-not-started');
      await page.getByRole('link', { name: '物流项目' }).first().waitFor();
      await complete(page);
      expect(await page.getByText('轴承项目').count()).toBe(0);
    });

    it('sees by itself that an import was taken back whose answer never came', async () => {
      await choose(ledger('误传.csv', ['项目名称,投资方,签约日期,合同额（万元）', '误传项目,己公司,2023-09-15,5000']));
      await outcome().getByText('写入 1 行').waitFor();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await page.getByRole('link', { name: '查看这次导入' }).click();
      await page.getByRole('button', { name: '撤回这次导入' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('撤回理由').fill('传错了文件');
      let arrives = (): void => undefined;
      const cut = new Promise<void>((resolve) => (arrives = resolve));
      await page.route('**/revert', async (route) => {
        await route.fulfill({ status: 504, body: 'gateway' }); // what stands between waits no longer
        await cut;
        await page.request.post(route.request().url(), { data: route.request().postDataJSON() as object });
      });
      await dialog.getByRole('button', { name: '撤回这次导入' }).click();
      await dialog.getByText('撤回可能仍在进行').waitFor();
      await dialog.getByRole('progressbar').waitFor();
      arrives();
      await dialog.waitFor({ state: 'detached' });
      await page.unroute('**/revert');
      await page.getByText('传错了文件').waitFor();
    });

    it('what falls into a closed month is let in by a second person with her own account, and then recorded by the same file', async () => {
      const path = ledger('补录.csv', ['项目名称,投资方,签约日期,合同额（万元）', '补录项目,戊公司,2023-08-15,5000']);
      await bureau.given(page, '/api/periods/close', { month: '2023-08' });
      await bureau.employ(page, {
        user: 'zhou',
        name: '周审',
        roles: ['supervisor'],
        scope: 'all',
      });
      await choose(path);
      const held = page.getByTestId('held-row');
      await held.getByText('须由第二人批准').waitFor();
      await held.getByText('导入后请第二人批准').click();
      await page.getByRole('button', { name: '按改动重新试导入' }).click();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await page.getByRole('link', { name: '查看这次导入' }).click();
      await page.getByTestId('waits-for-second').getByText('请有审批权限的另一人登录').waitFor();
      expect(await page.getByRole('button', { name: '批准记入已关账月份' }).count()).toBe(0);

      const second = await bureau.signIn('zhou', PASSWORD);
      await bureau.goTo(second, '/today');
      await second.getByTestId('my-approvals').getByRole('link', { name: '补录.csv' }).click();
      await second.getByTestId('still-waiting').getByText('2023-08-15').waitFor();
      await second.getByRole('button', { name: '批准记入已关账月份' }).click();
      await second.getByTestId('approved').getByText('周审').waitFor();

      await choose(path);
      await outcome().getByText('写入 1 行').waitFor();
      await page.getByTestId('apply').click();
      await outcome().getByText('导入完成').waitFor();
      await page.getByRole('link', { name: '查看这次导入' }).click();
      await page.getByTestId('imported-projects').getByText('补录项目').waitFor();
    });

    it('tells a clerk of one unit before a file is chosen that an import needs the whole scope', async () => {
      await bureau.employ(page, {
        user: 'sun',
        name: '孙可',
        roles: ['clerk'],
        scope: 'unit',
        unit: '01',
      });
      const clerk = await bureau.signIn('sun', PASSWORD);
      await bureau.goTo(clerk, '/import');
      await clerk.getByTestId('import-beyond-scope').getByText('导入台账需要全部数据范围').waitFor();
      await complete(clerk);
      expect(await clerk.locator('input[type=file]').count()).toBe(0);
      expect(bureau.problems).toEqual([]);
    });
  },
);
