import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { complete, enterDay, fits, pick, pressUntil } from '../support/page.ts';
import { soon } from '../support/soon.ts';

needs({ name: 'a project’s life in a browser (test/journeys/project-life.int.spec.ts)', file: BROWSER })(
  'a project from its lead to its money, at the page',
  () => {
    let office: Office;
    let clerk: Page;
    let supervisor: Page;
    let address: string;
    const dialog = (page: Page) => page.getByRole('dialog');
    const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
    const submit = (page: Page) =>
      dialog(page)
        .getByRole('button', { name: /提\s*交/ })
        .click();
    const choose = async (page: Page, label: string, option: string): Promise<void> => {
      await field(page, label).click();
      await pick(page, option);
    };
    const begin = async (page: Page, command: string): Promise<void> => {
      const commands = page.getByTestId('commands');
      const button = commands.getByRole('button', { name: command, exact: true });
      const more = commands.getByRole('button', { name: '更多事项' });
      await button.or(more).first().waitFor();
      if (!(await button.isVisible()) && (await more.isVisible())) await more.click();
      await button.click();
      await dialog(page).waitFor();
    };
    const recorded = (page: Page, text: string | RegExp) =>
      page.getByTestId('history').getByText(text).first().waitFor();

    beforeAll(async () => {
      office = await openOffice();
      const { administrator, employ, signIn, given } = office;
      await given(administrator, '/api/organisation/import', {
        rows: [{ row: 2, code: '01', name: '招商一组', kind: '任务单位' }],
      });
      for (const [user, name, role] of [
        ['li', '李静', 'clerk'],
        ['zhao', '赵敏', 'supervisor'],
        ['wang', '王局', 'leader'],
      ])
        await employ(administrator, {
          user,
          name,
          roles: [role],
          scope: 'all',
          unit: '01',
        });
      clerk = await signIn('li', PASSWORD);
      supervisor = await signIn('zhao', PASSWORD);
    }, 600_000);
    afterAll(() => office?.close());

    const daysAgo = (days: number): string =>
      new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10); // in China

    it('registers a lead: the unit is there, the amount is said in both units, nothing else is asked', async () => {
      await office.goTo(clerk, '/lists/leads');
      await clerk.getByRole('button', { name: '登记线索' }).click();
      await submit(clerk);
      await dialog(clerk).getByText('必填').first().waitFor();
      await field(clerk, '项目名称').fill('轴承项目');
      await field(clerk, '意向投资额').fill('57000');
      await field(clerk, '统一社会信用代码').fill('91350100M000100Y44');
      await dialog(clerk).getByTestId('doubts').getByText('校验位不符，请与营业执照核对').waitFor();
      await dialog(clerk).getByText('即 5.70 亿元').waitFor();
      await submit(clerk);
      await clerk.getByRole('heading', { level: 1, name: /轴承项目/ }).waitFor();
      await recorded(clerk, /意向投资额 57,000 万元/);
      await recorded(clerk, /招商一组/);
      address = clerk.url();
    });

    it('negotiates and signs, each step chosen by its name', async () => {
      await begin(clerk, '转入洽谈');
      await choose(clerk, '洽谈类别', '一般');
      await submit(clerk);
      await recorded(clerk, /转入洽谈/);
      await begin(clerk, '签订正式合同');
      await enterDay(clerk, field(clerk, '签约日期'), daysAgo(10));
      await field(clerk, '合同投资额').fill('66000');
      await dialog(clerk)
        .getByTestId('will-be-recorded')
        .getByText(`签订正式合同，合同投资额 66,000 万元；签约日期 ${daysAgo(10)}`)
        .waitFor();
      await submit(clerk);
      await dialog(clerk)
        .getByTestId('second-look')
        .getByText(`早于转入洽谈 ${daysAgo(0)}`)
        .waitFor();
      await dialog(clerk).getByRole('button', { name: '已核对，提交' }).click();
      await recorded(clerk, /合同投资额 66,000 万元/);
      const doubts = clerk.getByTestId('doubts');
      await doubts.getByText('签约日期早于转入洽谈的日期').waitFor(); // recorded all the same
      await doubts.getByText('统一社会信用代码校验位不符').waitFor();
    });

    it('a draft outlives the page, and closing a form asks what becomes of it', async () => {
      await begin(clerk, '填报进展');
      await field(clerk, '进展').fill('土地平整完成');
      await clerk.keyboard.press('Escape');
      await dialog(clerk).getByTestId('leave-question').waitFor();
      await dialog(clerk).getByRole('button', { name: '保留草稿并关闭' }).click();
      await clerk.reload();
      await begin(clerk, '填报进展');
      await dialog(clerk).getByText('已恢复上次未提交的内容').waitFor();
      await soon(() => field(clerk, '进展').inputValue(), '土地平整完成');
      await submit(clerk);
      await recorded(clerk, /土地平整完成/);
    });

    it('an amount six thousand times the old one is looked at again, and taken back to the form', async () => {
      await begin(clerk, '变更合同');
      await choose(clerk, '变更种类', '增资');
      await field(clerk, '变更后合同额').fill('570000000');
      await submit(clerk);
      await dialog(clerk).getByTestId('second-look').getByText('是原来的 8,636.4 倍').waitFor();
      await dialog(clerk).getByRole('button', { name: '返回修改' }).click();
      await field(clerk, '变更后合同额').fill('70000');
      await submit(clerk);
      await recorded(clerk, /变更后合同额 70,000 万元/);
    });

    it('reports the start; another person certifies it', async () => {
      await begin(clerk, '申报开工');
      await enterDay(clerk, field(clerk, '开工日期'), daysAgo(5));
      await submit(clerk);
      await recorded(clerk, /申报开工/);
      await supervisor.goto(address);
      await begin(supervisor, '认定开工');
      await soon(() => field(supervisor, '开工日期').inputValue(), daysAgo(5)); // not the day on which it is certified
      await submit(supervisor);
      await recorded(supervisor, new RegExp(`${daysAgo(5)} 认定开工`));
    });

    it('reports money of the country without a foreign field in the way; another person certifies it', async () => {
      await clerk.goto(address);
      await begin(clerk, '申报到位资金');
      await field(clerk, '到账金额').fill('1000');
      await choose(clerk, '款项种类', '设备');
      await submit(clerk);
      await recorded(clerk, /申报到位资金/);
      await supervisor.goto(`${address}?tab=funds`);
      await supervisor
        .getByTestId('funds')
        .getByRole('button', { name: /认\s*定/ })
        .click();
      await submit(supervisor);
      await supervisor.getByTestId('certified-sum').getByText('1,000 万元').waitFor();
    });

    it('a clerk takes back what the own unit has just recorded, and is offered nothing that others certified', async () => {
      await clerk.goto(address);
      const line = (what: string) => clerk.getByTestId('history').getByRole('listitem').filter({ hasText: what });
      await line('认定开工').waitFor();
      await complete(clerk);
      expect(await line('认定开工').getByRole('button').count()).toBe(0);
      await begin(clerk, '填报进展');
      await field(clerk, '进展').fill('误填一行');
      await submit(clerk);
      await clerk.getByRole('button', { name: '撤销（更正）' }).click();
      await field(clerk, '作废理由').fill('填错项目');
      await submit(clerk);
      await dialog(clerk).getByRole('button', { name: '已核对，提交' }).click();
      await line('误填一行').getByText('已作废').waitFor();
      await dialog(clerk).first().waitFor({ state: 'hidden' }); // it holds the keys until it is gone
      await clerk.getByLabel('查找记录').fill('误填');
      await clerk.getByLabel('查找记录').press('Enter');
      await line('签订正式合同').waitFor({ state: 'detached' });
      await line('误填一行').waitFor();
    });

    it('compares two days of the project: what differs side by side, and what was recorded between', async () => {
      await office.goTo(clerk, new URL(address).pathname);
      await clerk.getByRole('link', { name: '对比两天' }).click();
      await enterDay(clerk, clerk.getByLabel('从', { exact: true }), daysAgo(7));
      const compared = clerk.getByTestId('compared-project');
      await compared.getByRole('row', { name: /^阶段 签约 (开工|到位资金)$/ }).waitFor();
      await compared.getByRole('row', { name: new RegExp(`^认定开工 — ${daysAgo(5)}$`) }).waitFor();
      const between = clerk.getByTestId('history');
      await between.getByText('认定开工').first().waitFor();
      expect(await between.getByText('签订正式合同').count()).toBe(0); // of an earlier day
    });

    it('a paper is attached on its own page, and a word without an end widens no page', async () => {
      await clerk.goto(`${address}?tab=papers`);
      await clerk
        .getByTestId('paper-drop')
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
      await clerk.getByTestId('papers').getByRole('link', { name: '合同.pdf' }).waitFor();
      await office.given(
        clerk,
        `/api/projects/${new URL(address).pathname.split('/').pop()}/commands/report-progress`,
        { text: 'x'.repeat(4000) },
      );
      await office.given(clerk, '/api/projects', { title: 'X'.repeat(290), investor: 'Y'.repeat(290) });
      for (const width of [1440, 390]) {
        await clerk.setViewportSize({ width, height: 844 });
        for (const place of [address, office.url('/lists/leads?q=XXXX'), office.url('/today')]) {
          await clerk.goto(place);
          await complete(clerk);
          await fits(clerk);
        }
      }
      await clerk.setViewportSize({ width: 1360, height: 900 });
    });

    it('an order is signed for and answered by its unit, never by who issued it; the office reviews it with an opinion and closes it', async () => {
      const matter = (page: Page, what: string | RegExp) =>
        page.getByTestId('commands').getByRole('button', { name: what });
      const standsAt = (page: Page, state: string) =>
        page.locator('[data-testid=steps] .ant-steps-item-active').getByText(state).waitFor();
      await supervisor.goto(`${address}?tab=matters`);
      await supervisor.getByRole('button', { name: '发出督办件' }).click();
      await choose(supervisor, '承办单位', '招商一组');
      await field(supervisor, '督办事由').fill('桩基未进场');
      await submit(supervisor);
      await standsAt(supervisor, '待签收');
      await matter(supervisor, /撤\s*回/).waitFor();
      expect(await matter(supervisor, /签\s*收|回\s*复/).count()).toBe(0);
      await clerk.goto(supervisor.url());
      await matter(clerk, /^签\s*收$/).click();
      await submit(clerk);
      await standsAt(clerk, '待回复');
      await matter(clerk, /^回\s*复$/).click();
      await field(clerk, '回复内容').fill('桩机已进场');
      await submit(clerk);
      await standsAt(clerk, '待审核');
      expect(await matter(clerk, '审核回复').count()).toBe(0);
      await supervisor.reload();
      await matter(supervisor, '审核回复').click();
      await submit(supervisor);
      await dialog(supervisor).getByText('必填').nth(1).waitFor(); // neither a verdict nor an opinion is there by itself
      await dialog(supervisor).getByRole('radio', { name: '认可', exact: true }).click();
      await field(supervisor, '审核意见').fill('现场已核');
      await submit(supervisor);
      await standsAt(supervisor, '待办结');
      await matter(supervisor, /办\s*结/).click();
      await submit(supervisor);
      await standsAt(supervisor, '已办结');
      await supervisor.getByTestId('matter-facts').getByText('现场已核').waitFor();
      await supervisor.getByTestId('matter-facts').getByText('李静').first().waitFor();
    });

    it('holds a meeting over the whole screen: item by item, a task typed while they talk, its minutes, and the close', async () => {
      const { id } = await office.given(supervisor, '/api/meetings', {
        title: '十一月调度会',
        kind: 'scheduling',
        plannedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
        list: 'started-not-entered',
      });
      await office.given(supervisor, `/api/meetings/${id!}/commands/set-agenda`, {});
      await office.goTo(supervisor, `/matters/meetings/${id!}`);
      await supervisor.getByRole('button', { name: '会议模式', exact: true }).click();
      const room = supervisor.getByTestId('meeting-mode');
      await room.getByTestId('meeting-item').getByRole('heading', { name: '轴承项目' }).waitFor();
      await room.getByText('先记录会议召开').waitFor();
      await room.getByRole('button', { name: '记录召开' }).click();
      await field(supervisor, '参会人员').fill('王局');
      await supervisor.keyboard.press('Enter');
      await field(supervisor, '会议纪要').fill('逐个过堂');
      await submit(supervisor);
      await room.getByTestId('quick-task').waitFor();
      await pressUntil(supervisor, 'n', room.getByTestId('quick-task').locator('input:focus'));
      await supervisor.keyboard.type('月底前入库');
      await supervisor.keyboard.press('Enter');
      await room.getByTestId('quick-task').getByRole('alert').waitFor(); // nobody is named yet; what was typed stays
      await room.getByLabel('承办单位').click();
      await pick(supervisor, '招商一组');
      await room.getByLabel('完成期限').fill('2099-12-31');
      await room.getByRole('button', { name: /交\s*办/ }).click();
      await room.getByTestId('meeting-item').getByText('月底前入库').waitFor();
      await supervisor.keyboard.press('Escape');
      await supervisor.keyboard.press('Escape');
      await room.waitFor({ state: 'detached' });
      await office.given(clerk, `/api/meetings/${id!}/commands/complete-task`, { task: '1', text: '已入库' });
      await office.given(supervisor, `/api/meetings/${id!}/commands/confirm-task`, { task: '1' });
      await supervisor.reload();
      await supervisor
        .getByTestId('commands')
        .getByRole('button', { name: /办\s*结/ })
        .click();
      await submit(supervisor);
      await supervisor.locator('[data-testid=steps] .ant-steps-item-active').getByText('已办结').waitFor();
      await supervisor.getByTestId('matter-facts').getByText('逐个过堂').waitFor();
    });

    it('corrects the contract by choosing what is wrong and typing it as it is typed elsewhere; a second person approves it', async () => {
      await supervisor.goto(address);
      const signed = supervisor.getByTestId('history').getByRole('listitem').filter({ hasText: '签订正式合同' });
      await signed
        .getByRole('button', { name: /更\s*正/ })
        .first()
        .click();
      await dialog(supervisor)
        .getByRole('button', { name: /合同投资额/ })
        .click();
      await dialog(supervisor).getByText('原值：66,000 万元').waitFor();
      await field(supervisor, '合同投资额').fill('68000');
      await field(supervisor, '更正理由').fill('录入有误');
      await field(supervisor, '批准人').fill('@wang'); // somebody else, who may approve
      await supervisor.keyboard.press('Enter');
      await submit(supervisor);
      await supervisor.getByText('已送批准').first().waitFor();
      const leader = await office.signIn('wang', PASSWORD);
      await office.goTo(leader, '/matters/approvals');
      await leader.getByRole('link', { name: /更正记录/ }).click();
      await leader.getByText('录入有误').waitFor();
      for (const said of ['合同投资额', '68,000 万元']) await leader.getByText(said, { exact: true }).waitFor();
      await leader.getByRole('button', { name: /^批\s*准$/ }).click();
      await submit(leader);
      await leader.getByText('已批准').first().waitFor();
      await supervisor.goto(address);
      await recorded(supervisor, /合同投资额：66,000 万元 → 68,000 万元/);
      expect(office.problems).toEqual([]);
    });
  },
);
