import type { Texts } from '@isegoria/texts';
import { SentenceOfDeadline, useTexts } from '@isegoria/ui';
import type { ConsultationSummary } from '../consultation.contract';

type Dates = Pick<ConsultationSummary, 'status' | 'opensAt' | 'closesAt'> & Partial<Pick<ConsultationSummary, 'closedEarlyAt'>>;

/** When people may take part, in a consultation or a phase of it, in one sentence. */
export function OpenSentence(props: { of: Dates; now?: number }) {
  const { of, now = Date.now() } = props;
  const sentence = openSentence(useTexts(), of, now);
  const at = of.status === 'scheduled' ? of.opensAt : of.status === 'open' ? of.closesAt : null;
  if (at === null) return <span>{sentence}</span>;
  return (
    <SentenceOfDeadline at={at} isStart={of.status === 'scheduled'}>
      {sentence}
    </SentenceOfDeadline>
  );
}

/** The sentence, for pages in one zone; the days are those of that zone's calendar. */
export function openSentence(texts: Texts, of: Dates, now: number): string {
  const { t, lastDay } = texts;
  const { status, opensAt, closesAt } = of;
  if (status === 'scheduled' && opensAt) return opensAtTime(texts, opensAt, now);
  if (status === 'cancelled') return t('consultation.cancelledBefore');
  if (status === 'open' && closesAt) return closesIn(texts, closesAt, now);
  const closed = closedAt(of, now);
  if (closed) return t('consultation.closedOn', { date: lastDay(closed) });
  return t(status === 'closed' || status === 'decided' ? 'consultation.closedBefore' : 'consultation.noDates');
}

/** When it closed: at its date, or before that; undefined while it has not closed, and where nobody knows when. */
export function closedAt({ status, closesAt, closedEarlyAt }: Dates, now: number): string | undefined {
  if (status !== 'closed' && status !== 'decided') return undefined;
  const known = [closesAt, closedEarlyAt].filter((time) => time !== null && time !== undefined && Date.parse(time) <= now) as string[];
  return known.sort().at(0);
}

/** What opens within a day or so is told with the time: people wait for it. */
function opensAtTime({ t, date, clock, days }: Texts, opensAt: string, now: number): string {
  const time = clock(opensAt);
  const left = days.between(now, Date.parse(opensAt));
  if (left <= 0) return t('consultation.opensToday', { time });
  return left === 1 ? t('consultation.opensTomorrow', { date: date(opensAt), time }) : t('consultation.opensOn', { date: date(opensAt) });
}

/** Told with the time, unless it closes at the end of the day that is named. */
function closesIn({ t, date, lastDay, clock, days }: Texts, closesAt: string, now: number): string {
  const left = Math.max(0, days.between(now, Date.parse(closesAt) - 1));
  const isMidnight = days.isEndOfDay(Date.parse(closesAt));
  if (left > 0 && isMidnight) return t('consultation.closesIn', { days: left, date: lastDay(closesAt) });
  if (left > 0) return t('consultation.closesInAt', { days: left, date: date(closesAt), time: clock(closesAt) });
  return isMidnight ? t('consultation.closesAtMidnight') : t('consultation.closesToday', { time: clock(closesAt) });
}

