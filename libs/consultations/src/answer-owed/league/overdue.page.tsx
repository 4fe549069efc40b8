import { Deadline, DueDay, Heading, Link, WordsIn, useTexts } from '@isegoria/ui';
import type { ConsultationSummary } from '../../consultation/consultation.contract';
import type { MilestoneView } from '../../milestone/milestone.contract';
import { milestonePath } from '../../milestone/pages/milestone-status.page';
import { titleFor } from '../../translation/reading/translated.page';

export const responseTimesPath = '/answers';

export interface OverdueProps {
  readonly answers: readonly ConsultationSummary[];
  readonly milestones: readonly MilestoneView[];
}

/** What is late, by name. */
export function Overdue({ answers, milestones }: OverdueProps) {
  const { t, language } = useTexts();
  if (answers.length + milestones.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="overdue">
      <Heading level={2} size="md" id="overdue">
        {t('responseTimes.late')}
      </Heading>
      <ul class="rows">
        {answers.map((consultation) => {
          const { id, answer } = consultation;
          const title = titleFor(language, consultation);
          return (
            <li key={id}>
              <Link href={`/consultations/${id}`}>
                <WordsIn language={title.language}>{title.text}</WordsIn>
              </Link>
              <p class="meta">
                {t('responseTimes.answerWasDue')} <Deadline at={answer.dueAt!} />
              </p>
            </li>
          );
        })}
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <Link href={milestonePath(milestone)}>
              <WordsIn language={milestone.language}>{`${milestone.title} – ${milestone.consultationTitle}`}</WordsIn>
            </Link>
            <p class="meta">
              <span>
                {t('milestones.wasDue')} <DueDay at={milestone.dueAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
