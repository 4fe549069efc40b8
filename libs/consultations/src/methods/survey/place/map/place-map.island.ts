/**
 * Fetches what draws maps once somebody comes near one: it is larger than all else on a page, and most people never scroll that far or have
 * no such question.
 */
const { mapScript } = document.documentElement.dataset;

const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && fetchOnce(), { rootMargin: '50%' });
const watcher = new MutationObserver(watch);

/** A frame without a map has no size; what it stands in has one, once its question is asked. */
function watch(): void {
  for (const frame of document.querySelectorAll('[data-place-map][hidden]')) if (frame.parentElement) near.observe(frame.parentElement);
}

function fetchOnce(): void {
  near.disconnect();
  watcher.disconnect();
  if (mapScript === undefined) return;
  const script = document.createElement('script');
  Object.assign(script, { type: 'module', src: mapScript });
  document.head.append(script);
}

watch();
watcher.observe(document.body, { subtree: true, childList: true });
