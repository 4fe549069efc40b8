import { checkHere } from './browser-check';

/** After the server's answer: the browser checks the same receipt by itself and says whether it comes to the same result. */
const by = document.querySelector<HTMLElement>('[data-checked-by]');
const field = document.querySelector<HTMLTextAreaElement>('textarea[name=receipt]');
const receipt = field?.value.trim();
const said = (key: string): string => document.querySelector(`[data-receipt-texts] [data-text='${key}']`)?.textContent ?? '';

if (by && receipt) void compare(by, receipt);
if (field) {
  offerFile(field);
  checkFragment(field);
}

/** A receipt in the fragment of the address reaches the server with the form alone, and no log of addresses. */
function checkFragment(into: HTMLTextAreaElement): void {
  if (!location.hash.startsWith('#isegoria-receipt.')) return;
  into.value = location.hash.slice(1);
  into.form?.requestSubmit();
}

/** The file is read here, and its text checked as if it had been pasted. */
function offerFile(into: HTMLTextAreaElement): void {
  const offer = document.querySelector<HTMLElement>('[data-receipt-file]');
  offer?.removeAttribute('hidden');
  offer?.querySelector('input')?.addEventListener('change', async ({ target }) => {
    const file = (target as HTMLInputElement).files?.[0];
    if (!file) return;
    // A receipt is one short line: of anything else its beginning is enough to be refused.
    into.value = (await file.slice(0, Number(into.dataset['max'])).text()).trim();
    into.form?.requestSubmit();
  });
}

async function compare(line: HTMLElement, text: string): Promise<void> {
  const steps = await checkHere(text).catch(() => undefined);
  if (!steps) {
    line.textContent = said('check.browserCannot');
    return;
  }
  const server = [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => ({
    name: step.dataset['step'],
    ok: step.dataset['outcome'] === 'ok',
  }));
  const agrees = server.every(({ name, ok }) => steps.some((step) => step.name === name && step.ok === ok));
  line.textContent = said(agrees ? 'check.byBrowser' : 'check.browserDisagrees');
  line.classList.toggle('disagrees', !agrees);
  line.dataset['checkedBy'] = agrees ? 'browser' : 'disagreement';
}
