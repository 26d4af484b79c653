import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { officeMigrations, readConfig, upToDate } from '#office';
import { startServer } from '../../apps/api/src/start.ts';
import { changeFirstPassword } from './first-password.ts';
import { freshDatabase } from './postgres.ts';

export const BROWSER = '/usr/bin/chromium';
export const PASSWORD = 'River-boat-42';
const web = join(__dirname, '../../dist/web');

/** A browser that is nothing but one: without a window's own pages, for its suggestions, each of which costs as much as opening ours. */
const BROWSER_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,AimEnabled,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding',
];

/** A bureau at work: the server on a database and a data folder of its own, the built page, and real browsers signed in to it. */
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
  /** An account, made by the one who sits at the page, whose holder has changed the first password to PASSWORD. */
  readonly employ: (page: Page, account: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Goes to an address once the lists know all that was recorded: a page that is opened before shows what was, and hears of nothing that came meanwhile. */
  readonly goTo: (page: Page, path: string) => Promise<void>;
  /** Goes to a page by the menu: the room, then its entry. */
  readonly walkTo: (page: Page, room: string, entry: string) => Promise<void>;
  readonly problems: readonly string[]; // errors that a page threw
  readonly close: () => Promise<void>;
}

/** `environment`: what its operator sets beside the defaults. */
export const openOffice = async (environment: Readonly<Record<string, string>> = {}): Promise<Office> => {
  if (!existsSync(join(web, 'index.html'))) throw new Error('the page is not built: npm run build');
  const data = mkdtempSync(join(tmpdir(), 'luodi-office-'));
  const database = await freshDatabase({ laid: officeMigrations });
  const server = await startServer(
    readConfig({
      LUODI_DATA: data,
      DATABASE_URL: database.url,
      LUODI_PORT: '0',
      LUODI_HOST: '127.0.0.1',
      LUODI_LOG_LEVEL: 'silent',
      LUODI_WEB: web,
      ...environment,
    }),
  );
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: BROWSER_ARGUMENTS,
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
    page.setDefaultTimeout(120_000); // ends only what hangs
    const slower = Number(process.env['JOURNEYS_SLOWER'] ?? 1); // a trial: the browser as on a machine so many times slower
    if (slower > 1)
      await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
    return page;
  };
  const given = async (page: Page, path: string, body: object): Promise<Record<string, string>> => {
    const answer = await page.request.post(url(path), { data: body });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const signIn = async (user: string, password: string): Promise<Page> => {
    const page = await open();
    await given(page, '/api/session', { user, password });
    await page.goto(url('/'));
    await page.getByRole('heading', { level: 1 }).first().waitFor(); // the page with which this person begins
    return page;
  };
  const firstAdministrator = await changeFirstPassword(url(''), server.firstAdministrator!);
  return {
    url,
    open,
    signIn,
    given,
    employ: async (page, account) => {
      const { password } = await given(page, '/api/accounts', account);
      await changeFirstPassword(url(''), { user: String(account['user']), password: password! });
    },
    problems,
    firstAdministrator,
    administrator: await signIn(firstAdministrator.user, firstAdministrator.password),
    goTo: async (page, path) => {
      await upToDate(server.office);
      await page.goto(url(path));
    },
    walkTo: async (page, room, entry) => {
      const chosen = page.getByRole('menuitem', { name: entry, exact: true });
      const closed = page.getByRole('menuitem', { name: room, exact: true, expanded: false });
      await chosen.or(closed).first().waitFor();
      if (await closed.isVisible()) await closed.click();
      await chosen.click();
    },
    close: async () => {
      await browser.close();
      await server.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
