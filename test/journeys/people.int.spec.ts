import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { enterDay, pick } from '../support/page.ts';

needs({ name: 'people and units in a browser (test/journeys/people.int.spec.ts)', file: BROWSER })(
  'who keeps people and units, at the page',
  () => {
    let office: Office;
    let keeper: Page;
    let password: string;
    const dialog = () => keeper.getByRole('dialog');
    const field = (label: string) => dialog().getByLabel(label, { exact: true });
    const submit = () =>
      dialog()
        .getByRole('button', { name: /提\s*交/ })
        .click();
    const choose = async (label: string, option: string): Promise<void> => {
      await field(label).click();
      await pick(keeper, option);
    };

    beforeAll(async () => {
      office = await openOffice();
      keeper = office.administrator;
    }, 600_000);
    afterAll(() => office?.close());

    it('sets up the first units and appoints somebody', async () => {
      await office.walkTo(keeper, '管理', '组织与人员');
      await keeper.getByText('还没有组织。').waitFor();
      for (const [code, name] of [
        ['01', '招商局'],
        ['0101', '招商一组'],
      ] as const) {
        await keeper.getByRole('button', { name: '新增单位' }).click();
        await field('单位编码').fill(code);
        await field('单位名称').fill(name);
        if (code === '0101') await choose('上级单位', '招商局');
        await submit();
        await dialog().waitFor({ state: 'hidden' });
      }
      await keeper.getByTestId('units').getByText('招商一组').click();
      await keeper
        .getByTestId('unit')
        .getByRole('button', { name: /任\s*命/ })
        .click();
      await choose('职责', '负责人');
      await field('姓名').fill('李静');
      await submit();
      await keeper.getByTestId('unit').getByText('李静').waitFor();
    });

    it('renames a unit, which keeps its former name; records a leave with its deputy', async () => {
      await keeper
        .getByTestId('unit')
        .getByRole('button', { name: /更\s*名/ })
        .click();
      await field('新名称').fill('产业链一组');
      await submit();
      await keeper.getByTestId('unit').getByText('曾用名').waitFor();
      await keeper.getByTestId('leaves').getByRole('button', { name: '登记离岗' }).click();
      await field('姓名').fill('李静');
      await enterDay(keeper, field('自'), '2099-01-04');
      await enterDay(keeper, field('至'), '2099-01-08');
      await field('代理人').fill('钱进');
      await keeper.keyboard.press('Enter');
      await submit();
      await keeper.getByTestId('leaves').getByText('代理人 钱进').waitFor();
    });

    it('creates an account, is shown its first password this once, and the person can use it', async () => {
      await office.walkTo(keeper, '管理', '账号');
      await keeper.getByRole('button', { name: '新建账号' }).click();
      await field('用户名').fill('li');
      await field('姓名').fill('李静');
      await choose('角色', '经办人');
      await keeper.keyboard.press('Tab'); // leaves the list of roles, whose first entry is 管理员, as it is
      await keeper.locator('.ant-select-item-option:visible').first().waitFor({ state: 'hidden' });
      await choose('数据范围', '指定单位及下级');
      await field('可见单位（含下级）').waitFor();
      await choose('数据范围', '全部项目');
      await field('可见单位（含下级）').waitFor({ state: 'hidden' });
      await submit();
      password = (await keeper.getByTestId('said-once').innerText()).trim();
      await keeper.getByRole('button', { name: /关\s*闭/ }).click();
      await keeper.getByRole('row', { name: /李静 li 经办人 .*待改初始密码/ }).waitFor();
      const clerk = await office.open();
      await office.goTo(clerk, '/');
      await clerk.getByLabel('用户名').fill('li');
      await clerk.getByLabel('密码', { exact: true }).fill(password);
      await clerk.getByRole('button', { name: /登\s*录/ }).click();
      await clerk.getByLabel('新密码', { exact: true }).fill(PASSWORD);
      await clerk.getByLabel('再输入一次新密码').fill(PASSWORD);
      await clerk.getByRole('button', { name: '修改密码' }).click();
      await clerk.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
      await office.walkTo(clerk, '管理', '时限规则');
      expect(await clerk.getByRole('menuitem', { name: '账号', exact: true }).count()).toBe(0);
    });

    it('keeps three administrators apart: one makes an account, another says what it may', async () => {
      for (const [user, name, role] of [
        ['xitong', '孙系统', 'system-admin'],
        ['anquan', '安全员', 'security-admin'],
      ])
        await office.employ(keeper, { user, name, roles: [role], scope: 'all' });
      const [first, system, security] = [
        keeper,
        await office.signIn('xitong', PASSWORD),
        await office.signIn('anquan', PASSWORD),
      ];
      keeper = system;
      await keeper.getByRole('heading', { level: 1, name: '账号' }).waitFor();
      await keeper.getByRole('button', { name: '新建账号' }).click();
      await dialog().getByText('须由安全管理员授予角色和数据范围').waitFor();
      expect(await field('角色').count()).toBe(0);
      await field('用户名').fill('zhouning');
      await field('姓名').fill('周宁');
      await submit();
      await keeper.getByTestId('said-once').waitFor();
      await keeper.getByRole('button', { name: /关\s*闭/ }).click();
      await keeper.getByRole('row', { name: /周宁 zhouning 尚未授权/ }).waitFor();
      await first.getByRole('row', { name: /周宁 zhouning 尚未授权/ }).waitFor(); // her page was open all the time
      keeper = security;
      await keeper.reload();
      await keeper.getByRole('heading', { level: 1, name: '账号' }).waitFor();
      expect(await keeper.getByRole('button', { name: '新建账号' }).count()).toBe(0);
      const row = keeper.getByRole('row', { name: /周宁 zhouning/ });
      await row.getByRole('button', { name: /修\s*改/ }).click();
      await choose('角色', '经办人');
      await keeper.keyboard.press('Tab');
      await keeper.locator('.ant-select-item-option:visible').first().waitFor({ state: 'hidden' });
      await choose('数据范围', '全部项目');
      await submit();
      await keeper.getByRole('row', { name: /周宁 zhouning 经办人 全部项目/ }).waitFor();
      await keeper
        .getByRole('row', { name: /安全员 anquan/ })
        .getByRole('button', { name: /修\s*改/ })
        .click();
      await choose('数据范围', '本人负责的项目');
      await submit();
      await dialog().getByText('不能给自己授权').first().waitFor();
      keeper = first;
    });

    it('disables an account, and finds a page by the keyboard', async () => {
      const row = keeper.getByRole('row', { name: /李静 li/ });
      await row.getByRole('button', { name: /停\s*用/ }).click();
      await keeper
        .getByRole('tooltip')
        .getByRole('button', { name: /确\s*定/ })
        .click();
      await keeper.getByRole('row', { name: /李静 li .*已停用/ }).waitFor();
      await keeper.keyboard.press('Control+k');
      await keeper.getByRole('combobox', { name: '查找' }).fill('工作日历');
      await keeper.getByRole('option', { name: /工作日历/, selected: true }).waitFor();
      await keeper.keyboard.press('Enter');
      await keeper.getByRole('heading', { level: 1, name: /日历/ }).waitFor();
      expect(office.problems).toEqual([]);
    });
  },
);
