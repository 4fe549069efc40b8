import { steady } from '@isegoria/steady';

/** Resolves after the time (milliseconds), or at once when aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = steady(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    });
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
