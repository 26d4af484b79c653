import type { Locator, Page } from 'playwright-core';
import { soon } from './soon.ts';

/** Waits until a page that was gone to has all its parts: what is not there now is not going to come. */
export const complete = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await soon(() => page.locator('.ant-skeleton:visible, .ant-spin-spinning:visible').count(), 0);
};

/** The page is as wide as its screen, not wider. */
export const fits = (page: Page): Promise<void> =>
  soon(() => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'), 0);

/** What stands in the address behind the question mark. */
export const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** Takes what is offered under a field that was opened. */
export const pick = (page: Page, option: string | RegExp): Promise<void> =>
  page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click();

/** Types a day or a month and takes it from the calendar that opened; the key Enter would send the form, too. */
export const enterDay = async (page: Page, field: Locator, day: string): Promise<void> => {
  await field.fill(day);
  await page.locator('.ant-picker-dropdown:visible .ant-picker-cell-in-view').and(page.getByTitle(day)).click();
};

/** Presses a key until the page answers it: a page that has just come does not listen yet. `answer` is there before the key is pressed again. */
export const pressUntil = (page: Page, key: string, answer: Locator): Promise<void> =>
  soon(async () => {
    if ((await answer.count()) === 0) await page.keyboard.press(key);
    return answer.count();
  }, 1);
