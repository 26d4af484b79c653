import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { soon } from '../support/soon.ts';

needs({ name: 'the audit room in a browser (test/journeys/audit.int.spec.ts)', file: BROWSER })(
  'an auditor’s day with the page',
  () => {
    let bureau: Office;
    let auditor: Page;

    beforeAll(async () => {
      bureau = await openOffice();
      const { administrator, employ, given, signIn } = bureau;
      await given(administrator, '/api/organisation/import', {
        rows: [{ row: 2, code: '01', name: '招商局', kind: '招商机构' }],
      });
      const { projectId } = await given(administrator, '/api/projects', { title: '轴承项目', code: 'Z-1', unit: '01' });
      await employ(administrator, {
        user: 'shen',
        name: '沈计',
        roles: ['auditor'],
        scope: 'all',
      });
      await bureau.goTo(administrator, `/projects/${projectId!}`); // a look, which the auditor will find
      await administrator.getByRole('heading', { name: /轴承项目/ }).waitFor();
      auditor = await signIn('shen', PASSWORD);
    }, 600_000);
    afterAll(() => bureau?.close());

    it('begins in the audit room, and has every record verified with the outcome in words', async () => {
      await auditor.getByRole('heading', { name: '审计', exact: true }).waitFor();
      await auditor.getByRole('button', { name: '核验全部记录' }).click();
      await auditor.getByTestId('verified').getByText('全部记录完好，没有被改动').waitFor();
      await auditor
        .getByTestId('verified')
        .getByText(/核验记录 [1-9]\d*/)
        .waitFor();
      await auditor.getByTestId('seals').getByText('封存次数').waitFor();
    });

    it('sees who looked at which project, by name and leading there', async () => {
      await auditor.getByRole('tab', { name: '谁看过什么' }).click();
      await auditor
        .getByTestId('looks')
        .getByRole('row', { name: /系统管理员.*项目/ })
        .first()
        .waitFor();
    });

    it('reads what was changed of rights and of the organisation, in words', async () => {
      await auditor.getByRole('tab', { name: '设置变更' }).click();
      const changes = auditor.getByTestId('setting-changes');
      await changes.getByText('开通账号').first().waitFor();
      await auditor.getByText('组织', { exact: true }).last().click();
      await changes
        .getByRole('row', { name: /招商局/ })
        .first()
        .waitFor();
      await soon(() => auditor.url(), expect.stringMatching(/tab=changes&of=organisation/));
    });

    it('is told that nothing is set aside, as good news; in English, too', async () => {
      await auditor.getByRole('tab', { name: '搁置的项目' }).click();
      await auditor.getByTestId('nothing-aside').getByText('没有搁置的项目').waitFor();
      await auditor.getByRole('button', { name: 'English' }).click();
      await auditor.getByText('Nothing is set aside').waitFor();
    });

    it('an administrator erases a person: looks first, types it once more, and nobody reads of them again', async () => {
      const { administrator, given, goTo } = bureau;
      const { projectId } = await given(administrator, '/api/projects', { title: '冷链项目', code: 'Z-2', unit: '01' });
      await given(administrator, `/api/projects/${projectId!}/commands/report-progress`, { text: '电话 13812345678' });
      await auditor.getByRole('tab', { name: 'Verification and seals' }).waitFor();
      expect(await auditor.getByRole('tab', { name: 'Erase a person' }).count()).toBe(0);
      await goTo(administrator, '/audit?tab=erase');
      const room = administrator.getByTestId('erasing');
      await room.getByLabel('姓名、电话、邮箱或编号').fill('13812345678');
      await room.getByRole('button', { name: '先查看' }).click();
      await room.getByRole('link', { name: '冷链项目' }).waitFor();
      await room.getByText('已发出的邮件').waitFor();
      await room.getByRole('button', { name: '删除所选的人…' }).click();
      const dialog = administrator.getByRole('dialog');
      await dialog.getByLabel('理由（永久保存，不要写姓名或号码）').fill('本人申请');
      await dialog.getByLabel('再输入一遍所查的姓名或号码').fill('13800000000');
      await dialog.getByRole('button', { name: '销毁密钥' }).click();
      await dialog.getByText('与所查内容不同').waitFor();
      await dialog.getByLabel('再输入一遍所查的姓名或号码').fill('13812345678');
      await dialog.getByRole('button', { name: '销毁密钥' }).click();
      await room.getByText('已删除').waitFor();
      await goTo(administrator, `/projects/${projectId!}`);
      await administrator.getByText('〔已按申请删除〕').first().waitFor();
    });

    it('is of no use to others: a clerk has neither the entry nor the answers', async () => {
      await bureau.employ(bureau.administrator, {
        user: 'sun',
        name: '孙可',
        roles: ['clerk'],
        scope: 'all',
      });
      const clerk = await bureau.signIn('sun', PASSWORD);
      await bureau.goTo(clerk, '/audit?tab=looks');
      await clerk.getByRole('heading', { level: 1, name: '审计：您没有这项权限' }).waitFor();
      expect(await clerk.getByRole('button', { name: '核验全部记录' }).count()).toBe(0);
      expect((await clerk.request.post(bureau.url('/api/audit/verify'), { data: {} })).status()).toBe(403);
      expect(bureau.problems).toEqual([]);
    });
  },
);
