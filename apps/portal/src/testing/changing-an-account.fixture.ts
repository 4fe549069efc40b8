import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { untilShown } from './browser.fixture';

interface Holder {
  readonly email: string;
  readonly password: string;
}

/** Follows the link that "A person" got, and gives a wrong password first. */
export async function confirmFromMailbox(page: Page, origin: string, { email, password }: Holder): Promise<void> {
  const open = (path: string) => page.goto(origin + path);
  const send = (form: string) => page.click(`#${form} button[type=submit]`);
  const main = () => page.innerText('main');
  await expect(untilShown(page, () => open('/mailbox'), `article:has-text("${email}") a`)).resolves.toBe(true);
  await page.click(`article:has-text("${email}") a`);
  expect(await main()).toContain(`with the address ${email} and the name “A person”`);
  await page.fill('#confirm-password', 'not the password');
  await send('confirm');
  expect(await page.innerText('#confirm .ds-error-summary')).toContain('The password is not right');
  await page.fill('#confirm-password', password);
  await send('confirm');
  expect(await main()).toContain('Your address is confirmed');
}

/** What the holder of an account changes, signed in on this page; the password is the same afterwards. */
export async function changeAndForget(page: Page, origin: string, { email, password }: Holder): Promise<void> {
  const open = (path: string) => page.goto(origin + path);
  const send = (form: string) => page.click(`#${form} button[type=submit]`);
  const main = () => page.innerText('main');

  await open('/account');
  await page.click('main a[href="/account/profile"]');
  await page.fill('[name=name]', 'Another name');
  await send('profile');
  expect(await main()).toMatch(/Your change is saved[\s\S]*Another name/);
  await page.click('main a[href="/account/password"]');
  await page.fill('#password-password', password);
  await page.fill('#password-newPassword', 'short');
  await send('password');
  expect(await page.innerText('.ds-error-summary')).toContain('Choose a password of 10 to 200 characters');
  await page.fill('#password-password', password);
  await page.fill('#password-newPassword', 'a longer password');
  await send('password');
  expect(await main()).toContain('Your change is saved');
  await signOut(page);

  await open('/sign-in');
  await page.click('main a[href="/forgotten-password"]');
  await page.fill('[name=email]', email);
  await send('forgotten');
  expect(await main()).toContain('Check your e-mail');
  const link = `article:has-text("${email}") a[href*="/new-password"]`;
  await expect(untilShown(page, () => open('/mailbox'), link)).resolves.toBe(true);
  const href = (await page.getAttribute(link, 'href'))!;
  await open(href);
  await page.fill('[name=password]', password);
  await send('new-password');
  expect(await main()).toMatch(/Your change is saved[\s\S]*E-mail confirmed/);
  await open(href);
  expect(await main()).toMatch(/This link no longer works[\s\S]*It has already been used/);
}

/** Signs out by the header, which on a narrow screen is a menu to be opened. */
export async function signOut(page: Page): Promise<void> {
  const menu = page.locator('.site-menu > summary');
  if (await menu.isVisible()) await menu.click();
  await Promise.all([page.waitForEvent('load'), page.click('form[action="/sign-out"] button')]);
}
