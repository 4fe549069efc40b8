import '@isegoria/consultations/answer-owed/answer-owed.texts';
import '@isegoria/consultations/milestone/milestone.texts';
import type { ConsultationView } from '@isegoria/contracts';
import { textsIn, type Texts } from '@isegoria/texts';
import { bare, isInUtc, wrongPage, type ReadPage } from '../page-finding';
import { numbersIn } from '../reading/numbers-in';
import type { Line } from '../reading/visible-text';

/** What the site answers about what an office owes, which is compared with the log besides. */
export type Owed = Partial<Pick<ConsultationView, 'answer' | 'milestonesOverdue'>>;

/**
 * Whether a page says in a line of its own that an answer is due or overdue, and by when, and how many milestones are overdue.
 * @returns how these lines may be written, bare
 * @throws Finding page if one is missing
 */
export function mustSayOwed(page: ReadPage, owed: Owed): ReadonlySet<string> {
  const notices = owedIn(page, owed);
  for (const ways of notices) {
    const all = ways.map(bare);
    if (!page.lines.some((line) => !line.isFolded && !line.isRow && all.includes(bareOf(line))))
      throw wrongPage(page, `does not say ${JSON.stringify(ways[0])}, as the log does.`);
  }
  return new Set(notices.flat().map(bare));
}

/**
 * The same, and that the page says nothing else about it, such as what was due before.
 * @param said whole texts that are somebody's, bare: they may say so
 * @throws Finding page
 */
export function mustSayOwedAlone(page: ReadPage, owed: Owed, said: ReadonlySet<string>): ReadonlySet<string> {
  const known = mustSayOwed(page, owed);
  const texts = textsIn(page.language);
  const ofAnswer = noticeOfAnswer(texts);
  const wrong = page.lines.find((line) => {
    const text = bareOf(line);
    if (line.isRow || known.has(text) || said.has(text)) return false;
    return ofAnswer.test(text) || isNoticeOfMilestones(texts, line);
  });
  if (wrong) throw wrongPage(page, `says ${JSON.stringify([...wrong.cells, ...wrong.times].join(' '))}, and the log does not.`);
  return known;
}

const bareOf = ({ cells }: Line): string => bare(cells.join(' '));

/** Each notice, in every way in which it may be written: a day has one name in UTC, and may be the one before or after in another zone. */
function owedIn(page: ReadPage, { answer, milestonesOverdue = 0 }: Owed): readonly (readonly string[])[] {
  const { t, lastDay } = textsIn(page.language);
  const shifts = isInUtc(page) ? [0] : [0, -1, 1];
  const daysOf = (time: string) => shifts.map((days) => lastDay(new Date(Date.parse(time) + days * aDay).toISOString()));
  const { state, dueAt = null, laterDate = null } = answer ?? {};
  const isLate = state === 'overdue';
  const due = dueAt !== null && (isLate || state === 'due') ? daysOf(dueAt) : [];
  const later = laterDate !== null ? daysOf(laterDate).map((day) => ` ${t('answerOwed.later', { date: day })}`) : [''];
  const ofAnswer = due.flatMap((day) => {
    const sentence = t(isLate ? 'answerOwed.overdue' : 'answerOwed.due', { date: day });
    return later.map((more) => `${sentence}${more} ${t('responseTimes.title')}`);
  });
  const ofMilestones = `${t('milestones.overdueCount', { count: milestonesOverdue })} ${t('milestones.page')}`;
  return [...(ofAnswer.length > 0 ? [ofAnswer] : []), ...(milestonesOverdue > 0 ? [[ofMilestones]] : [])];
}

const aDay = 86_400_000;

/** The notice that an answer is due or overdue with any day, or with one that is set apart, with or without what stands behind it. */
function noticeOfAnswer({ t }: Texts): RegExp {
  const anyDay = String.raw`(?:\p{N}{1,2}\p{L}*\p{N}{4})?`;
  const mark = 'daydayday';
  const pattern = (says: 'due' | 'overdue' | 'later') => bare(t(`answerOwed.${says}`, { date: mark })).replace(mark, anyDay);
  const first = `(?:${pattern('due')}|${pattern('overdue')})`;
  return new RegExp(`^${first}(?:${pattern('later')})?(?:${bare(t('responseTimes.title'))})?$`, 'u');
}

/** The notice that milestones are overdue, with any number; some languages write the first without digits. */
function isNoticeOfMilestones({ t }: Texts, line: Line): boolean {
  const counts = [0, 1, 2, ...numbersIn(line.cells.join(' ')).map(({ value }) => value)];
  const notices = counts.map((count) => bare(t('milestones.overdueCount', { count })));
  return notices.some((notice) => [notice, notice + bare(t('milestones.page'))].includes(bareOf(line)));
}
