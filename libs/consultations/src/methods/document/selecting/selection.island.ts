/** Words that are selected in the paragraph are those that the form is about; whoever types them instead loses nothing. */
document.addEventListener('selectionchange', () => {
  const near = document.querySelector<HTMLInputElement>('form [name="near"]');
  const words = near?.form?.querySelector<HTMLInputElement>('[name="words"]');
  const paragraph = document.querySelector('[data-selectable]');
  const selection = document.getSelection();
  if (!words || !near || !paragraph || !selection || selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!paragraph.contains(range.commonAncestorContainer)) return;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  words.value = range.toString();
  near.value = `${Array.from(before.toString()).length}:${words.value}`;
  for (const place of words.form?.querySelectorAll<HTMLInputElement>('[name="which"]') ?? []) place.checked = false;
});
