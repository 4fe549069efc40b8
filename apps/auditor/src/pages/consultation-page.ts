import type { ConsultationView } from '@isegoria/contracts';
import { numbersIn } from './reading/numbers-in';
import { mustSay, wrongPage, type ReadPage } from './page-finding';
import { textsIn } from '@isegoria/texts';
import { inOneLine } from './reading/visible-text';

/** Whether the page of a consultation says what the office says of it, and how many people take part. @throws Finding page */
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
  // Languages have words for nobody, for one and for two.
  if (participants < 3) return;
  const numbers = page.lines.flatMap(({ cells }) => cells.flatMap((cell) => numbersIn(withoutDates(cell, page.language, consultation))));
  if (!numbers.some(({ value }) => value === participants)) throw wrongPage(page, `does not say that ${participants} people take part.`);
}

/** The dates at a glance. A site may write them in another zone than UTC, and then says so. */
function checkDates(page: ReadPage, consultation: ConsultationView): void {
  const { dateTime } = textsIn(page.language);
  const shown = page.lines.flatMap(({ times }) => times);
  if (!shown.some((time) => time.includes('UTC'))) return;
  for (const time of datesOf(consultation))
    if (time !== null && !shown.includes(inOneLine(dateTime(time)))) throw wrongPage(page, `does not show the time ${dateTime(time)}.`);
}

/** Those that hold: of one that was cancelled none but that day, of one that was closed early that moment. */
function datesOf({ opensAt, closesAt, closedEarlyAt, cancellation }: ConsultationView): readonly (string | null)[] {
  if (cancellation) return [cancellation.cancelledAt];
  const isEarly = closedEarlyAt !== null && (closesAt === null || Date.parse(closedEarlyAt) < Date.parse(closesAt));
  return [opensAt, isEarly ? closedEarlyAt : closesAt];
}

/** A sentence about dates may stand right before a number. */
function withoutDates(cell: string, language: string, { phases, opensAt, closesAt }: ConsultationView): string {
  const { date } = textsIn(language);
  const times = [opensAt, closesAt, ...phases.flatMap((phase) => [phase.opensAt, phase.closesAt])];
  return times.reduce<string>((rest, time) => (time === null ? rest : rest.replaceAll(inOneLine(date(time)), ' ')), cell);
}
