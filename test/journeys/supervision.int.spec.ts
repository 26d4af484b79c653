import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { complete, enterDay, fits, pick, pressUntil } from '../support/page.ts';
import { soon } from '../support/soon.ts';

needs({ name: 'supervision in a browser (test/journeys/supervision.int.spec.ts)', file: BROWSER })(
  'a supervision office’s day with the page',
  () => {
    let bureau: Office;
    let office: Page;
    let visitor: Page;
    let project: string;
    const given: Office['given'] = (page, path, body) => bureau.given(page, path, body);
    const allowed = (page: Page) => page.getByTestId('commands');
    const choose = async (page: Page, label: string, option: string): Promise<void> => {
      await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
      await pick(page, option);
    };
    const submit = (page: Page) =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: /提\s*交/ })
        .click();
    const notices = () => office.getByTestId('inbox').locator('li');
    /** Looks into the inbox until a notice has come. */
    const toldOf = (what: string): Promise<void> =>
      soon(async () => {
        await bureau.goTo(office, '/inbox?view=singly');
        await complete(office);
        return (await notices().allInnerTexts()).some((notice) => notice.includes(what));
      }, true);
    const standsAt = (page: Page, state: string) =>
      page.locator('[data-testid=steps] .ant-steps-item-active').getByText(state).waitFor();

    beforeAll(async () => {
      bureau = await openOffice();
      const { administrator, signIn } = bureau;
      await given(administrator, '/api/organisation/import', {
        rows: [
          { row: 2, code: '01', name: '招商局', kind: '招商机构' },
          { row: 3, code: '0101', name: '招商一组', kind: '任务单位', parent: '01' },
        ],
      });
      for (const [user, name] of [
        ['zhao', '赵敏'],
        ['qian', '钱进'],
      ])
        await bureau.employ(administrator, {
          user,
          name,
          roles: ['supervisor'],
          scope: 'all',
        });
      office = await signIn('zhao', PASSWORD);
      visitor = await signIn('qian', PASSWORD);
    });
    afterAll(() => bureau?.close());

    it('is told what will come into an empty inbox', async () => {
      await office.getByRole('link', { name: '我的提醒 0' }).click();
      await office.getByText('临近到期、到期、逾期和升级的提醒会送到这里').waitFor();
    });

    it('raises an issue on a project’s page', async () => {
      project = (await given(office, '/api/projects', { title: '轴承项目', code: 'Z-1', unit: '0101' }))['projectId']!;
      await bureau.goTo(office, `/projects/${project}`);
      await office.getByRole('tab', { name: '督办件与问题' }).click();
      await office.getByRole('button', { name: '提出问题' }).click();
      await submit(office);
      await office.getByRole('dialog').getByText('必填').first().waitFor(); // nothing is sent half filled in
      await choose(office, '要素类别', '用地');
      await office.getByRole('dialog').getByLabel('问题描述').fill('用地批复未下');
      await submit(office);
      await office.getByRole('heading', { name: '轴承项目：用地批复未下' }).waitFor();
      await standsAt(office, '待交办');
    });

    it('assigns it to a unit by name and gets the date by which it must be resolved', async () => {
      await allowed(office)
        .getByRole('button', { name: /交\s*办/ })
        .click();
      await choose(office, '承办单位', '招商一组');
      await submit(office);
      await standsAt(office, '办理中');
      const facts = office.getByTestId('matter-facts');
      await facts.getByText('招商一组').waitFor();
      await facts.getByText(/还有 \d+ 天/).waitFor(); // five working days: how many days that is depends on the day of the run
    });

    it('is told when somebody else was faster, loads the newest state, and loses nothing', async () => {
      await visitor.goto(office.url());
      await allowed(visitor)
        .getByRole('button', { name: /提\s*级/ })
        .click();
      await choose(visitor, '提级至', '县区');
      await visitor.getByRole('dialog').getByLabel('提级理由').fill('需县级协调');
      const issue = `/api/issues/${office.url().split('/').at(-1)!}`;
      await given(office, `${issue}/commands/assign-issue`, { people: ['周明'] });
      // Back from another window, the page loads what is new behind the form: who fills in the form has not seen it.
      const loaded = visitor.waitForResponse((answer) => answer.url().endsWith(issue));
      await visitor.evaluate(
        `Date.now = ((now) => () => now() + 60000)(Date.now); window.dispatchEvent(new Event('visibilitychange'))`,
      );
      await loaded;
      await submit(visitor);
      await visitor.getByText('这一事项刚刚被别人更新').waitFor();
      await visitor.getByRole('button', { name: '载入最新' }).click();
      await visitor.getByText('已载入最新内容').waitFor();
      await submit(visitor);
      await visitor.getByTestId('matter-facts').getByText('层级变化').waitFor();
      await visitor.getByTestId('matter-facts').getByText('需县级协调').waitFor();
    });

    it('resolves it, but does not visit its own resolution: another person does, and closes it off', async () => {
      await office.reload();
      await allowed(office).getByRole('button', { name: '报告解决' }).click();
      await office.getByRole('dialog').getByLabel('解决情况').fill('批复已取得');
      await submit(office);
      await standsAt(office, '待回访');
      await allowed(office)
        .getByRole('button', { name: /重新办理/ })
        .waitFor();
      expect(
        await allowed(office)
          .getByRole('button', { name: /回\s*访/ })
          .count(),
      ).toBe(0);

      await visitor.reload();
      await allowed(visitor)
        .getByRole('button', { name: /回\s*访/ })
        .click();
      await visitor.getByRole('dialog').getByRole('radio', { name: '满意', exact: true }).click();
      await visitor.getByRole('dialog').getByLabel('回访情况').fill('企业已进场');
      await submit(visitor);
      await standsAt(visitor, '已回访');
      await allowed(visitor)
        .getByRole('button', { name: /销\s*号/ })
        .click();
      await submit(visitor);
      await standsAt(visitor, '已销号');
      await visitor.getByTestId('matter-facts').getByText('企业满意').waitFor();
      await bureau.goTo(visitor, '/matters/issues?open=false');
      await visitor.getByRole('link', { name: '轴承项目：用地批复未下' }).waitFor();
    });

    it('issues an order at the desk, with the project found by its code and the number given by the register', async () => {
      await bureau.goTo(office, '/matters/orders');
      await office.getByRole('button', { name: '发出督办件' }).click();
      const found = office.getByRole('dialog').getByLabel('项目', { exact: true });
      await found.click();
      await found.fill('Z-1');
      await pick(office, '轴承项目');
      await choose(office, '承办单位', '招商一组');
      await office.getByRole('dialog').getByLabel('督办事由').fill('桩基未进场');
      await submit(office);
      await office.getByRole('heading', { name: /督办〔\d{4}〕1号 轴承项目：桩基未进场/ }).waitFor();
      await standsAt(office, '待签收');
      await allowed(office)
        .getByRole('button', { name: /撤\s*回/ })
        .waitFor();
      expect(
        await allowed(office)
          .getByRole('button', { name: /签\s*收|回\s*复/ })
          .count(),
      ).toBe(0); // who issued it does not answer it
    });

    it('finds the order on the project’s page and its checklist told by the project’s own events', async () => {
      await bureau.goTo(office, `/projects/${project}?tab=matters`);
      await office.getByTestId('project-orders').getByText('桩基未进场').waitFor();
      await office.getByRole('tab', { name: '督办清单' }).click();
      await office.getByTestId('checklist').getByText('线索签收').waitFor();
    });

    it('answers from the keyboard the notice that was walked to, whatever arrives meanwhile, and can prove it was told', async () => {
      const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
      await given(office, '/api/orders', { project, unit: '0101', rule: '逾期未回复的督办件', occurredOn: day(40) }); // its reply was due weeks ago: the office is told
      await toldOf('督办回复');
      const chosen = office.locator('.chosen-card');
      await pressUntil(office, 'j', chosen);
      const notice = await chosen.innerText();
      await given(office, '/api/orders', { project, unit: '0101', rule: '塔吊未备案', occurredOn: day(40) });
      await office.getByTestId('inbox').getByText('塔吊未备案').first().waitFor();
      expect(await chosen.innerText()).toBe(notice);
      await office.keyboard.press('a');
      await soon(async () => (await notices().allInnerTexts()).includes(notice), false);
      await bureau.goTo(office, `/reminders?outcome=acknowledged&from=${day(60)}`);
      await office.getByRole('button', { name: '告知凭据' }).click();
      const proof = office.getByTestId('proof');
      await proof.getByText('赵敏').first().waitFor(); // the person, not the login
      await proof.getByText('发出提醒').waitFor();
      await proof
        .getByText(/记录指纹 [0-9a-f]{16}/)
        .first()
        .waitFor();
    });

    it('acknowledges all notices shown after saying how many', async () => {
      const issued = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
      await office.route('**/api/live', (route) => route.abort()); // nothing moves while they are counted
      for (const rule of ['围挡未完成', '用电未报装'])
        await given(office, '/api/orders', { project, unit: '0101', rule, occurredOn: issued });
      await toldOf('用电未报装');
      const shown = await notices().allInnerTexts();
      await office.getByRole('button', { name: `签收所列全部（${shown.length}）` }).click();
      await office.getByRole('dialog', { name: `签收所列 ${shown.length} 条提醒？` }).waitFor();
      await office
        .getByRole('dialog')
        .getByRole('button', { name: /签\s*收/ })
        .click();
      await soon(async () => (await notices().allInnerTexts()).filter((notice) => shown.includes(notice)), []);
      await office.unroute('**/api/live');
    });

    it('chooses a leader from those who answer for projects', async () => {
      await given(office, `/api/projects/${project}/commands/assign-owner`, { unit: '0101', leader: '王领导' });
      await bureau.goTo(office, '/leader');
      await office.getByText('您本人没有包保项目。请选择要查看的领导：').waitFor();
      await office.getByTestId('leaders').getByRole('button', { name: '王领导（1）' }).click();
      await office.getByRole('heading', { name: '领导视图 · 王领导' }).waitFor();
    });

    it('moves a meeting to another day and then calls it off: it stays listed, with the reason', async () => {
      const { id } = await given(office, '/api/meetings', {
        title: '十月调度会',
        kind: 'scheduling',
        plannedOn: '2099-10-15',
        list: 'signed-not-started',
      });
      await bureau.goTo(office, `/matters/meetings/${id!}`);
      await allowed(office)
        .getByRole('button', { name: /改\s*期/ })
        .click();
      await enterDay(office, office.getByRole('dialog').getByLabel('改为哪天召开'), '2099-10-22');
      await office.getByRole('dialog').getByLabel('改期原因').fill('领导出差');
      await submit(office);
      await office.getByTestId('matter-facts').getByText('2099-10-15 → 2099-10-22 领导出差').waitFor();
      await allowed(office).getByRole('button', { name: '取消会议' }).click();
      await office.getByRole('dialog').getByLabel('取消原因').fill('防汛');
      await submit(office);
      await office.getByRole('alert').getByText('已取消').waitFor();
      await office.getByTestId('matter-facts').getByText('防汛').waitFor();
      await allowed(office).getByText('现在没有您可以办理的事项。').waitFor();
      await bureau.goTo(office, '/matters/meetings?open=false');
      await office.getByRole('row', { name: /十月调度会.*已取消/ }).waitFor();
      await office.getByRole('button', { name: '召集会议' }).click();
      await choose(office, '上次会议', '十月调度会');
    });

    it('narrows the issue ledger to a level', async () => {
      for (const [text, level] of [
        ['县级协调用能', 'district'],
        ['市级协调指标', 'city'],
      ])
        await given(office, '/api/issues', { project, factor: 'land', text, level });
      await bureau.goTo(office, '/matters/issues');
      await office.getByRole('link', { name: '县级协调用能' }).waitFor();
      await office.getByLabel('层级', { exact: true }).click();
      await pick(office, '市级');
      await office.getByRole('link', { name: '县级协调用能' }).waitFor({ state: 'detached' });
      await office.getByRole('link', { name: '市级协调指标' }).waitFor();
      await soon(() => office.url(), expect.stringMatching(/level=city/));
    });

    it('finds an issue by a word of it, and shows apart what is late', async () => {
      await bureau.goTo(office, '/matters/issues');
      await office.getByRole('link', { name: '县级协调用能' }).waitFor();
      await office.getByLabel('查找文号、标题、责任人').fill('用能');
      await office.keyboard.press('Enter');
      await office.getByRole('link', { name: '市级协调指标' }).waitFor({ state: 'detached' });
      await office.getByRole('link', { name: '县级协调用能' }).waitFor();
      await bureau.goTo(office, '/matters/orders');
      await office.getByRole('link', { name: /桩基未进场/ }).waitFor();
      await office.getByText('已逾期', { exact: true }).click();
      await office.getByRole('link', { name: /桩基未进场/ }).waitFor({ state: 'detached' });
      await office.getByRole('link', { name: /逾期未回复的督办件/ }).waitFor();
    });

    it('speaks English on every supervision page, without a code left over', async () => {
      await bureau.goTo(office, '/matters/orders');
      await office.getByRole('button', { name: 'English' }).click();
      await office.getByRole('heading', { name: 'Order desk' }).waitFor();
      await office
        .getByRole('row', { name: /Issued/ })
        .first()
        .waitFor();
      for (const [path, heading] of [
        ['/inbox', 'Inbox'],
        ['/leader', 'Leader view'],
        ['/matters/meetings', 'Meetings'],
        ['/matters/scheduling-lists', 'Scheduling lists'],
        ['/checklist', 'Checklist'],
        ['/reminders', 'Reminder ledger'],
      ] as const) {
        await bureau.goTo(office, path);
        await office.getByRole('heading', { name: heading }).waitFor();
        await complete(office);
        await soon(
          () => office.getByRole('main').innerText(),
          expect.not.stringMatching(/near-due|lead-response|order-reply|owner-unit|supervision-office/),
        );
      }
      await office.getByTestId('watch').getByText('Self-check').waitFor();
    });

    it('fits a phone: no page is wider than the screen', async () => {
      await office.setViewportSize({ width: 375, height: 720 });
      for (const path of [
        '/inbox',
        '/matters/orders',
        '/matters/issues',
        '/leader',
        '/checklist?unit=0101',
        '/reminders',
        `/projects/${project}?tab=checklist`,
      ]) {
        await bureau.goTo(office, path);
        await complete(office);
        await fits(office);
      }
      expect(bureau.problems).toEqual([]);
    });
  },
);
