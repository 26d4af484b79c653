import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, type Office } from '../support/office.ts';

needs({ name: 'statistical scopes in a browser (test/journeys/definitions.int.spec.ts)', file: BROWSER })(
  'who decides how the figures are counted',
  () => {
    let office: Office;
    let page: Page;

    const signed = async (code: string, unit: string, amount: string): Promise<string> => {
      const { projectId } = await office.given(page, '/api/projects/commands/record-project', {
        code,
        title: `${code}项目`,
        unit,
        occurredOn: '2024-03-01',
      });
      await office.given(page, `/api/projects/${projectId}/commands/sign-contract`, {
        occurredOn: '2024-03-01',
        contracted: { amount, currency: 'CNY' },
      });
      return projectId!;
    };

    beforeAll(async () => {
      office = await openOffice();
      page = office.administrator;
      await office.given(page, '/api/organisation/import', {
        rows: [
          { row: 2, code: '01', name: '一组' },
          { row: 3, code: '02', name: '二组' },
        ],
      });
      await signed('轴承', '01', '660000000.00');
      const ended = await signed('齿轮', '02', '80000000.00');
      await office.given(page, `/api/projects/${ended}/commands/terminate-project`, {
        occurredOn: '2024-06-01',
        kind: 'by-investor',
        reason: '投资方撤资',
      });
    });
    afterAll(() => office?.close());

    const dialog = () => page.getByRole('dialog');
    const choose = async (name: string, written: string): Promise<void> => {
      await dialog().getByRole('combobox', { name }).first().fill(written);
      await page.keyboard.press('Enter');
    };
    const submit = async (): Promise<void> => {
      await dialog()
        .getByRole('button', { name: /提\s*交/ })
        .click();
      await dialog().waitFor({ state: 'hidden' });
    };

    it('a switch is changed as a draft, laid over a year figure by figure, and published as the next version', async () => {
      await page.goto(office.url('/definitions?period=2024'));
      await page.getByTestId('scope').getByRole('row', { name: '终止项目 仍计入签约' }).waitFor();
      await page.getByRole('button', { name: '起草修改' }).click();
      await choose('终止项目', '不计入');
      await submit();
      const replay = page.getByTestId('definition-replay');
      await replay.getByRole('row', { name: '签约额 合计 7.40 亿元 6.60 亿元' }).waitFor();
      await replay.getByRole('row', { name: '签约项目数 二组 1 0' }).waitFor();
      await page.goto(office.url('/numbers/indicators?period=2024&metric=signed-amount'));
      await page
        .getByTestId('indicators')
        .getByRole('row', { name: /合计 7\.40 亿元/ })
        .waitFor(); // a draft counts for nothing

      await page.goto(office.url('/definitions?period=2024'));
      await page.getByTestId('definition-drafts').getByRole('link', { name: '1' }).click();
      await page.getByRole('button', { name: '发布此草案' }).click();
      await submit();
      await page.getByTestId('scope').getByRole('row', { name: '终止项目 不计入' }).waitFor();
      await page.goto(office.url('/numbers/indicators?period=2024&metric=signed-amount'));
      await page
        .getByTestId('indicators')
        .getByRole('row', { name: /合计 6\.60 亿元/ })
        .waitFor();
      await page.goto(office.url('/numbers/indicators?period=2024&metric=signed-amount&definition=default%401'));
      await page
        .getByTestId('indicators')
        .getByRole('row', { name: /合计 7\.40 亿元/ })
        .waitFor();
    });

    it('a metric of its own is made of what is counted, and stands in the table under its name', async () => {
      await page.goto(office.url('/definitions?period=2024'));
      await page.getByRole('button', { name: '新增指标' }).click();
      await dialog()
        .getByRole('textbox', { name: /指标代号/ })
        .fill('large');
      await dialog().getByRole('textbox', { name: '指标名称' }).fill('5 亿元以上签约');
      await choose('统计什么', '签约');
      await choose('统计期间', '期间内');
      await dialog().getByRole('button', { name: '添加一项' }).first().click();
      await choose('字段', '合同额');
      await dialog().getByRole('textbox', { name: '不低于' }).fill('500000000');
      await submit();
      await page
        .getByTestId('own-metrics')
        .getByRole('row', { name: /5 亿元以上签约 large 签约（个数），期间内，合同额 ≥ 500000000 元/ })
        .waitFor();
      await page.getByTestId('definition-replay').getByRole('row', { name: '5 亿元以上签约 合计 — 1' }).waitFor();
      await page.getByRole('button', { name: '发布此草案' }).click();
      await submit();
      await page.goto(office.url('/numbers/indicators?period=2024&metric=large'));
      await page
        .getByTestId('indicators')
        .getByRole('row', { name: /一组 1 / })
        .waitFor();
      await page.getByRole('columnheader', { name: '5 亿元以上签约' }).waitFor();
    });
  },
);
