import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { fits, pick } from '../support/page.ts';

needs({ name: 'split and merged in a browser (test/journeys/project-identity.int.spec.ts)', file: BROWSER })(
  'one project out of two, and two out of one, at the page',
  () => {
    let office: Office;
    let page: Page;
    const dialog = () => page.getByRole('dialog');
    const field = (label: string) => dialog().getByLabel(label, { exact: true });
    const submit = () =>
      dialog()
        .getByRole('button', { name: /提\s*交/ })
        .click();
    const confirm = () => dialog().getByRole('button', { name: '已核对，提交' }).click();
    const begin = async (command: string): Promise<void> => {
      await page.getByTestId('commands').getByRole('button', { name: '更多事项' }).click();
      await page.getByTestId('commands').getByRole('button', { name: command, exact: true }).click();
      await dialog().waitFor();
    };
    const signed = async (title: string, amount: string): Promise<string> => {
      const { projectId } = await office.given(page, '/api/projects', { title, unit: '01' });
      const command = (name: string, body: object) =>
        office.given(page, `/api/projects/${projectId!}/commands/${name}`, body);
      await command('open-negotiation', { class: 'standard' });
      await command('sign-contract', { contracted: { amount, currency: 'CNY' } });
      return projectId!;
    };

    beforeAll(async () => {
      office = await openOffice();
      const { administrator, employ, signIn, given } = office;
      await given(administrator, '/api/organisation/import', {
        rows: [{ row: 2, code: '01', name: '招商一组', kind: '任务单位' }],
      });
      await employ(administrator, { user: 'zhao', name: '赵敏', roles: ['supervisor'], scope: 'all', unit: '01' });
      page = await signIn('zhao', PASSWORD);
    }, 600_000);
    afterAll(() => office?.close());

    it('a record whose day was corrected stands under the right day, the one written first beside it', async () => {
      const project = await signed('齿轮项目', '150000000.00');
      await office.goTo(page, `/projects/${project}`);
      const contract = page
        .getByTestId('history')
        .getByRole('listitem')
        .filter({ hasText: /^\S+ 签订正式合同/ });
      const first = (await contract.locator('strong').innerText()).slice(0, 10);
      await office.given(page, `/api/projects/${project}/commands/correct-fact`, {
        target: 3,
        field: 'occurredOn',
        from: first,
        to: '2024-05-12',
        reason: '录入有误',
      });
      await office.goTo(page, `/projects/${project}`);
      await contract.getByText(`2024-05-12 签订正式合同（${first} → 2024-05-12）`).waitFor();
      await office.goTo(page, `/projects/${project}/compare?before=2024-05-01&asOf=2024-05-31`);
      await contract.waitFor();
    });

    it('shares a contract out to the last, and its history tells no ids', async () => {
      await office.goTo(page, `/projects/${await signed('轴承项目', '150000000.00')}`);
      await begin('拆分项目');
      const shares = dialog().getByTestId('shares');
      await shares.getByText('合同额 15,000 万元；尚未分出 15,000 万元').waitFor();
      await field('子项目编号').fill('A-2');
      await field('子项目名称').fill('二期');
      await field('分得合同额').fill('10000');
      await field('母项目保留额').fill('6000');
      await shares.getByText('多分了 1,000 万元').waitFor();
      await submit();
      await confirm();
      await dialog().getByRole('alert').getByText('之和必须等于合同额').waitFor();
      await field('母项目保留额').fill('5000');
      await shares.getByText('已全部分清').waitFor();
      await submit();
      await confirm();
      const split = page.getByTestId('history').getByRole('listitem').filter({ hasText: '拆分项目' });
      await split.getByText('拆出的项目 项目编号 A-2 项目名称 二期 合同投资额 10,000 万元').waitFor();
    });

    it('a merge says what the other has contracted and what comes of it, never offers the project itself, and names the other afterwards', async () => {
      await signed('齿轮项目二', '88000000.00');
      await office.goTo(page, `/projects/${await signed('齿轮项目一', '90000000.00')}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await begin('将另一项目并入本项目');
      await field('被并入的项目').fill('齿轮项目');
      await pick(page, '齿轮项目二');
      await dialog().getByTestId('comes-with').getByText('8,800 万元').waitFor();
      await submit();
      await dialog().getByTestId('second-look').getByText('没有填写随之并入的合同额').waitFor();
      await fits(page);
      await dialog().getByRole('button', { name: '返回修改' }).click();
      await field('被并入的项目').fill('齿轮项目');
      await page.locator('.ant-select-item-option:visible').filter({ hasText: '齿轮项目二' }).waitFor();
      expect(await page.locator('.ant-select-item-option:visible').filter({ hasText: '齿轮项目一' }).count()).toBe(0);
      await pick(page, '齿轮项目二');
      await field('随之并入的合同额').fill('8800');
      await submit();
      await confirm();
      const merged = page.getByTestId('history').getByRole('listitem').filter({ hasText: '并入了另一项目' });
      await merged.getByRole('link', { name: /齿轮项目二/ }).waitFor();
      expect(await page.getByRole('button', { name: '撤销（更正）' }).count()).toBe(0);
      await merged.getByText('不能作废').waitFor();
      await merged.getByRole('button', { name: /更\s*正/ }).waitFor();
      expect(await merged.getByRole('button', { name: /作\s*废/ }).count()).toBe(0);
      await begin('变更合同');
      await dialog().getByText('现合同额 17,800 万元').waitFor();
      expect(office.problems).toEqual([]);
    });
  },
);
