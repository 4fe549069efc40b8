const allStatements = 'details[id$="all-statements"]';

/**
 * Votes without leaving the page: the form is sent as it would be anyway, and the parts of the answer that changed take the place of the
 * old ones. A vote that is refused is sent by the browser again, since more of the page may no longer hold: closed, signed out. Where no
 * answer comes the form stays, and says so.
 */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const region = form.closest<HTMLElement>('[data-swap]');
  const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  if (event.defaultPrevented || !region || button?.name !== 'choice') return;
  event.preventDefault();
  void vote(form, button, region);
});

async function vote(form: HTMLFormElement, button: HTMLButtonElement, region: HTMLElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form, button)].map(([name, value]) => [name, String(value)]));
  const choices = [...form.querySelectorAll('button')];
  const enable = (isEnabled: boolean) => choices.forEach((choice) => (choice.disabled = !isEnabled));
  enable(false);
  const answer = await answerTo(form.action, body);
  enable(true);
  if (!answer) return void form.dispatchEvent(new CustomEvent('unsent', { bubbles: true }));
  const next = answer.isAccepted ? answer.page.getElementById(region.id) : null;
  if (!next) return sendByBrowser(form, button);
  document.title = answer.page.title;
  for (const told of document.querySelectorAll('[data-swap]:not(:has(form))')) {
    const anew = answer.page.getElementById(told.id);
    if (anew) told.replaceWith(anew);
  }
  replace(region, next, body.get('statementId') ?? '');
}

/** Undefined if no answer came, whatever the browser thinks of its network. */
async function answerTo(action: string, body: URLSearchParams): Promise<{ isAccepted: boolean; page: Document } | undefined> {
  try {
    const answer = await fetch(action, { method: 'POST', body, headers: { accept: 'text/html' } });
    return { isAccepted: answer.ok, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
  } catch {
    return undefined;
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

function sendByBrowser(form: HTMLFormElement, button: HTMLButtonElement): void {
  const choice = Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value });
  form.append(choice);
  form.submit();
}

export {};
