import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, type Office } from '../support/office.ts';
import { complete, fits } from '../support/page.ts';
import { soon } from '../support/soon.ts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = readFileSync(join(__dirname, '../../apps/web/src/app/pages.ts'), 'utf8');
const CONTRAST = ['color-contrast']; // all that the dark can change
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What WCAG AA finds wrong on the page as it stands. */
const violationsOn = async (page: Page, rules: readonly string[] = RULES): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 160)}`),
  );
};

const looks = (page: Page): Promise<string> => page.evaluate<string>('document.documentElement.dataset.looks');

/** The page in these looks, as the system asks for them. */
const turn = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  await soon(() => looks(page), colorScheme);
};

needs({ name: 'how the page looks and reads (test/journeys/looks.int.spec.ts)', file: BROWSER })(
  'the page for every eye',
  () => {
    let office: Office;
    let page: Page;
    let project: string;
    let meeting: string;
    let issue: string;
    let imported: string;

    beforeAll(async () => {
      office = await openOffice();
      page = office.administrator;
      await office.given(page, '/api/organisation/import', {
        rows: [{ row: 2, code: '01', name: '招商局', kind: '招商机构' }],
      });
      project = (await office.given(page, '/api/projects', { title: '轴承项目', code: 'Z-1', unit: '01' }))[
        'projectId'
      ]!;
      await office.given(page, `/api/projects/${project}/commands/sign-contract`, {
        occurredOn: '2024-07-17',
        contracted: { amount: '660000000.00', currency: 'CNY' },
        agreedStart: '2024-10-17',
      });
      await office.given(page, '/api/boards', {
        board: { name: '龙虎榜', measures: [{ metric: 'signed', points: '40', full: '4' }] },
      });
      await office.given(page, '/api/definitions/drafts', {
        definition: { name: 'default', title: { zh: '默认口径', en: 'Default' }, contract: 'original' },
      });
      meeting = (
        await office.given(page, '/api/meetings', {
          title: '调度会',
          kind: 'scheduling',
          plannedOn: '2030-12-02',
          list: 'signed-not-started',
        })
      )['id']!;
      await office.given(page, `/api/meetings/${meeting}/commands/set-agenda`, {});
      issue = (await office.given(page, '/api/issues', { project, factor: 'land', text: '用地批复未下' }))['id']!;
      const { policies } = (await (await page.request.get(office.url('/api/policy'))).json()) as {
        policies: { policy: object }[];
      };
      await office.given(page, '/api/policy/drafts', { policy: { ...policies[0]!.policy, validFrom: undefined } });
      const ledger = {
        name: '台账.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('项目名称,签约日期\n阀门项目,去年\n'),
      };
      const sent = await page.request.post(office.url('/api/imports'), { multipart: { file: ledger, unit: '01' } });
      imported = ((await sent.json()) as { id: string }).id;
    }, 600_000);
    afterAll(() => office?.close());

    const PLACES = [
      '/lists/signed-not-started',
      '/lists/leads',
      '/lists/signed-not-started/compare?before=2024-07-01',
      '/projects/{project}',
      '/projects/{project}/compare?before=2024-07-01',
      '/projects/{project}?tab=funds',
      '/cockpit',
      '/today',
      '/board',
      '/timeline',
      '/regions',
      '/numbers/indicators?period=2024',
      '/numbers/structure?period=2024',
      '/numbers/course?period=2024',
      '/numbers/targets',
      '/numbers/boards?period=2024',
      '/layouts',
      '/definitions?period=2024',
      '/definitions?period=2024&draft=1',
      '/numbers/periods',
      '/numbers/reports?period=2024',
      '/numbers/reports?period=2024&template=edit',
      '/numbers/figures/signed-amount?period=2024',
      '/leader',
      '/leader?asOf=2024-08-01',
      '/matters/orders',
      '/matters/issues',
      '/matters/issues/{issue}',
      '/matters/approvals',
      '/matters/meetings/{meeting}',
      '/matters/meetings/{meeting}?mode=meeting',
      '/matters/scheduling-lists',
      '/matters/outreach-records',
      '/checklist?unit=01',
      '/forward',
      '/reminders',
      '/reminders?tab=queue',
      '/policy',
      '/policy/edit',
      '/policy/drafts/1',
      '/calendar',
      '/channels',
      '/inbox',
      '/inbox?view=singly',
      '/import',
      '/import/past',
      '/import/past/{imported}',
      '/audit',
      '/audit?tab=erase',
      '/accounts',
      '/organisation?unit=01',
      '/account',
      '/no-such-page',
    ];
    const addresses = PLACES.map((place) => place.replace(/\?.*/, ''));
    const written = [...PAGES.matchAll(/(?:path: |at\('\w+', )'(\/[^']+)'/g)].map(([, path]) => path!);
    // A page whose address tells nothing of what it shows is looked at as it stands; one that does is asked for by an address above.
    const plain = written.filter((path) => !path.includes(':') && !addresses.includes(path));

    it('every page is among them', () => {
      expect(written).toContain('/policy/drafts/:draft');
      expect(
        written.filter(
          (path) =>
            !plain.includes(path) &&
            !addresses.some((address) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(address)),
        ),
      ).toEqual([]);
    });

    it.each([...PLACES, ...plain])('can be read by everybody and fits a phone: %s', async (place) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      const ids: Readonly<Record<string, string>> = { project, meeting, issue, imported };
      await office.goTo(
        page,
        place.replace(/\{(\w+)\}/, (_, what: string) => ids[what]!),
      );
      await complete(page);
      await soon(() => page.getByRole('heading', { level: 1 }).count(), 1);
      await soon(() => violationsOn(page), []);
      await turn(page, 'dark');
      await soon(() => violationsOn(page, CONTRAST), []);
      await turn(page, 'light');
      await page.setViewportSize({ width: 390, height: 780 });
      await fits(page);
      await soon(() => violationsOn(page), []);
    });

    it('English, the longer language, is not cut off: the unit of money, funds on a phone', async () => {
      const cut = (part: string) => () =>
        page
          .locator(part)
          .first()
          .evaluate((one) => one.scrollWidth - one.clientWidth);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.evaluate("localStorage.setItem('luodi-language', 'en')");
      await office.goTo(page, '/lists/signed-not-started');
      await page.getByRole('button', { name: 'Register a lead' }).click();
      await soon(cut('.money-unit .ant-select-content'), 0);
      await page.setViewportSize({ width: 390, height: 780 });
      await office.goTo(page, `/projects/${project}?tab=funds`);
      await complete(page);
      await fits(page);
      await page.evaluate("localStorage.removeItem('luodi-language')");
    });

    it('a table of matters or of reminders is not pushed sideways on a phone, and says there why it is empty', async () => {
      await page.setViewportSize({ width: 390, height: 780 });
      for (const [place, about] of [
        ['/matters/issues', '问题'],
        ['/matters/approvals', '请批件'],
        ['/matters/outreach-records', '招商活动'],
        ['/reminders', '提醒台账'],
      ] as const) {
        await office.goTo(page, place);
        await complete(page);
        const table = page.getByRole('region', { name: about }).last();
        const hidden = (): Promise<number> => table.evaluate((one) => one.scrollWidth - one.clientWidth);
        await soon(async () => [place, await hidden()], [place, 0]);
      }
    });

    it('what decides stands within the screen at 1440: colour, project, where it is stuck, what is next', async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await office.goTo(page, '/lists/signed-not-started');
      const headings = page.getByRole('columnheader');
      await soon(
        async () => (await headings.allInnerTexts()).filter((text) => text !== '').slice(0, 4),
        ['颜色', '项目名称', '卡在哪', '下一步'],
      );
      await page.getByRole('link', { name: '轴承项目' }).click();
      await page
        .getByTestId('why-sentence')
        .getByText(/红色：\S+ \d{4}-\d\d-\d\d 逾期 \d+ 天（\d{4}-\d\d-\d\d 起红）/)
        .waitFor();
    });

    it('its dialogs can be read in the light and in the dark, and the dark can be switched', async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await office.goTo(page, `/projects/${project}`);
      const openings = [
        () => page.getByRole('button', { name: '填报进展' }).click(),
        () => page.keyboard.press('Control+k'),
      ];
      for (const open of openings) {
        await open();
        await page.getByRole('dialog').waitFor();
        for (const colorScheme of ['dark', 'light'] as const) {
          await turn(page, colorScheme);
          await soon(() => violationsOn(page), []);
        }
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      await page.getByRole('button', { name: /深\s*色/ }).click();
      await soon(() => looks(page), 'dark');
      await page.reload();
      await page.getByRole('button', { name: /浅\s*色/ }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await soon(() => looks(page), 'light'); // paper is
      await page.emulateMedia({ media: 'screen' });
      await soon(() => looks(page), 'dark');
      await page.getByRole('button', { name: /浅\s*色/ }).click();
      await soon(() => looks(page), 'light');
    });

    it('the menu fits a laptop without scrolling, and every page can be reached by the keyboard', async () => {
      await page.setViewportSize({ width: 1440, height: 720 });
      await office.goTo(page, '/lists/leads');
      // The menu stands beside the content, not above it.
      await soon(async () => {
        const content = await page.locator('#content').boundingBox();
        const side = await page.locator('.side').boundingBox();
        return content && side && [content.x >= side.x + side.width, content.y - side.y];
      }, [true, 0]);
      await page.setViewportSize({ width: 1440, height: 720 });
      await office.goTo(page, '/lists/signed-not-started');
      await complete(page);
      const menu = page.getByRole('navigation', { name: '菜单' });
      await soon(async () => {
        const box = await menu.boundingBox();
        return box && box.y + box.height <= 720;
      }, true);
      await page.keyboard.press('Tab');
      await soon(() => page.evaluate<string>('document.activeElement.textContent'), '跳到正文');
      expect(office.problems).toEqual([]);
    });
  },
);
