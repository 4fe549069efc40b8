import { countIn } from './count';
import { forgetAll, forgetAccepted, keep, offerKept } from './keep';
import { say } from './say';

/**
 * Beside every form: characters are counted as the platform counts them, and a copy of what is typed stays in this tab until the platform
 * has accepted it. Without this script the forms work as they do, and whatever the platform refuses comes back with its words.
 */
const { dataset } = document.documentElement;
document.documentElement.classList.add('scripts');
forgetAccepted(dataset['accepted'], dataset['account']);

for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
  offerKept(form);
  countIn(form);
}

document.addEventListener('input', ({ target }) => {
  const { form } = target as HTMLInputElement;
  if (form?.method === 'post') keep(form);
});

// Before any other script sends the form in its own way.
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('action') === '/sign-out') return forgetAll();
    if (form.method !== 'post') return;
    keep(form);
    if (navigator.onLine) return;
    event.preventDefault();
    sayOffline(form);
  },
  { capture: true },
);

document.addEventListener('unsent', ({ target }) => sayOffline(target as HTMLFormElement));

function sayOffline(form: HTMLFormElement): void {
  say(form, dataset['offline'] ?? '');
}
