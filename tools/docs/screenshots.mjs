import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../install.mjs';

/**
 * Takes the pictures of docs/screenshots anew, from a platform that runs with its demo: `node tools/docs/screenshots.mjs [ORIGIN]`, which
 * is http://localhost:8080 where none is given. It votes and comments as the citizen of the demo.
 */
const origin = process.argv[2] ?? 'http://localhost:8080';
const executablePath = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

const { items } = await (await fetch(`${origin}/api/v1/consultations`)).json();
// The one that is a deliberation and nothing else has groups of opinion to show.
const deliberation = items.find(({ methods, status }) => methods.join() === 'deliberation' && status === 'open').id;
const place = `/consultations/${deliberation}`;

const wide = await visitor({ viewport: { width: 1280, height: 900 } });
await take(wide, '/', 'start');
await untilOnTheMap(deliberation);
await take(wide, `${place}/results`, 'results');
await wide.locator('main figure:has(svg), main svg').first().scrollIntoViewIfNeeded();
await wide.screenshot({ path: fileOf('opinion-map') });
const phone = await visitor({ viewport: { width: 360, height: 780 }, colorScheme: 'dark', locale: 'ar' });
await take(phone, '/', 'start-arabic-dark');

const citizen = await visitor({ viewport: { width: 1280, height: 900 } });
await citizen.goto(`${origin}/sign-in`);
await citizen.fill('[name=email]', 'citizen@example.org');
await citizen.fill('[name=password]', 'isegoria-demo');
await citizen.click('#sign-in button');
await take(citizen, place, 'consultation');
await citizen.goto(`${origin}/questions`);
await citizen.fill('#question-text', 'Will the new tram stop at the hospital?');
await citizen.click('#question button[type=submit]');
await citizen.click('#thanks summary');
const receipt = (await citizen.textContent('#receipt-text')).trim();
await untilInTheLog(citizen, receipt);
await take(citizen, `/receipts/check?receipt=${encodeURIComponent(receipt)}`, 'receipt-check');
await browser.close();

async function visitor(options) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  return context.newPage();
}

async function take(page, path, name) {
  await page.goto(origin + path);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.screenshot({ path: fileOf(name) });
}

function fileOf(name) {
  return join(root, 'docs/screenshots', `${name}.png`);
}

/** The map of a demo that has just begun is of its first votes, and is computed anew some seconds after the last. */
async function untilOnTheMap(consultation) {
  const ask = async (path) => (await fetch(`${origin}/api/v1/${path}`)).json();
  const { activities } = await ask(`consultations/${consultation}`);
  for (let attempt = 0; attempt < 120; attempt++) {
    const { map, participants } = await ask(`activities/${activities[0].id}/opinion-map`);
    const { participants: people } = await ask(`consultations/${consultation}`);
    if (participants === people && map !== null) return;
    await new Promise((resolve) => void setTimeout(resolve, 1_000));
  }
}

/** The log takes up what is new every few seconds. */
async function untilInTheLog(page, receipt) {
  for (let attempt = 0; attempt < 30; attempt++) {
    await page.goto(`${origin}/receipts/check?receipt=${encodeURIComponent(receipt)}`);
    if ((await page.innerText('main')).includes('in the log, unaltered')) return;
    await page.waitForTimeout(1_000);
  }
}
