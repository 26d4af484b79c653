import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readConfig } from '../../apps/api/src/config.ts';
import { startServer, type Running } from '../../apps/api/src/start.ts';
import { needs } from '../support/left-out.ts';

const BROWSER = '/usr/bin/chromium';
const root = join(__dirname, '../..');

needs({ name: 'the page in a browser (test/journeys/first-page.int.spec.ts)', file: BROWSER })('a clerk’s first hour with the page', () => {
  let server: Running;
  let browser: Browser;
  let page: Page;
  const data = mkdtempSync(join(tmpdir(), 'luodi-journey-'));
  const problems: string[] = [];

  beforeAll(async () => {
    if (!existsSync(join(root, 'dist/web/index.html'))) throw new Error('the page is not built: npm run build');
    chmodSync(data, 0o755);
    server = await startServer(readConfig({ LUODI_DATA: data, LUODI_PORT: '0', LUODI_HOST: '127.0.0.1', LUODI_LOG_LEVEL: 'silent', LUODI_WEB: join(root, 'dist/web') }));
    browser = await chromium.launch({ executablePath: BROWSER, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce', viewport: { width: 1360, height: 900 } });
    page.on('pageerror', (error) => { problems.push(error.message); });
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
  });
  const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

  it('refuses a wrong password in words and lets the right one in', async () => {
    await page.goto(url('/'));
    await page.getByLabel('用户名').fill(server.firstAdministrator!.user);
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('密码').fill(server.firstAdministrator!.password);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByText('还没有项目').waitFor();
  });

  it('tries a ledger first, then imports it, and is told of a repetition', async () => {
    await page.goto(url('/import'));
    await page.locator('input[type=file]').setInputFiles(join(root, 'test/acceptance/sample-backlog.xlsx'));
    await page.getByText('试导入完成，尚未写入').waitFor();
    await page.getByText('签约项目清单').first().waitFor();
    await page.getByTestId('apply').click();
    await page.getByText('导入完成').waitFor();
    await page.getByRole('button', { name: '换一个文件' }).click();
    await page.locator('input[type=file]').setInputFiles(join(root, 'test/acceptance/sample-backlog.xlsx'));
    await page.getByText('这个文件已经导入过').waitFor();
  });

  it('sees the backlog of a past day with its colours, and filters it', async () => {
    await page.goto(url('/lists/signed-not-started?asOf=2022-12-31'));
    await page.getByText('共 36 个项目').waitFor();
    for (const [colour, text] of [['red', '红 18'], ['orange', '橙 4'], ['yellow', '黄 5'], ['blue', '蓝 2'], ['green', '绿 7']] as const)
      expect((await page.getByTestId(`colour-${colour}`).innerText()).trim()).toBe(text);
    await page.getByText('您正在查看过去的情况').waitFor();
    await page.getByTestId('colour-orange').click();
    await page.getByText('共 4 个项目').waitFor();
  });

  it('asks a red project why, reports progress, and finds it in the history', async () => {
    await page.goto(url('/lists/signed-not-started'));
    await page.getByRole('link', { name: '榆镕峣贴片电感扩产技改工程' }).click();
    await page.getByTestId('clock-agreed-start').getByText('2020-08-31').waitFor();
    await page.getByTestId('commands').getByRole('button', { name: /进展/ }).first().click();
    await page.getByRole('dialog').getByLabel('进展', { exact: true }).fill('土地平整完成');
    await page.getByRole('dialog').getByRole('button', { name: /提\s*交/ }).click();
    await page.getByTestId('history').getByText('土地平整完成').waitFor();
  });

  it('is told what is wrong with a field, and loses nothing', async () => {
    await page.getByTestId('commands').getByRole('button', { name: /终止/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: /提\s*交/ }).click();
    await page.getByRole('dialog').getByText('必填').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: /取\s*消/ }).click();
  });

  it('speaks English where asked', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Why this colour').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(problems).toEqual([]);
  });
});
