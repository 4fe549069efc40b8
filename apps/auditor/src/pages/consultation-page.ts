import type { ConsultationView } from '@isegoria/contracts';
import '@isegoria/consultations/consultation/consultation.texts';
import { mustSayOwed } from './owed/owed';
import { bare, mustSay, wrongPage, type ReadPage } from './page-finding';
import { textsIn } from '@isegoria/texts';
import { inOneLine, type Line } from './reading/visible-text';

/** Whether the page of a consultation says what the office says of it and owes, and how many people take part. @throws Finding page */
export function checkConsultationPage(page: ReadPage, consultation: ConsultationView): void {
  const { title, description, phases, activities, closedEarlyReason, cancellation, outcome, dateChanges, participants } = consultation;
  mustSay(page, [title, description, closedEarlyReason, cancellation?.reason, outcome?.youSaid, outcome?.weDid]);
  if (phases.length > 1)
    mustSay(
      page,
      phases.map((phase) => phase.title),
    );
  if (activities.length > 1)
    mustSay(
      page,
      activities.map((activity) => activity.title),
    );
  if (!cancellation)
    mustSay(
      page,
      dateChanges.slice(-1).map(({ reason }) => reason),
    );
  checkDates(page, consultation);
  mustSayOwed(page, consultation);
  if (cancellation) return;
  const sentence = bare(textsIn(page.language).t('consultation.participants', { count: participants }));
  if (!page.lines.some((line) => says(line, sentence))) throw wrongPage(page, `does not say that ${participants} people take part.`);
}

/** Whether a sentence is set apart in a line that has nothing beside what is set apart, so that nothing stands right before its number. */
function says({ cells, isFolded, parts = [] }: Line, sentence: string): boolean {
  const all = cells.map(bare).join('');
  const isAll = parts.map(bare).join('') === all && parts.every((part) => /\p{L}/u.test(part));
  return !isFolded && isAll && parts.some((part) => bare(part) === sentence);
}

/** The dates at a glance. A site may write them in another zone than UTC, and then says so. */
function checkDates(page: ReadPage, consultation: ConsultationView): void {
  const { dateTime, deadline } = textsIn(page.language);
  const shown = page.lines.flatMap(({ times }) => times);
  // French writes the zone of Brussels as UTC+1.
  if (!shown.some((time) => /UTC(?![+\-\u2212]?\d)/.test(time))) return;
  const { begins, ends } = datesOf(consultation);
  for (const time of [begins && dateTime(begins), ends && deadline(ends)])
    if (time !== null && !shown.includes(inOneLine(time))) throw wrongPage(page, `does not show the time ${time}.`);
}

/** Those that hold: of one that was cancelled none but that day, of one that was closed early that moment. */
function datesOf({ opensAt, closesAt, closedEarlyAt, cancellation }: ConsultationView): Record<'begins' | 'ends', string | null> {
  if (cancellation) return { begins: cancellation.cancelledAt, ends: null };
  const isEarly = closedEarlyAt !== null && (closesAt === null || Date.parse(closedEarlyAt) < Date.parse(closesAt));
  return { begins: opensAt, ends: isEarly ? closedEarlyAt : closesAt };
}
