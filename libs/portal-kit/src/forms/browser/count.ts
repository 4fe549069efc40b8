import { lengthOf } from './length-of';

/** Counts in the fields of a form that take only so much, near the limit. Whoever hears the page is told once when it becomes too much. */
export function countIn(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLTextAreaElement>('[data-max]')) follow(field);
}

function follow(field: HTMLTextAreaElement): void {
  const line = document.getElementById(`${field.id}-most`);
  if (!line) return;
  const [near, most] = [Number(field.dataset['near']), Number(field.dataset['max'])];
  const named = line.textContent ?? '';
  const told = line.insertAdjacentElement('afterend', document.createElement('span'))!;
  told.className = 'ds-sr-only';
  told.setAttribute('role', 'status');
  const count = (): void => {
    const typed = lengthOf(field.value);
    const isOver = typed > most;
    line.hidden = typed < near;
    line.textContent = isOver ? tooLong(typed, most) : `${named} ${written(typed)} / ${written(most)}`;
    if (isOver !== line.classList.contains('over')) told.textContent = isOver ? line.textContent : '';
    line.classList.toggle('over', isOver);
  };
  field.addEventListener('input', count);
  count();
}

function tooLong(typed: number, most: number): string {
  const words = document.documentElement.dataset['tooLong'] ?? '[typed] / [most]';
  return words.replace('[typed]', written(typed)).replace('[most]', written(most));
}

function written(number: number): string {
  return new Intl.NumberFormat(document.documentElement.lang).format(number);
}
