/** Says something at the head of a form, in place of what was said there before. */
export function say(form: HTMLFormElement, words: string, ...further: Node[]): void {
  const line = form.querySelector('.form-note') ?? form.insertBefore(lineOf(), form.firstChild);
  line.replaceChildren(words, ...further);
}

export function sayNothing(form: HTMLFormElement): void {
  form.querySelector('.form-note')?.remove();
}

function lineOf(): HTMLElement {
  const line = Object.assign(document.createElement('p'), { className: 'form-note' });
  line.setAttribute('role', 'status');
  return line;
}
