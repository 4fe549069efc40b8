/** A link to share opens the share sheet where the device has one; everywhere else it stays a link, to be followed or copied. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-share]');
  if (!link || typeof navigator.share !== 'function' || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // Whoever closes the sheet has shared nothing, and that is no error.
  void navigator.share({ title: document.title, url: link.href }).catch(() => undefined);
});

export {};
