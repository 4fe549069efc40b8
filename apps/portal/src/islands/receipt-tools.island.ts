/** Copy and print beside a receipt; the buttons show only where this script runs. */
document.documentElement.classList.add('scripts');

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy], [data-print]');
  if (!button) return;
  if (button.dataset['print'] !== undefined) return window.print();
  void copy(button, document.getElementById(button.dataset['copy'] ?? ''));
});

async function copy(button: HTMLButtonElement, source: HTMLElement | null): Promise<void> {
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent?.trim() ?? '');
    const label = button.querySelector('span');
    if (label) label.textContent = button.dataset['done'] ?? '';
  } catch {
    // No permission: the text is marked, for the visitor's own copy command.
    getSelection()?.selectAllChildren(source);
  }
}

export {};
