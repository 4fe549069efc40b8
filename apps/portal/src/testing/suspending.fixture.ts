import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Finds an account by its address, suspends it and ends that, as an administrator without scripts does in a window of that width. */
export async function suspendForAWeek(page: Page, origin: string, email: string, width: number): Promise<void> {
  const send = (form: string) => page.click(`#${form} button[type=submit]`);
  const main = () => page.innerText('main');
  await page.goto(`${origin}/office/accounts`);
  await page.fill('#find-email', email.toUpperCase());
  await send('find');
  expect(await main()).toContain(email);
  await page.fill('#suspend-days', 'a week');
  await page.fill('#suspend-reason', 'Insults');
  await send('suspend');
  expect(await page.innerText('.ds-error-summary')).toContain('Enter a whole number of days');
  expect(await page.inputValue('#suspend-reason')).toBe('Insults');
  await page.fill('#suspend-days', '7');
  await send('suspend');
  expect(await main()).toContain('suspended until');
  await page.fill('#lift-reason', 'It was a test.');
  await send('lift');
  expect(await main()).toContain('Suspend the account');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
}
