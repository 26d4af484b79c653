import type { Page } from 'playwright-core';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { complete, fits, pick } from '../support/page.ts';
import { soon } from '../support/soon.ts';
import { needs } from '../support/left-out.ts';

needs({ name: 'rules in a browser (test/journeys/rules.int.spec.ts)', file: BROWSER })(
  'who keeps the rules, at the page',
  () => {
    let office: Office;
    let keeper: Page;
    let clerk: Page;
    const day = (ahead: number): string =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + ahead * 86_400_000);
    const mondayOf = (one: string): string =>
      new Date(Date.parse(one) - ((new Date(one).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);

    beforeAll(async () => {
      office = await openOffice();
      keeper = office.administrator;
      await office.given(keeper, '/api/organisation/import', {
        rows: [
          { row: 2, code: '01', name: '招商局', kind: '招商机构' },
          { row: 3, code: '0101', name: '招商一组', kind: '任务单位', parent: '01' },
        ],
      });
      await office.employ(keeper, {
        user: 'li',
        name: '李静',
        roles: ['clerk'],
        scope: 'all',
      });
      clerk = await office.signIn('li', PASSWORD);
      for (const [title, code, unit, agreedStart] of [
        ['轴承项目', 'Z-1', '01', day(-35)],
        ['电机项目', 'Z-2', '0101', day(10)],
      ] as const) {
        // 35 days late: orange; and one due in ten days
        const { projectId } = await office.given(keeper, '/api/projects', { title, code, unit, occurredOn: day(-60) });
        await office.given(keeper, `/api/projects/${projectId!}/commands/sign-contract`, {
          occurredOn: day(-60),
          contracted: { amount: '1000000.00', currency: 'CNY' },
          agreedStart,
        });
      }
    });
    afterAll(() => office?.close());

    it('the policy in force is read in words by everybody, and changed by nobody who does not keep it', async () => {
      await office.walkTo(clerk, '管理', '时限规则');
      await clerk.getByText('随软件发布的默认规则').waitFor();
      await clerk
        .getByTestId('ladder')
        .getByRole('row', { name: '催办 变黄当天，此后每 15 天 责任单位负责人' })
        .waitFor();
      await clerk.getByTestId('clocks').getByRole('row', { name: '首笔资金 3 个月 按通用颜色 照走' }).waitFor();
      await clerk.getByText('修改由规则管理员办理').waitFor();
      await complete(clerk);
      expect(await clerk.getByRole('button', { name: '起草修改' }).count()).toBe(0);
    });

    it('a number that cannot stand is refused at its field, and what can stand becomes a draft whose changes are listed', async () => {
      await office.goTo(keeper, '/policy');
      await keeper.getByRole('button', { name: '起草修改' }).click();
      await keeper.getByLabel('橙 · 逾期').fill('95');
      await keeper.getByRole('button', { name: '存为草案' }).click();
      await keeper
        .locator('.ant-form-item')
        .filter({ has: keeper.getByLabel('红 · 逾期') })
        .getByText('黄、橙、红的天数必须递增')
        .waitFor();
      await keeper.getByLabel('橙 · 逾期').fill('8');
      await keeper.getByLabel('红 · 逾期').fill('15');
      const funds = keeper.getByTestId('fields-first-funds');
      await funds.getByLabel('首笔资金 · 时长', { exact: true }).fill('2');
      await funds.getByLabel('添加自有颜色').click();
      await pick(keeper, '红');
      await funds.getByLabel('首笔资金 · 红', { exact: true }).fill('4');
      await keeper.getByTestId('rung-5').getByLabel('何时 · 逾期（天）').fill('120');
      await keeper.getByTestId('rung-5').getByLabel('告知').click();
      await pick(keeper, '督查室');
      await keeper.getByLabel('说明（为什么改）').fill('收紧开工');
      await keeper.getByRole('button', { name: '存为草案' }).click();
      for (const line of [
        '通用颜色 · 橙 · 逾期 31 天 8 天',
        '通用颜色 · 红 · 逾期 91 天 15 天',
        '首笔资金 · 时长 3 个月 2 个月',
        '首笔资金 · 自有颜色 · 红 — 4 个月',
        '层级 · 约谈 逾期 180 天 → 责任单位负责人、包保领导 逾期 120 天 → 责任单位负责人、包保领导、督查室',
      ])
        await keeper.getByTestId('changes-of-draft').getByRole('row', { name: line, exact: true }).waitFor();
      await soon(() => keeper.getByTestId('changes-of-draft').locator('tbody tr.ant-table-row').count(), 5);
    });

    it('the draft is laid over the past, and says which project would have been red', async () => {
      await keeper.getByRole('button', { name: '用历史推演' }).click();
      await keeper.getByTestId('replay-counts').getByText('1 个项目有变化').waitFor();
      await keeper.getByText(/^颜色 \d+$/).click();
      await keeper
        .getByTestId('differences')
        .getByRole('row', { name: /Z-1 轴承项目 颜色 · 约定开工 橙 红/ })
        .waitFor();
    });

    it('published with its first day, it colours the list, and the version before is still there to read', async () => {
      await office.goTo(keeper, '/lists/signed-not-started');
      await keeper.getByRole('row', { name: /橙 轴承项目 Z-1/ }).waitFor();
      await office.goTo(keeper, '/policy/drafts/1');
      await keeper.getByRole('button', { name: /^发\s*布$/ }).click();
      await keeper.getByRole('dialog').getByText('发布为第 2 版').waitFor();
      await keeper
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await keeper.getByText('已发布为第 2 版').waitFor();
      await office.goTo(keeper, '/lists/signed-not-started');
      await keeper.getByRole('row', { name: /红 轴承项目 Z-1/ }).waitFor();
      await office.goTo(clerk, '/policy');
      await clerk.getByText('第 2 版（现行）').waitFor();
      await clerk.getByTestId('clocks').getByRole('row', { name: '首笔资金 2 个月 红：满 4 个月 照走' }).waitFor();
      await clerk.getByLabel('版本').click();
      await pick(clerk, '第 1 版');
      await clerk.getByTestId('clocks').getByRole('row', { name: '首笔资金 3 个月 按通用颜色 照走' }).waitFor();
    });

    it('somebody whose page is older than the rules is told so, and publishes after loading them anew', async () => {
      await office.goTo(keeper, '/policy/edit');
      await keeper.getByLabel('橙 · 逾期').fill('9');
      await keeper.getByRole('button', { name: '存为草案' }).click();
      await keeper.getByRole('button', { name: /^发\s*布$/ }).click();
      const { policies } = (await (await keeper.request.get(office.url('/api/policy'))).json()) as {
        policies: { policy: object }[];
      };
      await office.given(keeper, '/api/policy/drafts', { policy: { ...policies[0]!.policy, validFrom: undefined } });
      await keeper
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await keeper.getByText('刚刚被别人更新').waitFor();
      await keeper.getByRole('button', { name: '载入最新' }).click();
      await keeper.getByText('已载入最新内容').waitFor();
      await keeper
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await keeper.getByText('已发布为第 3 版').waitFor();
    });

    it('what comes is seen week by week, narrowed to a unit and to a kind, and leads to the project', async () => {
      await office.walkTo(clerk, '督办', '到期预警');
      const due = clerk.getByTestId('ahead').getByRole('row', { name: `${day(10)} Z-2 电机项目 到期 约定开工` });
      await due.waitFor();
      await clerk.getByTestId('ahead').getByText('Z-1 轴承项目').first().waitFor();
      await clerk.getByLabel('责任单位').click();
      await pick(clerk, '招商一组');
      await clerk.getByText('共 1 个项目').waitFor();
      await clerk.getByTestId('ahead').getByText('Z-1 轴承项目').first().waitFor({ state: 'detached' });
      await clerk
        .getByTestId('weeks')
        .getByRole('button', { name: mondayOf(day(10)) })
        .click();
      await clerk.getByText(/^\d{4}-\d\d-\d\d 起的一周$/).waitFor();
      await due.waitFor();
      await clerk.getByTestId('kind-dues').click();
      await due.waitFor({ state: 'detached' });
      await office.goTo(clerk, '/forward?days=90&unit=0101');
      await clerk.getByTestId('ahead').getByRole('link', { name: 'Z-2 电机项目' }).first().click();
      await clerk.getByRole('heading', { name: /电机项目/ }).waitFor();
    });

    it('speaks English on every page of the rules, without a code left over', async () => {
      await office.goTo(keeper, '/policy');
      await keeper.getByRole('button', { name: 'English' }).click();
      for (const [path, heading] of [
        ['/forward', 'View ahead'],
        ['/policy', 'Policy'],
        ['/policy/edit', 'Draft a change'],
        ['/policy/drafts/1', 'Draft 1 published as version 2'],
      ] as const) {
        await office.goTo(keeper, path);
        await keeper.getByRole('heading', { name: heading, exact: true }).waitFor();
        await complete(keeper);
        // What people and things are called is not translated.
        await soon(
          async () =>
            (await keeper.getByRole('main').innerText()).replace(
              /收紧开工|系统管理员|招商局|招商一组|电机项目|轴承项目/g,
              '',
            ),
          expect.not.stringMatching(/near-due|lead-response|owner-unit|working-days|scale\.\w|[\u4e00-\u9fff]{3}/),
        );
      }
    });

    it('fits a phone: no page is wider than the screen', async () => {
      await keeper.setViewportSize({ width: 375, height: 720 });
      for (const path of ['/forward', '/policy', '/policy/edit', '/policy/drafts/2']) {
        await office.goTo(keeper, path);
        await complete(keeper);
        await fits(keeper);
      }
      expect(office.problems).toEqual([]);
    });
  },
);
