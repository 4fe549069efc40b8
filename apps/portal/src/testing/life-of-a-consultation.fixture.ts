import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { untilShown } from './browser.fixture';

/** One pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { name: 'Lake.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') };

/** Drafts a consultation, publishes, corrects and closes it, and says what came of it, as an official without scripts does. */
export async function takeThroughItsLife(page: Page, origin: string, once: string): Promise<void> {
  const send = (form: string) => page.click(`#${form} button[type=submit]`);
  const main = () => page.innerText('main');
  await page.goto(`${origin}/office/consultations/new`);
  await page.fill('#draft-title', `Asked at ${once}`);
  await page.fill('#draft-description', 'What do you think?');
  await page.fill('#draft-phases\\[0\\]\\.activities\\[0\\]\\.statements', 'One\nTwo');
  await page.setInputFiles('#draft [name=pictureFile]', picture);
  await page.setInputFiles('#draft [name=documentFile]', {
    name: 'Plan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF'),
  });
  await page.click('#draft >> text=Save the draft');
  expect(await page.innerText('.ds-error-summary')).toMatch(/what the picture shows[\s\S]*Choose Lake\.png again/);
  expect(await page.inputValue('#draft-title')).toBe(`Asked at ${once}`);
  await page.fill('#draft-pictureAlt', 'A lake');
  await page.click('#draft >> text=Save the draft');
  expect(await page.innerText('.ds-error-summary')).toContain('Choose the picture that you describe');
  await page.setInputFiles('#draft [name=pictureFile]', picture);
  await page.click('#draft >> text=Save the draft');
  expect(await main()).toContain('Draft');
  await page.fill('[name="phases[0].opensAt"]', new Date(Date.now() - 3_600_000).toISOString().slice(0, 16));
  await page.fill('[name="phases[0].closesAt"]', new Date(Date.now() + 86_400_000).toISOString().slice(0, 16));
  const manage = page.url().split('?')[0]!;
  await send('publication');
  expect(await main()).toMatch(/Publish this consultation\?[\s\S]*At once[\s\S]*This cannot be undone\.[\s\S]*Still empty/);
  await send('publication');
  await expect(untilShown(page, () => page.goto(manage), 'summary[aria-labelledby~=close]')).resolves.toBe(true);
  await page.click('summary[aria-labelledby~=correct]');
  await page.fill('#correction-description', 'What do you think of it?');
  await page.fill('#correction-note', 'Two words were missing.');
  await send('correction');
  await page.goto(manage.replace('/office', ''));
  expect(await page.evaluate(`document.querySelector('main img[alt="A lake"]').naturalWidth`)).toBe(1);
  expect(await main()).toContain('Plan.pdf');
  await page.click('text=See what was corrected');
  expect(await main()).toMatch(/Two words were missing\.[\s\S]*Before[\s\S]*think\?[\s\S]*After[\s\S]*think of it\?/);
  await page.goto(manage);
  await page.click('summary[aria-labelledby~=close]');
  await page.fill('#closure-reason', 'It was a test.');
  await send('closure');
  await page.fill('#outcome-youSaid', 'You said one.');
  await page.fill('#outcome-weDid', 'We did two.');
  await send('outcome');
  await page.click('text=View as citizens see it');
  expect(await main()).toMatch(/You said one\.[\s\S]*We did two\./);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
}
