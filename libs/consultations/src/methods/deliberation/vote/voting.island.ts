const allStatements = 'details[id$="all-statements"]';

/**
 * Votes without leaving the page: the form is sent as it would be anyway, and the part of the answer that changed takes the old one's
 * place. If anything goes wrong the browser sends the form itself.
 */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const region = form.closest<HTMLElement>('[data-swap]');
  const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  if (!region || button?.name !== 'choice') return;
  event.preventDefault();
  void vote(form, button, region);
});

async function vote(form: HTMLFormElement, button: HTMLButtonElement, region: HTMLElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form, button)].map(([name, value]) => [name, String(value)]));
  const choices = [...form.querySelectorAll('button')];
  choices.forEach((choice) => (choice.disabled = true));
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(region.id);
    if (!next) throw new Error('The answer has no such part');
    replace(region, next, body.get('statementId') ?? '');
  } catch {
    sendByBrowser(form, button, choices);
  }
}

/** Keeps open what was open, and the keyboard focus where it was: on the changed statement, or on the next one. */
function replace(region: HTMLElement, next: HTMLElement, statementId: string): void {
  const list = region.querySelector(allStatements);
  const wasInList = document.activeElement instanceof HTMLElement && list?.contains(document.activeElement);
  if (list instanceof HTMLDetailsElement && list.open) next.querySelector(allStatements)?.setAttribute('open', '');
  region.replaceWith(next);
  const target = wasInList
    ? next.querySelector<HTMLElement>(`#statement-${CSS.escape(statementId)} button[aria-pressed='true']`)
    : next.querySelector<HTMLElement>('.vote-card .statement');
  if (target && !target.matches('button')) target.tabIndex = -1;
  target?.focus({ preventScroll: true });
}

function sendByBrowser(form: HTMLFormElement, button: HTMLButtonElement, choices: HTMLButtonElement[]): void {
  choices.forEach((choice) => (choice.disabled = false));
  const choice = Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value });
  form.append(choice);
  form.submit();
}

export {};
