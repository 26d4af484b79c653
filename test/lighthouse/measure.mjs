// Lighthouse over an office that holds the sample: npm run lighthouse -- http://localhost:3000 USER PASSWORD
// Prints a line a page for a desktop and for Lighthouse's slow telephone; ends with 1 where a page is not fully accessible.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [address, user, password] = process.argv.slice(2);
if (password === undefined) {
  process.stderr.write('usage: npm run lighthouse -- ADDRESS USER PASSWORD\n');
  process.exit(2);
}

// Lighthouse brings two hundred packages: only who measures installs them, in a folder that nothing else looks into.
const packages = join(import.meta.dirname, '../../node_modules/.cache/lighthouse');
mkdirSync(packages, { recursive: true });
for (const file of ['package.json', 'package-lock.json'])
  copyFileSync(join(import.meta.dirname, file), join(packages, file));
execFileSync('npm', ['ci', '--silent', '--prefix', packages], { stdio: 'inherit' });
const { default: lighthouse, desktopConfig } = await import(join(packages, 'node_modules/lighthouse/core/index.js'));

const PAGES = { cockpit: '/cockpit', list: '/lists/signed-not-started' };
const DEVICES = { desktop: desktopConfig, phone: undefined };
const ROUNDS = 3;

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

const signIn = async (page) => {
  await page.goto(address);
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await page.getByRole('menu').first().waitFor();
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const hundredths = (score) => Math.round(score * 100);

/** Scores of 100, each the median of the rounds; times in milliseconds. */
const measured = async (port, name, place, device) => {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const flags = { port, output: 'json', logLevel: 'error', disableStorageReset: true };
    const onlyCategories = ['performance', 'accessibility'];
    const { lhr } = await lighthouse(new URL(place, address).href, { ...flags, onlyCategories }, DEVICES[device]);
    if (new URL(lhr.finalDisplayedUrl).pathname !== place) throw new Error(`${place} led to ${lhr.finalDisplayedUrl}`);
    rounds.push({
      performance: hundredths(lhr.categories.performance.score),
      accessibility: hundredths(lhr.categories.accessibility.score),
      largestPaint: Math.round(lhr.audits['largest-contentful-paint'].numericValue),
      blocked: Math.round(lhr.audits['total-blocking-time'].numericValue),
    });
  }
  const middle = Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((one) => one[key]))]));
  process.stdout.write(`${JSON.stringify({ page: name, device, ...middle })}\n`);
  return middle.accessibility;
};

const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'luodi-lighthouse-'));
const browser = await chromium.launchPersistentContext(folder, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  locale: 'zh-CN',
  args: ['--no-sandbox', `--remote-debugging-port=${port}`],
});
try {
  const accessible = [];
  for (const device of Object.keys(DEVICES)) accessible.push(await measured(port, 'sign-in', '/', device));
  await signIn(browser.pages()[0]);
  for (const [name, place] of Object.entries(PAGES))
    for (const device of Object.keys(DEVICES)) accessible.push(await measured(port, name, place, device));
  process.exitCode = accessible.every((score) => score === 100) ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
