import type { Page } from 'playwright-core';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { complete, fits } from '../support/page.ts';
import { soon } from '../support/soon.ts';
import { needs } from '../support/left-out.ts';

needs({ name: 'calendar in a browser (test/journeys/calendar.int.spec.ts)', file: BROWSER })(
  'who keeps the calendar, at the page',
  () => {
    let office: Office;
    let page: Page;
    let lead: string;
    let due: string;
    const editor = () => page.getByTestId('calendar-editor');
    const publish = async (): Promise<void> => {
      await editor().getByRole('button', { name: '发布这一年' }).click();
      await page
        .getByRole('tooltip')
        .getByRole('button', { name: /^发\s*布$/ })
        .click();
      await page.getByText('已发布，期限已按新安排计算').waitFor();
    };
    const table = (rows: string) => ({
      name: 'calendar.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`日期,类型,名称\n${rows}`),
    });
    const upload = (rows: string) => editor().locator('input[type=file]').setInputFiles(table(rows));
    const dueNow = async (): Promise<string> => {
      const { clocks } = (await (await page.request.get(office.url(`/api/projects/${lead}/explain`))).json()) as {
        clocks: { clock: string; due: string }[];
      };
      return clocks.find(({ clock }) => clock === 'lead-response')!.due;
    };

    beforeAll(async () => {
      office = await openOffice();
      page = office.administrator;
      lead = (await office.given(page, '/api/projects', { title: '电机线索', code: 'X-1' }))['projectId']!; // to be acknowledged on the next working day
      due = await dueNow();
    });
    afterAll(() => office?.close());

    it('a published year shows its days off and make-up workdays with their words', async () => {
      await office.walkTo(page, '管理', '工作日历');
      await office.goTo(page, '/calendar?year=2026');
      await page.getByTestId('notice').getByText('春节 02-15 – 02-23').waitFor();
      const months = page.getByTestId('year').getByRole('table');
      await soon(() => months.count(), 12);
      await months
        .nth(0)
        .getByRole('cell', { name: /^1\s*休$/ })
        .waitFor();
      await page.getByTestId('notice').getByText('随软件发布').waitFor();
      await complete(page);
      expect(await page.getByTestId('no-notice').count()).toBe(0);
    });

    it('a year without a notice is flagged; a table of it is read, a wrong one is refused, and published it is flagged no more', async () => {
      await office.goTo(page, '/calendar?year=2099');
      await page.getByTestId('no-notice').getByText('期限只按周末推算').waitFor();
      await page.getByRole('button', { name: '录入通知' }).click();
      await upload('2098-01-01,休,元旦\n');
      await editor().getByText('表里是另一年：2098').waitFor();
      await upload('2099-01-01,也许,元旦\n');
      await editor().getByText('类型须是“休”或“班”').waitFor();
      await upload('2099-01-01,休,元旦\n2099-01-02,休,元旦\n2099-01-04,班,\n');
      await page.getByText('已读取，请核对').waitFor();
      await editor().getByLabel('通知文号').fill('国办发明电〔2098〕9号');
      await publish();
      await page.getByTestId('notice').getByText('国办发明电〔2098〕9号').waitFor();
      await page.getByTestId('notice').getByText('元旦 01-01 – 01-02').waitFor();
      await page
        .getByTestId('year')
        .getByRole('table')
        .nth(0)
        .getByRole('cell', { name: /^4\s*班$/ })
        .waitFor();
      await page.getByTestId('no-notice').waitFor({ state: 'detached' });
    });

    it('a day off that is added says which deadline it would move, and moves it when it is published', async () => {
      await office.goTo(page, `/calendar?year=${due.slice(0, 4)}`);
      await page.getByRole('button', { name: /录入通知|更改这一年/ }).click();
      await editor().getByRole('button', { name: '添加一段假期' }).click();
      await editor().getByLabel('节日').last().fill('防汛');
      await editor().getByPlaceholder('开始日期').last().fill(due);
      await page.keyboard.press('Enter');
      await editor().getByPlaceholder('结束日期').last().fill(due);
      await page.keyboard.press('Enter');
      await soon(() => editor().getByPlaceholder('开始日期').last().inputValue(), due);
      await soon(() => editor().getByPlaceholder('结束日期').last().inputValue(), due);
      await editor().getByRole('button', { name: '看哪些期限会变' }).click();
      await editor().getByTestId('replay-counts').waitFor();
      await editor()
        .getByText(/^到期日 \d+$/)
        .click();
      const moved = await editor()
        .getByTestId('differences')
        .getByRole('row', { name: /X-1 电机线索 到期日 · 线索办理/ })
        .innerText();
      expect(await dueNow()).toBe(due);
      await publish();
      const after = await dueNow();
      expect(after > due).toBe(true);
      expect(moved).toMatch(new RegExp(`${due}\\s+${after}`));
      await office.goTo(page, `/projects/${lead}`);
      await page.getByTestId('clock-lead-response').getByText(`到期日 ${after}`).waitFor();
    });

    it('is read but not changed by others, speaks English and fits a phone', async () => {
      await office.employ(page, {
        user: 'li',
        name: '李静',
        roles: ['clerk'],
        scope: 'all',
      });
      const clerk = await office.signIn('li', PASSWORD);
      await office.goTo(clerk, '/calendar?year=2099');
      await clerk.getByTestId('notice').waitFor();
      await complete(clerk);
      expect(await clerk.getByRole('button', { name: '更改这一年' }).count()).toBe(0);
      await clerk.getByRole('button', { name: 'English' }).click();
      await office.goTo(clerk, '/calendar?year=2098');
      await clerk.getByRole('heading', { name: 'Calendar 2098' }).waitFor();
      await complete(clerk);
      await soon(() => clerk.getByRole('main').innerText(), expect.not.stringMatching(/[\u4e00-\u9fff]/));
      await clerk.setViewportSize({ width: 375, height: 720 });
      await fits(clerk);
      expect(office.problems).toEqual([]);
    });
  },
);
