import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { readConfig } from '#office';
import { startServer } from '../../apps/api/src/start.ts';
import { changeFirstPassword } from './first-password.ts';

export const BROWSER = '/usr/bin/chromium';
export const PASSWORD = 'River-boat-42';
const web = join(__dirname, '../../dist/web');

/** A bureau at work: the built server on a data folder of its own, and real browsers signed in to it. */
export interface Office {
  readonly url: (path: string) => string;
  /** A browser of its own with nobody signed in, in Chinese. */
  readonly open: () => Promise<Page>;
  readonly firstAdministrator: { readonly user: string; readonly password: string };
  /** Somebody at the page. */
  readonly signIn: (user: string, password: string) => Promise<Page>;
  readonly administrator: Page;
  /** Sends a command as the one who sits at the page; its answer. */
  readonly given: (page: Page, path: string, body: object) => Promise<Record<string, string>>;
  /** Goes to a page by the menu: the room, then its entry. */
  readonly walkTo: (page: Page, room: string, entry: string) => Promise<void>;
  readonly problems: readonly string[]; // errors that a page threw
  readonly close: () => Promise<void>;
}

/** `environment`: what its operator sets beside the defaults. */
export const openOffice = async (environment: Readonly<Record<string, string>> = {}): Promise<Office> => {
  if (!existsSync(join(web, 'index.html'))) throw new Error('the page is not built: npm run build');
  const data = mkdtempSync(join(tmpdir(), 'luodi-office-'));
  chmodSync(data, 0o755);
  const server = await startServer(
    readConfig({
      LUODI_DATA: data,
      LUODI_PORT: '0',
      LUODI_HOST: '127.0.0.1',
      LUODI_LOG_LEVEL: 'silent',
      LUODI_WEB: web,
      ...environment,
    }),
  );
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const problems: string[] = [];
  const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`;
  const open = async (): Promise<Page> => {
    const page = await (
      await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', viewport: { width: 1360, height: 900 } })
    ).newPage();
    page.on('pageerror', (error) => {
      problems.push(error.message);
    });
    page.setDefaultTimeout(20_000);
    return page;
  };
  const signIn = async (user: string, password: string): Promise<Page> => {
    const page = await open();
    await page.goto(url('/'));
    await page.getByLabel('用户名').fill(user);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByRole('button', { name: /退\s*出/ }).waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor(); // the page with which this person begins
    return page;
  };
  const firstAdministrator = await changeFirstPassword(url(''), server.firstAdministrator!);
  return {
    url,
    open,
    signIn,
    problems,
    firstAdministrator,
    administrator: await signIn(firstAdministrator.user, firstAdministrator.password),
    walkTo: async (page, room, entry) => {
      const chosen = page.getByRole('menuitem', { name: entry, exact: true });
      if (!(await chosen.isVisible())) await page.getByRole('menuitem', { name: room, exact: true }).click();
      await chosen.click();
    },
    given: async (page, path, body) => {
      const answer = await page.request.post(url(path), { data: body });
      if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()) as Record<string, string>;
    },
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
