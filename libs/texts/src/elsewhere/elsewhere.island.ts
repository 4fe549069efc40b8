import { dayAndTime, localeOf } from './date-formats';
import { dayIn } from '../language';

/** Beside each deadline, what clocks show where its reader is, if they show something else there. It is there when the page is drawn. */
const page = document.documentElement;
const { zone: ofPage, elsewhere: words } = page.dataset;

if (ofPage && words) {
  const [site, reader] = [clockIn(ofPage), clockIn()];
  const add = (deadline: HTMLElement) => {
    const at = new Date(deadline.dataset['deadline'] ?? '');
    delete deadline.dataset['deadline'];
    // Two zones of one offset show the same, under two names.
    if (Number.isNaN(at.getTime()) || bare(site, at) === bare(reader, at)) return;
    deadline.append(` ${words.replace('[time]', written(reader, at))}`);
  };
  const addAll = () => document.querySelectorAll<HTMLElement>('[data-deadline]').forEach(add);
  addAll();
  new MutationObserver(addAll).observe(document.body, { childList: true, subtree: true });
}

/** @param timeZone that of the device when absent */
function clockIn(timeZone?: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(page.lang), { ...dayAndTime, timeZone });
}

function written(clock: Intl.DateTimeFormat, at: Date): string {
  const parts = clock.formatToParts(at);
  return parts.map(({ type, value }) => (type === 'day' ? dayIn(page.lang, value) : value)).join('');
}

/** Without the name of the zone. */
function bare(clock: Intl.DateTimeFormat, at: Date): string {
  const parts = clock.formatToParts(at);
  return parts.map(({ type, value }) => (type === 'timeZoneName' ? '' : value)).join('');
}
