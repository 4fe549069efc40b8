import type { Texts } from '@isegoria/texts';
import type { Translated } from '@isegoria/ui';
import type { ConsultationSummary, ConsultationView } from '../consultation/consultation.contract';
import type { MilestoneView } from '../milestone/milestone.contract';
import { outcomePath } from '../milestone/pages/milestone-status.page';
import { asRead, listedIn, titleFor } from '../translation/reading/translated.page';
import { dayOf, datesOf, isEnd, milestoneDates, type CalendarDate } from './dates-of';
import type { CalendarEntry } from './icalendar';

export const calendarPath = '/calendar';

/** What a calendar needs of a consultation. */
export interface InCalendar extends ConsultationSummary {
  readonly changes: number;
  readonly changedAt: string | null;
  /** What is done about its outcome. */
  readonly milestones: readonly MilestoneView[];
  /** Its names in the language of the reader, where the office translated it. */
  readonly translated?: Translated;
}

/** What the office calls its parts that have dates. */
export const namesIn = ({ phases, milestones }: Pick<InCalendar, 'phases' | 'milestones'>): string[] =>
  [...phases, ...milestones].map(({ title }) => title).filter((title) => title !== null);

/** How often its dates were changed, and when something was last changed that a calendar shows. */
export function revisionOf(view: ConsultationView): Pick<InCalendar, 'changes' | 'changedAt'> {
  const { dateChanges, dateChangeCount, answerTerm, corrections, cancellation, closedEarlyAt, answer } = view;
  const ends = [cancellation?.cancelledAt, closedEarlyAt, answer.answeredAt].filter((at) => at !== null && at !== undefined);
  const changedAt = [
    ...ends,
    ...[...dateChanges, ...answerTerm.changes].map((change) => change.changedAt),
    ...(corrections.lastAt === null ? [] : [corrections.lastAt]),
  ];
  return {
    changes: dateChangeCount + answerTerm.count + ends.length,
    changedAt: changedAt.toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? null,
  };
}

/** A date with the consultation whose it is. */
export interface DateOf {
  readonly of: InCalendar;
  readonly date: CalendarDate;
}

/** In the order of time; what lasts until a moment stands before what begins at it, since its day is the one before. */
export function datesOfAll(consultations: readonly InCalendar[]): DateOf[] {
  const all = consultations.flatMap((of) => [...datesOf(of), ...milestoneDates(of.milestones)].map((date) => ({ of, date })));
  const place = ({ date }: DateOf) => 2 * Date.parse(date.at) + (isEnd(date.kind) ? 0 : 1);
  return all.toSorted((one, other) => place(one) - place(other));
}

/** Dates in words for calendar programs. @param origin of the site */
export function entriesOf(texts: Texts, origin: string, dates: readonly DateOf[]): CalendarEntry[] {
  return dates.map(({ of, date }) => {
    const url = origin + pathOf(of, date);
    const { id, kind, isCancelled, revision = of } = date;
    const summary = of.summary === null ? [] : [listedIn(texts.language, of)?.texts.get(of.summary) ?? of.summary];
    return {
      ...{ id, url, isCancelled, changes: revision.changes, changedAt: revision.changedAt },
      at: dayOf(date, texts.days),
      summary: texts.t(`calendar.event.${kind}`, { title: nameOf(texts, of, date) }),
      description: [...summary, url].join('\n\n'),
    };
  });
}

/** Where a date is told with what it is about. */
export const pathOf = ({ id }: Pick<InCalendar, 'id'>, { title }: CalendarDate): string =>
  title === undefined ? `/consultations/${id}` : outcomePath(id);

function nameOf({ t, language }: Texts, of: InCalendar, { phase, title: own }: CalendarDate): string {
  const title = titleFor(language, of).text;
  if (own !== undefined) return t('calendar.ofMilestone', { milestone: asRead(of, own), title });
  if (phase === undefined || of.phases.length === 1) return title;
  const name = of.phases[phase]!.title;
  return t('calendar.ofPhase', { title, phase: name === null ? t('phases.number', { number: phase + 1 }) : asRead(of, name) });
}
