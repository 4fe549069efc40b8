import { checkHere } from './browser-check';

/** After the server's answer: the browser checks the same receipt by itself and says whether it comes to the same result. */
const by = document.querySelector<HTMLElement>('[data-checked-by]');
const receipt = document.querySelector<HTMLTextAreaElement>('textarea[name=receipt]')?.value.trim();
const said = (key: string): string => document.querySelector(`[data-receipt-texts] [data-text='${key}']`)?.textContent ?? '';

if (by && receipt) void compare(by, receipt);

async function compare(line: HTMLElement, text: string): Promise<void> {
  const steps = await checkHere(text).catch(() => undefined);
  if (!steps) {
    line.textContent = said('check.browserCannot');
    return;
  }
  const server = [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => ({ name: step.dataset['step'], ok: step.dataset['outcome'] === 'ok' }));
  const agrees = server.every(({ name, ok }) => steps.some((step) => step.name === name && step.ok === ok));
  line.textContent = said(agrees ? 'check.byBrowser' : 'check.browserDisagrees');
  line.classList.toggle('disagrees', !agrees);
  line.dataset['checkedBy'] = agrees ? 'browser' : 'disagreement';
}
