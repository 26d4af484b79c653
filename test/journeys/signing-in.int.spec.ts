import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { complete } from '../support/page.ts';
import { soon } from '../support/soon.ts';

needs({ name: 'signing in, in a browser (test/journeys/signing-in.int.spec.ts)', file: BROWSER })(
  'a new colleague’s first day at the page',
  () => {
    let office: Office;
    let page: Page;
    let project: string;
    let given: string; // the first password, as the administrator handed it over

    const enter = async (user: string, password: string): Promise<void> => {
      await page.getByLabel('用户名').fill(user);
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.getByRole('button', { name: /登\s*录/ }).click();
    };

    beforeAll(async () => {
      office = await openOffice();
      const { administrator } = office;
      project = (await office.given(administrator, '/api/projects', { title: '轴承项目', code: 'Z-1' }))['projectId']!;
      given = (
        await office.given(administrator, '/api/accounts', {
          user: 'li',
          name: '李静',
          roles: ['clerk', 'supervisor'],
          scope: 'all',
        })
      )['password']!;
      page = await office.open();
    });
    afterAll(() => office?.close());

    it('stands at the door without an error in the console: that nobody is signed in is an answer', async () => {
      const said: string[] = [];
      page.on('console', (line) => said.push(line.text()));
      await office.goTo(page, '/');
      await page.getByRole('button', { name: /登\s*录/ }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(said).toEqual([]);
      page.removeAllListeners('console');
    });

    it('chooses an own password before anything else, and is told which ones will not do', async () => {
      await office.goTo(page, '/');
      await enter('li', given);
      await page.getByRole('heading', { name: '请先修改初始密码' }).waitFor();
      await page.getByLabel('新密码', { exact: true }).fill('short');
      await page.getByLabel('再输入一次新密码').fill('other');
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.getByText('两次输入的新密码不一致。').waitFor();
      await page.getByLabel('再输入一次新密码').fill('short');
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.getByRole('alert').getByText('密码至少 10 个字符').waitFor();
      await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
      await page.getByLabel('再输入一次新密码').fill(PASSWORD);
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.getByRole('heading', { level: 1, name: '督办件' }).waitFor();
    });

    it('whose session ends over a form signs in over it, and sends what was typed', async () => {
      await office.goTo(page, `/projects/${project}`);
      await page.getByTestId('commands').getByRole('button', { name: '填报进展' }).click();
      const text = page.getByRole('dialog').getByLabel('进展', { exact: true });
      await text.fill('已与投资方会面');
      await page.context().clearCookies();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      const door = page.getByRole('dialog', { name: '登录已过期' });
      const behind = page.getByText('重新登录后再点提交');
      await behind.waitFor();
      await door.getByLabel('密码', { exact: true }).fill(PASSWORD);
      await door.getByRole('button', { name: /登\s*录/ }).click();
      await door.waitFor({ state: 'hidden' });
      await behind.waitFor({ state: 'detached' });
      await soon(() => text.inputValue(), '已与投资方会面');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await page.getByTestId('history').getByText('已与投资方会面').waitFor();
    });

    it('reads what is being opened while it is asked who is there', async () => {
      let answer = (): void => undefined;
      const asked = new Promise<void>((resolve) => (answer = resolve));
      await page.route('**/api/session', async (route) => {
        await asked;
        await route.continue();
      });
      await office.goTo(page, '/lists/leads');
      await page.getByText('正在打开：项目清单').waitFor();
      answer();
      await page.getByRole('heading', { level: 1, name: '线索' }).waitFor();
      await page.unroute('**/api/session');
    });

    it('is told that there is no such page, and no such project', async () => {
      await office.goTo(page, '/no-such-page');
      await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
      for (const address of ['/matters/no-such-kind', '/matters/no-such-kind/1']) {
        await office.goTo(page, address);
        await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
      }
      await office.goTo(page, '/projects/no-such-project');
      await page.getByTestId('refused-gone').waitFor();
      await office.goTo(page, '/lists/nonsense');
      await page.getByRole('heading', { level: 1, name: '没有这个清单' }).waitFor();
      await page.getByTestId('no-such-list').getByRole('link', { name: '项目清单' }).click();
      await page.waitForURL('**/lists/signed-not-started');
    });

    it('is told at once what is not for a clerk, before a form is filled in or a file chosen for nothing', async () => {
      for (const [address, name] of [
        ['/channels', '通知渠道：您没有这项权限'],
        ['/accounts', /您没有这项权限$/],
        ['/policy/edit', '时限规则：您没有这项权限'],
      ] as const) {
        await office.goTo(page, address);
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await complete(page);
        expect(await page.locator('#content').getByRole('button').count()).toBe(0);
      }
      await office.goTo(page, '/policy/drafts/99');
      await page.getByRole('heading', { level: 1, name: '没有这一项。' }).waitFor();
    });

    it('is told apart: an empty list, one that could not be loaded, and one narrowed too far', async () => {
      await office.goTo(page, '/lists/negotiation');
      await page.getByTestId('none-of-list').waitFor();
      await office.goTo(page, '/lists/leads?q=none');
      await page.getByTestId('filtered-out').waitFor();
      await page.route('**/api/lists/**', (route) => route.fulfill({ status: 503, body: 'gateway' }));
      await office.goTo(page, '/lists/leads');
      await page.getByTestId('refused-unreachable').waitFor();
      await complete(page);
      expect(await page.getByText('先导入一份台账').count()).toBe(0);
      await page.unroute('**/api/lists/**');
      await page.getByRole('button', { name: /重\s*试/ }).click();
      await page.getByRole('link', { name: '轴承项目' }).waitFor();
    });

    it('a server that is away when the page opens leaves a page with a way out, not a white one', async () => {
      await page.route('**/api/session', (route) => route.fulfill({ status: 503, body: 'gateway' }));
      await office.goTo(page, '/');
      await page.getByText('服务暂时不可用').waitFor();
      await page.unroute('**/api/session');
      await page.getByRole('button', { name: /重\s*试/ }).click();
      await page.getByRole('heading', { level: 1, name: '督办件' }).waitFor();
      expect(office.problems).toEqual([]);
    });
  },
);
