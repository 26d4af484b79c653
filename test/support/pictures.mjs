// The pictures of the README, taken of an office that holds the sample: npm run pictures -- http://localhost:3000 USER PASSWORD
import { chromium } from 'playwright-core';

const [address, user, password] = process.argv.slice(2);
const LIST = '/lists/signed-not-started';
const PICTURES = {
  screenshot: LIST,
  cockpit: '/cockpit',
  ahead: '/forward',
  compare: `${LIST}/compare?before=2026-06-30`,
  map: '/regions?of=signed-not-started', // as a map where borders were imported, else as tiles
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ baseURL: address, locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
const picture = async (name) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000); // charts grow into place
  await page.screenshot({ path: `apps/web/${name}.png` });
};

await page.goto('/');
await page.getByLabel('用户名').fill(user);
await page.getByLabel('密码', { exact: true }).fill(password);
await page.getByRole('button', { name: /登\s*录/ }).click();
await page.getByRole('menu').first().waitFor();
for (const [name, place] of Object.entries(PICTURES)) {
  await page.goto(place);
  await picture(name);
}
await page.goto(LIST);
await page.locator('tbody a').first().click();
await picture('project');
await browser.close();
