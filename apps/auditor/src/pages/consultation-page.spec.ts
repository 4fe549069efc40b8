import { describe, expect, it } from '@jest/globals';
import type { ConsultationView } from '@isegoria/contracts';
import { checkConsultationPage } from './consultation-page';
import { mustShowOnly } from './page-finding';
import { visibleLines } from './reading/visible-text';

const dates = { opensAt: '2026-03-01T08:00:00.000Z', closesAt: '2026-04-01T08:00:00.000Z' };
const consultation = {
  ...{ title: 'Buses', description: 'How often?', ...dates, phases: [dates], activities: [], dateChanges: [], participants: 0 },
  ...{ closedEarlyAt: null, closedEarlyReason: null, cancellation: null, review: null, outcome: null },
} as unknown as ConsultationView;

const took = '<p><span>Open until 11 December 2026</span><span>Nobody has taken part yet</span></p>';

const pageThatSays = (...facts: string[]) => {
  const html = `<!doctype html><html><head></head><body><main><h1>Buses</h1><p>How often?</p>${took}${facts.join('')}</main></body></html>`;
  return { path: '/consultations/1', language: 'en', lines: visibleLines(html, new Set()) };
};
const time = (words: string) => `<dd><time datetime="x">${words} UTC</time></dd>`;
const [opens, closes] = [time('1 March 2026 at 08:00'), time('1 April 2026 at 08:00')];
const [early, cancelled] = [time('10 March 2026 at 09:30'), time('14 February 2026 at 09:30')];

describe('the dates on the page of a consultation', () => {
  const check = (fields: Partial<ConsultationView>, ...facts: string[]) =>
    checkConsultationPage(pageThatSays(...facts), { ...consultation, ...fields });

  it('are those of its opening and closing', () => {
    expect(() => check({}, opens, closes)).not.toThrow();
    expect(() => check({}, opens, early)).toThrow();
  });

  it('are not compared on a page that tells them in another zone, which French calls by its distance from UTC', () => {
    const inBrussels = ['1er mars 2026 à 09:00 UTC+1', '1er avril 2026 à 10:00 UTC+2'].map((words) => `<dd><time>${words}</time></dd>`);
    expect(() => check({}, ...inBrussels)).not.toThrow();
  });

  it('end with the day before where that is midnight', () => {
    const midnight = { closesAt: '2026-04-01T00:00:00.000Z' };
    const endOf = (words: string) => `<dd><time datetime="x">${words} at the end of the day (UTC)</time></dd>`;
    expect(() => check(midnight, opens, endOf('31 March 2026'))).not.toThrow();
    expect(() => check(midnight, opens, endOf('1 April 2026'))).toThrow();
    expect(() => check(midnight, opens, time('1 April 2026 at 00:00'))).toThrow();
    const begins = { opensAt: '2026-03-01T00:00:00.000Z' };
    expect(() => check(begins, endOf('28 February 2026'), closes)).toThrow();
    const inBrussels = ['28 February 2026 at the end of the day (CET)', '31 March 2026 at the end of the day (CEST)'];
    const page = pageThatSays(...inBrussels.map((words) => `<dd><time>${words}</time></dd>`));
    expect(() => mustShowOnly(page, [dates.opensAt])).not.toThrow();
    expect(() => mustShowOnly(pageThatSays(endOf('31 March 2026')), [midnight.closesAt])).not.toThrow();
    expect(() => mustShowOnly(pageThatSays(endOf('30 March 2026')), [midnight.closesAt])).toThrow();
  });

  it('end where it was closed early, and not where it was to close', () => {
    const closedEarly = { closedEarlyAt: '2026-03-10T09:30:00.000Z' };
    expect(() => check(closedEarly, opens, early)).not.toThrow();
    expect(() => check(closedEarly, opens, closes)).toThrow();
  });

  it('are, when it was cancelled, the day of that alone, with the reason', () => {
    const cancellation = { cancellation: { reason: 'Given up', cancelledAt: '2026-02-14T09:30:00.000Z' } };
    expect(() => check(cancellation, cancelled, '<p>Given up</p>')).not.toThrow();
    expect(() => check(cancellation, opens, closes, '<p>Given up</p>')).toThrow();
    expect(() => check(cancellation, cancelled)).toThrow();
  });
});

describe('how many take part on the page of a consultation', () => {
  const check = (participants: number, line: string) => {
    const page = pageThatSays(opens, closes, line);
    return checkConsultationPage(page, { ...consultation, participants });
  };

  it('is said in the sentence for it, set apart', () => {
    expect(() => check(60, '<p><span>Until 11 December 2026</span><span>60 people have taken part</span></p>')).not.toThrow();
  });

  it.each([
    ['another number, and the right one elsewhere', '<p><span>6,000 people have taken part</span></p><p>Form 60</p>'],
    ['digits right before the number', '<p>6,0<span>60 people have taken part</span></p>'],
    ['digits set apart before the number', '<p><span>6,0</span><span>60 people have taken part</span></p>'],
    ['the right one folded away', '<details><summary>More</summary><p><span>60 people have taken part</span></p></details>'],
  ])('is found with %s', (_, line) => {
    expect(() => check(60, line)).toThrow('60 people');
  });
});
