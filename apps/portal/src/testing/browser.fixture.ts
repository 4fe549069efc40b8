import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of all accounts of the demo. */
export const demoPassword = 'isegoria-demo';

export interface Site {
  readonly origin: string;
  readonly operator: { readonly email: string; readonly password: string };
}

/**
 * A running platform with the demo, the same one for all suites: that which ISEGORIA_ORIGIN names (with ISEGORIA_OPERATOR, the path of its
 * operator.json), or the one of this run.
 */
export async function runningSite(): Promise<Site> {
  const origin = process.env['ISEGORIA_ORIGIN'];
  if (origin) return { origin, operator: JSON.parse(readFileSync(process.env['ISEGORIA_OPERATOR']!, 'utf8')) };
  const answer = await fetch(process.env['TEST_SITE_URL']!);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Site;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium']).toString().trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What a page did that no page may: errors on its console (a broken content policy among them), and requests to elsewhere. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => request.url().startsWith(origin) || faults.push(`${page.url()} asks ${request.url()}`));
  return faults;
}

/**
 * Opens all that is folded away on a page, and waits until it is drawn: what a frame has not laid out yet lies over what follows it,
 * and a slow machine measures it there.
 */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', ''));
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  });
}

/** Violations of WCAG 2.0 to 2.2, levels A and AA, and of best practices, as axe-core finds them: rule and place. */
export function violations(page: Page): Promise<string[]> {
  return found(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
}

/** Those that another scheme of colours can bring into a page of which nothing else changes. */
export function violationsOfColour(page: Page): Promise<string[]> {
  return found(page, ['color-contrast', 'link-in-text-block']);
}

/** @param rules names or tags of axe-core's rules, all of one kind */
async function found(page: Page, rules: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('typeof axe !== "undefined"'))) await page.evaluate(axeSource);
  return page.evaluate(async (runOnly) => {
    const axe = (
      globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
    );
  }, rules);
}

/** Signs in by the form of the site. */
export async function signIn(context: BrowserContext, origin: string, email: string, password: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.click('#sign-in button');
  await page.waitForURL(`${origin}/`);
  return page;
}

/** Reloads until it is there: what was just sent may still be on its way. */
export async function untilShown(page: Page, reload: () => Promise<unknown>, selector: string): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt++) {
    await reload();
    if (await page.locator(selector).first().isVisible()) return true;
    await page.waitForTimeout(500);
  }
  return false;
}

/** Opens the receipt of the thanks on a page. */
export async function receiptShown(page: Page): Promise<string> {
  await page.click('#thanks summary');
  return (await page.textContent('#receipt-text'))!.trim();
}
