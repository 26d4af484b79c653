import type { Locator, Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { asked, enterDay, fits, pick } from '../support/page.ts';
import { soon } from '../support/soon.ts';

needs({ name: 'numbers, the day, board and timeline in a browser (test/journeys/numbers.int.spec.ts)', file: BROWSER })(
  'who looks for what is behind a number, and what is to be done today',
  () => {
    let office: Office;
    let page: Page;

    const record = async (
      code: string,
      unit: string,
      signed: string,
      amount: string,
      more: object = {},
    ): Promise<string> => {
      const { projectId } = await office.given(page, '/api/projects/commands/record-project', {
        code,
        title: `${code}项目`,
        unit,
        occurredOn: signed,
      });
      await office.given(page, `/api/projects/${projectId}/commands/sign-contract`, {
        occurredOn: signed,
        contracted: { amount, currency: 'CNY' },
        ...more,
      });
      return projectId!;
    };

    beforeAll(async () => {
      office = await openOffice();
      page = office.administrator;
      await office.given(page, '/api/organisation/import', {
        rows: [
          { row: 2, code: '01', name: '招商局' },
          { row: 3, code: '0101', name: '一组', parent: '01' },
          { row: 4, code: '0102', name: '二组', parent: '01' },
        ],
      });
      await record('轴承', '0101', '2024-03-01', '660000000.00', { agreedStart: '2024-06-30' });
      const started = await record('齿轮', '0102', '2024-05-01', '80000000.00');
      await office.given(page, `/api/projects/${started}/commands/certify-start`, { occurredOn: '2024-08-01' });
    }, 600_000);
    afterAll(() => office?.close());

    it('a figure of the table opens the projects, facts and papers that make it', async () => {
      await office.goTo(page, '/numbers/indicators?period=2024');
      const table = page.getByTestId('indicators');
      const row = table.getByRole('row', { name: /一组/ });
      await row.getByRole('link', { name: '6.60 亿元' }).click();
      await page.getByRole('heading', { level: 1, name: /签约额.*2024 · 一组/ }).waitFor();
      await page.getByTestId('figure').getByText('2024-03-01 签订正式合同').waitFor();
      await page.getByTestId('figure').getByRole('link', { name: '轴承项目' }).click();
      await page.getByTestId('why-sentence').waitFor();
    });

    it('no figure is broken within, neither on a phone nor on a wide screen', async () => {
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await office.goTo(page, '/numbers/indicators?period=2024');
        await page.locator('.facts > span').first().waitFor();
        const lines = await page.evaluate<
          readonly number[]
        >(`[...document.querySelectorAll('.facts > span')].map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
        })`);
        expect([width, Math.max(...lines)]).toEqual([width, 1]);
      }
      await page.setViewportSize({ width: 1360, height: 900 });
    });

    it('a row of the table opens in its place: a team into its units, a unit into its projects', async () => {
      await page.goto(office.url('/numbers/indicators?period=2024&by=team&metric=signed-amount,start-rate'));
      const table = page.getByTestId('indicators');
      await table.getByRole('button', { name: '展开 二组' }).click();
      await table.getByRole('row', { name: /齿轮项目 齿轮 8,000 万元 1 ÷ 1/ }).waitFor();
      await table.getByRole('button', { name: '收起 二组' }).click();
      await table.getByRole('row', { name: /齿轮项目/ }).waitFor({ state: 'detached' });
    });

    it('a share shows its numerator beside its denominator', async () => {
      await office.goTo(page, '/numbers/figures/start-rate?period=2024');
      const figure = page.getByTestId('figure');
      await figure.getByRole('heading', { name: '分子 1', exact: true }).waitFor();
      await figure.getByRole('heading', { name: '分母 2', exact: true }).waitFor();
      await figure.getByText('50.00 %').waitFor();
    });

    it('a figure asked for without its days is that of the year, as on every page of numbers', async () => {
      for (const address of ['/numbers/figures/signed-amount', '/numbers/figures/signed-amount?period=nonsense']) {
        await office.goTo(page, address);
        await page.getByRole('heading', { level: 1, name: /签约额 \d{4}$/ }).waitFor();
        await page.getByTestId('figure').waitFor();
      }
    });

    it('on a phone the fact and the paper behind a figure stand within the screen', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await office.goTo(page, '/numbers/figures/start-rate?period=2024');
      const behind = page.getByRole('region', { name: '分母' }).locator('.chart-table');
      await behind.getByRole('rowheader').first().waitFor();
      const hidden = await behind.evaluate<number, { scrollWidth: number; clientWidth: number }>(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      );
      expect(hidden).toBe(0);
      await page.setViewportSize({ width: 1360, height: 900 });
    });

    it('the structure of a year is a chart and the same table, by what is chosen', async () => {
      await office.goTo(page, '/numbers/structure?period=2024');
      const structure = page.getByTestId('structure');
      await structure.getByRole('img', { name: /5–10 亿元/ }).waitFor();
      const names = structure.locator('svg text');
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const band of ['20 亿元以上', '10–20 亿元', '5–10 亿元', '1–5 亿元', '1 亿元以下'])
          await names.filter({ hasText: band }).first().waitFor();
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await structure.getByText('表', { exact: true }).click();
      await structure.getByRole('row', { name: /5–10 亿元.*1.*6\.60 亿元.*50\.00 %/ }).waitFor();
      await office.goTo(page, '/numbers/structure?period=2023');
      await page.getByTestId('nothing-counted').waitFor();
    });

    it('dwell times name who stays longest', async () => {
      await office.goTo(page, '/numbers/course?period=2024');
      await page.getByTestId('longest').getByRole('link', { name: '轴承项目' }).waitFor();
      await page.getByTestId('funnel').waitFor();
      await page.getByTestId('forecast').waitFor();
    });

    it('the board puts each project into its phase, and the timeline beside its promise', async () => {
      await office.goTo(page, '/board');
      await page.getByTestId('column-signing').getByRole('link', { name: '轴承项目' }).waitFor();
      await page.getByTestId('column-start').getByRole('link', { name: '齿轮项目' }).waitFor();
      await office.goTo(page, '/timeline');
      await page
        .getByTestId('timeline')
        .getByRole('row', { name: /轴承项目.*2024-03-01.*2024-06-30.*尚未开工/ })
        .waitFor();
    });

    it('a month is closed on what is shown before, reopened by two people, and its restatement names the facts', async () => {
      await office.employ(page, {
        user: 'li',
        name: '李批准',
        roles: ['supervisor'],
        scope: 'all',
      });
      await office.goTo(page, '/numbers/periods');
      await page.getByTestId('no-periods').waitFor();
      await page.getByRole('button', { name: /^结\s*账$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: '结账月份' }).fill('2024-05');
      await pick(page, '2024-05');
      await dialog.getByText('当月没有任何记录的单位，请先催报').waitFor();
      await dialog.getByText('一组', { exact: true }).waitFor();
      await dialog.getByRole('row', { name: '签约额 8,000 万元' }).waitFor();
      await dialog.getByRole('button', { name: '按以上数字结账' }).click();
      const months = page.getByTestId('periods');
      await months.getByRole('row', { name: /2024-05 已结账/ }).waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      await soon(async () => {
        const reopen = await months.getByRole('button', { name: /重\s*开/ }).boundingBox();
        return reopen !== null && reopen.x + reopen.width < 390;
      }, true);
      await page.setViewportSize({ width: 1360, height: 900 });
      await months.getByRole('link', { name: '2024-05' }).click();
      await page.getByTestId('restatement').getByText('结账以来数字没有变化。').waitFor();

      await months.getByRole('button', { name: /重\s*开/ }).click();
      await dialog.getByLabel('原因').fill('补录一笔签约');
      await dialog.getByRole('combobox', { name: '批准人' }).fill('@li');
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: /提\s*交/ }).click();
      await months
        .getByTestId('reopening-asked')
        .getByText(/请批准 li .*补录一笔签约/)
        .waitFor();
      await months.getByRole('button', { name: '撤回申请' }).waitFor();
      const li = await office.signIn('li', PASSWORD);
      await office.goTo(li, '/numbers/periods');
      await li.getByTestId('periods').getByRole('button', { name: '批准重开' }).click();
      await li
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await li
        .getByTestId('periods')
        .getByRole('row', { name: /2024-05 已重开/ })
        .waitFor();
      await li.close();
      await page.reload();
      await months.getByText(/li.*补录一笔签约/).waitFor();
      await record('滚子', '0102', '2024-05-20', '30000000.00');
      await page.reload();
      const restated = page.getByTestId('restatement');
      await restated.getByRole('row', { name: /签约额 合计 8,000 万元 1\.10 亿元.*2024-05-20 签订正式合同/ }).waitFor();
      await restated.getByRole('link', { name: '滚子项目' }).first().waitFor();
    });

    it('a target is set on the page, revised with its reason, and stands as it stood on a past day', async () => {
      const choose = async (dialog: Locator, name: string, written: string): Promise<void> => {
        await dialog.getByRole('combobox', { name }).fill(written);
        await pick(page, new RegExp(`^${written}$`));
      };
      await office.goTo(page, '/numbers/targets?year=2024');
      await page.getByRole('button', { name: '下达任务' }).click();
      const dialog = page.getByRole('dialog');
      await choose(dialog, '指标', '签约额');
      await dialog.getByRole('textbox', { name: '金额' }).fill('90000');
      await choose(dialog, '责任单位', '一组');
      await dialog.getByRole('combobox', { name: '下达单位' }).fill('市招商领导小组');
      await dialog.getByRole('button', { name: /提\s*交/ }).click();
      const table = page.getByTestId('targets');
      await table.getByRole('row', { name: /签约额 市招商领导小组 一组 9\.00 亿元/ }).waitFor();

      await table.getByRole('button', { name: /调\s*整/ }).click();
      await dialog.getByRole('textbox', { name: '金额' }).fill('60000');
      await dialog.getByLabel('调整原因').fill('年中调减');
      await enterDay(page, dialog.getByRole('textbox', { name: '日期' }), '2024-07-01');
      await dialog.getByRole('button', { name: /提\s*交/ }).click();
      await table.getByRole('row', { name: /一组 6\.00 亿元.*9\.00 亿元.*2024-07-01 6\.00 亿元.*年中调减/ }).waitFor();
      await page
        .getByTestId('targets-beside')
        .getByRole('row', { name: /签约额 市招商领导小组 — 6\.00 亿元/ })
        .waitFor();
      const { width, height } = page.viewportSize()!;
      await page.setViewportSize({ width: 390, height: 844 });
      await fits(page);
      const revised = table.locator('[data-column="下达与调整"]').first();
      await soon(async () => (await revised.boundingBox())!.width > 300, true); // a line of it is a line on a phone
      await page.setViewportSize({ width, height });
      await office.goTo(page, '/numbers/targets?year=2024&asOf=2024-06-30');
      await table.getByRole('row', { name: /一组 9\.00 亿元/ }).waitFor();
      await office.goTo(page, '/numbers/indicators?period=2024-H1&metric=signed-amount');
      await page
        .getByTestId('indicators')
        .getByRole('row', { name: /一组.*73\.33 %/ })
        .waitFor();
    });

    it('a board is written and changed on the page, tells ties and places by holding time, and a frozen month stays', async () => {
      const dialog = page.getByRole('dialog');
      const submit = async (): Promise<void> => {
        await dialog.getByRole('button', { name: /提\s*交/ }).click();
        await dialog.waitFor({ state: 'hidden' });
      };
      await office.goTo(page, '/numbers/boards?period=2024-05');
      await page.getByTestId('no-boards').waitFor();
      await page.getByRole('button', { name: '新建榜单' }).click();
      await dialog.getByRole('textbox', { name: '榜单代号' }).fill('龙虎榜');
      await dialog.getByRole('combobox', { name: '指标' }).fill('签约额');
      await pick(page, /^签约额$/);
      await dialog.getByRole('textbox', { name: '得满分的数' }).fill('57000');
      await dialog.getByText('即 5.70 亿元').waitFor(); // money as it is typed everywhere
      await dialog.getByRole('combobox', { name: '指标' }).fill('签约项目数');
      await pick(page, /^签约项目数$/);
      await dialog.getByRole('textbox', { name: /^\*?\s*满分$/ }).fill('40');
      await dialog.getByRole('textbox', { name: '得满分的数' }).fill('4');
      await submit();
      const league = page.getByTestId('league');
      await league.getByRole('row', { name: /1 二组 20\.00/ }).waitFor(); // two signings of four

      await page.getByRole('button', { name: /^定\s*榜$/ }).click();
      await enterDay(page, dialog.getByRole('textbox', { name: '月份' }), '2024-05');
      await submit();
      await page.getByRole('button', { name: '修改计分办法' }).click();
      await dialog.getByRole('textbox', { name: '得满分的数' }).fill('2');
      await submit();
      await league.getByRole('row', { name: /1 二组 40\.00/ }).waitFor();
      await page.getByTestId('frozen-months').getByRole('link', { name: '2024-05' }).click();
      await page.getByText('与定榜时逐项一致。').waitFor();
      await league.getByRole('row', { name: /1 二组 20\.00/ }).waitFor();
    });

    it('the words of a report are tried and published; a typed figure is refused, and the report then says them', async () => {
      await page.goto(office.url('/numbers/reports?period=2024&report=ranking'));
      await page.getByRole('button', { name: '修改模板' }).click();
      const text = page.getByRole('textbox', { name: '模板正文' });
      await text.fill('# {period}签约快报\n签约率40.15%。');
      await page.getByRole('button', { name: /^预\s*览$/ }).click();
      await page.getByRole('alert').getByText('数字不能手写进模板').waitFor();
      await text.fill('# {period}签约快报\n新签约项目{signed}个。');
      await page.getByRole('button', { name: /^预\s*览$/ }).click();
      await page.getByTestId('report').getByRole('heading', { name: '2024年签约快报' }).waitFor();
      await page.getByRole('textbox', { name: '修改说明' }).fill('短版');
      await page.getByRole('button', { name: '发布模板' }).click();
      await page.getByTestId('template').getByText('短版').waitFor();
      await page.getByRole('button', { name: '返回报告' }).click();
      await page.getByTestId('report').getByText('新签约项目').waitFor();
    });

    it('a clerk begins with what is late in the own unit; a leader who answers for nothing with the whole', async () => {
      const account = async (user: string, roles: readonly string[], more: object): Promise<Page> => {
        await office.employ(page, { user, name: user, roles, ...more });
        return office.signIn(user, PASSWORD);
      };
      const clerk = await account('wang', ['clerk'], { scope: 'unit-and-below', unit: '0101' });
      await clerk.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
      const steps = clerk.getByTestId('my-steps');
      await steps.getByRole('heading', { name: /已逾期 1/ }).waitFor();
      await steps.getByRole('link', { name: '轴承项目' }).waitFor();
      // From nine o’clock of a working day the late project has an order of its own.
      const orders = clerk.getByTestId('my-orders');
      await orders
        .getByText('没有待办的督办件')
        .or(orders.getByRole('link', { name: /轴承项目/ }))
        .first()
        .waitFor();
      const leader = await account('gao', ['leader'], { scope: 'all' });
      await leader.getByTestId('live-red').waitFor();
      expect(asked(leader, 'leader')).toBeNull();
      expect(office.problems).toEqual([]);
    });
  },
);
