import { Workbook } from 'exceljs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, type Office } from '../support/office.ts';
import { asked, complete, fits, pressUntil } from '../support/page.ts';
import { soon } from '../support/soon.ts';

const SAMPLE = join(__dirname, '../acceptance/sample-backlog.xlsx');

needs({ name: 'the page in a browser (test/journeys/first-page.int.spec.ts)', file: BROWSER })(
  'a clerk’s first hour with the page',
  () => {
    let office: Office;
    let page: Page;

    beforeAll(async () => {
      office = await openOffice();
      page = await office.open();
    });
    afterAll(() => office?.close());

    it('refuses a wrong password in words and lets the right one in', async () => {
      await office.goTo(page, '/');
      await page.getByLabel('用户名').fill(office.firstAdministrator.user);
      await page.getByLabel('密码').fill('not-the-password');
      await page.getByRole('button', { name: /登\s*录/ }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('密码').fill(office.firstAdministrator.password);
      await page.getByRole('button', { name: /登\s*录/ }).click();
      await page.getByRole('heading', { level: 1, name: '账号' }).waitFor(); // nobody else can sign in yet
      await office.goTo(page, '/lists/signed-not-started');
      await page.getByText('还没有项目').waitFor();
    });

    it('tries a ledger first, then imports it, and is told of a repetition', async () => {
      await office.goTo(page, '/import');
      await page.locator('input[type=file]').setInputFiles(SAMPLE);
      await page.getByText('试导入完成，尚未写入').waitFor();
      await page.getByText('签约项目清单').first().waitFor();
      await page.getByTestId('apply').click();
      await page.getByText('导入完成').waitFor();
      await page.getByRole('button', { name: '换一个文件' }).click();
      await page.locator('input[type=file]').setInputFiles(SAMPLE);
      await page.getByText('这个文件已经导入过').waitFor();
    });

    it('reads on a phone what the import wrote, each sheet in a line of its own', async () => {
      const { width, height } = page.viewportSize()!;
      await page.setViewportSize({ width: 390, height: 844 });
      await office.goTo(page, '/import/past');
      await page
        .getByTestId('past-imports')
        .getByRole('link', { name: /sample-backlog/ })
        .click();
      const sheets = page.getByTestId('sheets').locator('div');
      await soon(() => sheets.count(), 4);
      const lefts = await sheets.evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().left));
      expect(new Set(lefts).size).toBe(1); // not side by side
      await fits(page);
      await page.setViewportSize({ width, height });
    });

    it('sees the backlog of a past day with its colours, and filters it', async () => {
      await office.goTo(page, '/lists/signed-not-started?asOf=2022-12-31');
      await page.getByText('共 36 个项目').waitFor();
      for (const [colour, text] of [
        ['red', '红 18'],
        ['orange', '橙 4'],
        ['yellow', '黄 5'],
        ['blue', '蓝 2'],
        ['green', '绿 7'],
      ] as const)
        await soon(
          async () => (await page.getByTestId(`colour-${colour}`).innerText()).trim(),
          expect.stringMatching(new RegExp(`${text}$`)),
        );
      await page.getByText('您正在查看过去的情况').waitFor();
      await page.getByTestId('colour-orange').click();
      await page.getByText('共 4 个项目').waitFor();
    });

    it('compares a list on two days: what it came to, who came, who left and why, what changed', async () => {
      await office.goTo(page, '/lists/signed-not-started?asOf=2022-12-31');
      await page.getByRole('button', { name: '对比两天' }).click();
      await page.getByLabel('从', { exact: true }).waitFor();
      await office.goTo(page, '/lists/signed-not-started/compare?before=2021-12-31&after=2022-12-31');
      const totals = page.getByTestId('compared-totals');
      await totals.getByRole('row', { name: /^项目数/ }).waitFor();
      const [, before, after] = (
        await totals
          .getByRole('row', { name: /^项目数/ })
          .getByRole('cell')
          .allInnerTexts()
      ).reduce<string[]>((all, text) => [...all, text.trim()], ['']);
      const count = async (part: string): Promise<number> =>
        Number(/\d+$/.exec(await page.getByTestId(part).getByRole('heading').innerText())![0]);
      expect(after).toBe('36');
      expect(Number(after) - Number(before)).toBe((await count('compared-entered')) - (await count('compared-left')));
      await soon(
        () => page.getByTestId('compared-entered').getByRole('listitem').count(),
        await count('compared-entered'),
      );
      await page
        .getByTestId('compared-changed')
        .getByText(/颜色：.+→/)
        .first()
        .waitFor();
      await page.getByTestId('compared-left').getByRole('link').first().click();
      await page.getByTestId('why-sentence').waitFor();
      await soon(() => asked(page, 'asOf'), '2021-12-31');
    });

    it('keeps a narrowed list as a view, with its count in the switcher, and takes chosen rows out', async () => {
      await office.goTo(page, '/lists/signed-not-started?colour=red&year=2021');
      await page.getByRole('button', { name: '保存视图' }).click();
      await page.getByRole('dialog').getByLabel('视图名称').fill('二一年红色');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await page.getByRole('heading', { level: 1, name: '二一年红色' }).waitFor();
      const total = Number(/\d+/.exec(await page.getByTestId('total').innerText())![0]);
      await office.goTo(page, '/lists/leads');
      await page.getByLabel('切换清单').click();
      const option = page.locator('.ant-select-item-option', { hasText: '二一年红色' });
      await option.getByText(String(total), { exact: true }).waitFor();
      await option.click();
      await page.getByText(`共 ${total} 个项目`).waitFor();
      await soon(() => asked(page, 'year'), '2021');
      await page.getByTestId('colour-red').click(); // wider than the view
      await page.getByText('视图已改动，尚未保存').waitFor();
      await complete(page);
      for (const row of [0, 1]) {
        await pressUntil(page, 'j', page.locator('tr.row').nth(row).and(page.locator('.chosen')));
        await page.keyboard.press('x');
      }
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-picked').click()]);
      const book = new Workbook();
      await book.xlsx.readFile(await download.path());
      const cells = book.worksheets[0]!.getSheetValues().flat().map(String);
      const names = await page.locator('tr.row a').allInnerTexts();
      expect(names.filter((name) => cells.includes(name))).toEqual(names.slice(0, 2));
    });

    it('has the titles at the head of the screen wherever the rows stand; a click there orders, the box takes all', async () => {
      await page.setViewportSize({ width: 1100, height: 500 });
      await office.goTo(
        page,
        '/lists/signed?asOf=2022-12-31&columns=colour,name,clock,signedOn,contracted,unit,region,leader',
      );
      await page.locator('tbody tr').nth(30).scrollIntoViewIfNeeded();
      const titles = page.locator('.standing-titles');
      await soon(async () => Math.round((await titles.locator('th').nth(2).boundingBox())?.y ?? -1), 0);
      await page.locator('.list-table .scrolling').evaluate((rows) => {
        rows.scrollLeft = 200;
      });
      const left = (part: string) => async () =>
        page.locator(part).evaluate((cell) => Math.round(cell.getBoundingClientRect().left));
      await soon(
        left('.standing-titles th:nth-child(6)'),
        await left('.list-table tbody tr:first-child td:nth-child(6)')(),
      );
      await titles.getByText('合同额', { exact: true }).click();
      await soon(() => asked(page, 'sort'), 'contracted');
      await page.getByRole('columnheader', { name: '合同额' }).and(page.locator('[aria-sort=ascending]')).waitFor();
      const rows = await page.locator('tbody tr').count();
      await page.getByRole('checkbox', { name: '选择本页全部' }).check();
      await page.getByText(`已选 ${rows}`).waitFor();
      await page.setViewportSize({ width: 1360, height: 900 });
    });

    it('asks a red project why, reports progress, and finds it in the history', async () => {
      await office.goTo(page, '/lists/signed-not-started');
      await page.getByRole('link', { name: '榆镕峣贴片电感扩产技改工程' }).click();
      await page.getByTestId('clock-agreed-start').getByText('2020-08-31').waitFor();
      await page.getByTestId('commands').getByRole('button', { name: /进展/ }).first().click();
      await page.getByRole('dialog').getByLabel('进展', { exact: true }).fill('土地平整完成');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await page.getByTestId('history').getByText('土地平整完成').waitFor();
    });

    it('is told what is wrong with a field, and loses nothing', async () => {
      await page.getByTestId('commands').getByRole('button', { name: '更多事项' }).click();
      await page.getByTestId('commands').getByRole('button', { name: /终止/ }).first().click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await page.getByRole('dialog').getByText('必填').first().waitFor();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /取\s*消/ })
        .click();
    });

    it('speaks English where asked', async () => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Why this colour').waitFor();
      await soon(() => page.locator('html').getAttribute('lang'), 'en');
      expect(office.problems).toEqual([]);
    });
  },
);
