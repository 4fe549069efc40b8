import type { Page } from 'playwright-core';
import { untilShown } from './browser.fixture';

/** Checks a receipt again and again, until a checkpoint includes its entry. @returns whether one does in time */
export function untilReceiptHolds(page: Page, origin: string, receipt: string): Promise<boolean> {
  const check = async () => {
    await page.goto(`${origin}/receipts/check`);
    await page.fill('[name=receipt]', receipt);
    await page.click('#check button[type=submit]');
  };
  return untilShown(page, check, '.verdict-good');
}
