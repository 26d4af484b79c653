import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needs } from '../support/left-out.ts';
import { BROWSER, openOffice, type Office } from '../support/office.ts';
import { asked, complete } from '../support/page.ts';
import { soon } from '../support/soon.ts';

const SAMPLE = join(__dirname, '../acceptance/sample-backlog.xlsx');
const DAY = 'asOf=2022-12-31';

needs({ name: 'the cockpit in a browser (test/journeys/cockpit.int.spec.ts)', file: BROWSER })(
  'a leader’s three minutes with the cockpit',
  () => {
    let office: Office;
    let page: Page;

    beforeAll(async () => {
      office = await openOffice();
      page = office.administrator;
    }, 600_000);
    afterAll(() => office?.close());

    it('says what to do where nothing was ever entered', async () => {
      await office.goTo(page, '/cockpit');
      await page.getByTestId('nothing-yet').getByRole('link', { name: '导入台账' }).waitFor();
      await office.goTo(page, '/import');
      await page.locator('input[type=file]').setInputFiles(SAMPLE);
      await page.getByTestId('apply').click();
      await page.getByText('导入完成').waitFor();
    }, 600_000);

    it('a colour of the past day opens the projects that it counts, as of that day', async () => {
      await office.goTo(page, `/cockpit?${DAY}`);
      const red = page.getByTestId('live-red');
      const count = (await red.locator('strong').innerText()).trim();
      expect(Number(count)).toBeGreaterThan(0);
      await red.click();
      await page.getByRole('heading', { level: 1, name: '在办项目' }).waitFor();
      await page.getByText(`共 ${count} 个项目`).waitFor();
      await soon(() => asked(page, 'asOf'), '2022-12-31');
    });

    needs({ name: 'titles of a printed list (test/journeys/cockpit.int.spec.ts)', file: '/usr/bin/pdftotext' })(
      '',
      () => {
        it('a printed list has its titles at the head of every page', async () => {
          await office.goTo(page, `/lists/signed-not-started?${DAY}`);
          await complete(page);
          const input = await page.pdf({ width: '1200px', height: '600px' });
          const paper = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
          const [first, second, ...others] = paper.split('\f');
          expect(others.length).toBeGreaterThan(0);
          expect(first).toContain('项目名称');
          expect(second).toContain('项目名称');
        });
      },
    );

    it('the day goes along wherever one walks, and is walked through step by step', async () => {
      await office.goTo(page, `/lists/signed-not-started?${DAY}`);
      const day = (): string | null => asked(page, 'asOf');
      await page.locator('tbody').getByRole('link').first().click();
      await page.getByTestId('why-sentence').waitFor();
      await soon(day, '2022-12-31');
      await page.getByText('有记录的日子', { exact: true }).click();
      await page.getByRole('button', { name: /往前/ }).click();
      await page.waitForURL((address) => address.searchParams.get('asOf')! < '2022-12-31');
      const earlier = day()!;
      await page.getByText('月末', { exact: true }).click();
      await page.getByRole('button', { name: /逐步播放/ }).click();
      await page.waitForURL((address) => (address.searchParams.get('asOf') ?? '9') > earlier);
      await page.getByRole('button', { name: /暂停/ }).click();
      await page
        .getByRole('navigation', { name: '菜单' })
        .getByRole('link', { name: '驾驶舱' })
        .or(page.locator('.bell'))
        .first()
        .click();
      await soon(() => new URL(page.url()).pathname, expect.not.stringContaining('/projects/'));
      await page.getByRole('link', { name: '首页' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(day()! >= earlier).toBe(true);
      await page.getByText('您正在查看过去的情况').or(page.getByText('本页只有当前情况')).first().waitFor();
    });

    it('a chart shows the same as its table, and a number of the table opens its list', async () => {
      await office.goTo(page, `/cockpit?${DAY}`);
      const ages = page.getByTestId('backlog-ages');
      await ages.getByRole('img', { name: /不满 3 个月/ }).waitFor();
      await ages.getByText('表', { exact: true }).click();
      const row = ages.getByRole('row', { name: /12–24 个月/ });
      const red = (await row.getByRole('link').first().innerText()).trim();
      expect(Number(red)).toBeGreaterThan(0);
      await row.getByRole('link').first().click();
      await page.getByRole('heading', { level: 1, name: '签约未开工' }).waitFor();
      await page.getByText(`共 ${red} 个项目`).waitFor();
      await page.getByTestId('where').getByText('签约日期 不晚于 2021-12-31').waitFor();
      await page
        .getByRole('button', { name: '清除筛选' })
        .or(page.getByTestId('where').getByRole('button'))
        .first()
        .click();
      await page.getByTestId('where').getByText('签约日期 不晚于 2021-12-31').waitFor({ state: 'hidden' });
    });

    it.each(['', `?${DAY}`])('every number opens a list of as many projects%s', async (day) => {
      await page.goto(office.url(`/cockpit${day}`));
      const cockpit = page.getByTestId('cockpit');
      await cockpit.getByTestId('live-red').waitFor();
      await complete(page);
      for (const table of await cockpit.getByText('表', { exact: true }).all()) await table.click();
      const links = await cockpit
        .locator('a[href^="/lists/"]')
        .evaluateAll((all) =>
          all.map((link) => [link.getAttribute('href')!, (link.querySelector('strong') ?? link).textContent] as const),
        );
      const wrong: unknown[] = [];
      for (const [href, text] of links) {
        const answer = await page.request.get(office.url(`/api${href}${href.includes('?') ? '&' : '?'}limit=1`));
        const { total, asOf } = (await answer.json()) as { total: number; asOf: string };
        if (total !== Number(/\d+/.exec(text)![0]) || (day !== '' && asOf !== '2022-12-31'))
          wrong.push([href, text, total]);
      }
      expect(wrong).toEqual([]);
      expect(links.length).toBeGreaterThan(60);
    });

    it('a chart below the screen is drawn when one comes near it, or prints', async () => {
      await page.setViewportSize({ width: 1360, height: 300 });
      await office.goTo(page, `/cockpit?${DAY}`);
      await complete(page);
      const drawn = () => page.getByTestId('months').locator('svg').count();
      expect(await drawn()).toBe(0);
      await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
      await soon(drawn, 1);
      await office.goTo(page, `/cockpit?${DAY}`);
      await complete(page);
      await page.getByTestId('months').scrollIntoViewIfNeeded();
      await soon(drawn, 1);
      await page.setViewportSize({ width: 1360, height: 900 });
    });

    it('the borders that an administrator imports become a map whose regions open their projects, and can be taken away', async () => {
      const square = (x: number) => ({
        type: 'Polygon',
        coordinates: [
          [
            [x, 30],
            [x + 0.1, 30],
            [x + 0.1, 30.1],
            [x, 30.1],
            [x, 30],
          ],
        ],
      });
      await page.goto(office.url(`/regions?of=signed-not-started&${DAY}`));
      const tile = page.getByTestId('region-tiles').getByRole('link').first();
      const name = await tile.locator('.tile-name').innerText();
      const count = (await tile.locator('strong').innerText()).trim();
      const features = [name, '未用之地'].map((region, n) => ({
        type: 'Feature',
        properties: { name: region },
        geometry: square(120 + n),
      }));
      const chosen = page.getByTestId('borders-tools').locator('input[type=file]');
      const file = (text: string) => ({
        name: '边界.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await chosen.setInputFiles(file('{}'));
      await page.getByText('这不是 GeoJSON 文件').waitFor();
      await chosen.setInputFiles(file(JSON.stringify({ type: 'FeatureCollection', features })));
      const map = page.getByTestId('region-map');
      await map.getByText('未用之地').waitFor();
      await page.getByTestId('regions').getByRole('row', { name }).getByRole('link', { name: count }).first().waitFor();
      await map.getByRole('link', { name: `${name} ${count}` }).click();
      await page.getByText(`共 ${count} 个项目`).waitFor();
      await page.goBack();
      await page.getByRole('button', { name: '移除边界' }).click();
      await page.getByRole('button', { name: /确\s*定/ }).click();
      await page.getByTestId('region-tiles').waitFor();
    });

    it('a region opens the projects that its tile counts', async () => {
      await office.goTo(page, `/regions?of=signed-not-started&${DAY}`);
      const tile = page.getByTestId('region-tiles').getByRole('link').first();
      const count = (await tile.locator('strong').innerText()).trim();
      await page.getByTestId('regions').getByText('表', { exact: true }).click();
      await soon(async () => (await page.getByTestId('regions').getByRole('link').first().innerText()).trim(), count);
      await tile.click();
      await page.getByText(`共 ${count} 个项目`).waitFor();
    });

    it('a month of the trend opens the figure, and the figure its projects', async () => {
      await office.goTo(page, `/cockpit?${DAY}`);
      const months = page.getByTestId('months');
      await months.getByText('表', { exact: true }).click();
      const signed = months.getByRole('row').filter({ hasText: '亿元' }).last().getByRole('link').first();
      const amount = await signed.innerText();
      await signed.click();
      await page.getByRole('heading', { level: 1, name: /签约额/ }).waitFor();
      await page.getByTestId('figure').getByText(amount).first().waitFor();
      await page.getByTestId('figure').getByRole('rowheader').first().waitFor();
    });

    it('the wall says of when its data is, and Esc leads back', async () => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await office.goTo(page, '/cockpit');
      await page.getByRole('button', { name: /大\s*屏/ }).click();
      const wall = page.getByTestId('wall');
      await wall
        .getByTestId('wall-time')
        .getByText(/数据时间 \d{4}-\d\d-\d\d \d\d:\d\d/)
        .waitFor();
      await soon(
        () => page.evaluate<boolean>('document.querySelector(".wall").scrollHeight <= window.innerHeight'),
        true,
      );
      await page.getByRole('button', { name: '退出大屏' }).click();
      await wall.waitFor({ state: 'hidden' });
      await soon(() => asked(page, 'wall'), null);
      expect(office.problems).toEqual([]);
    });
  },
);
