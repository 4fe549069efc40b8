import type { QuestionView } from '@isegoria/feedback';
import { directionOf } from '@isegoria/texts';
import { CitizenText, Heading, Link, Tag, Time, useTexts } from '@isegoria/ui';
import type { ConsultationSummary } from '../../consultation/consultation.contract';
import { titleFor } from '../../translation/reading/translated.page';

/** A question of somebody, and the consultation about which it was asked, if about one. */
export interface AskedAbout {
  readonly question: QuestionView;
  readonly consultation?: ConsultationSummary;
}

/** What people asked last about a topic or an area and about its consultations, and whether they have their answer. */
export function QuestionsAbout(props: { asked: readonly AskedAbout[] }) {
  const { t, language } = useTexts();
  if (props.asked.length === 0) return null;
  return (
    <section class="section stack" aria-labelledby="questions">
      <Heading level={2} size="md" id="questions">
        {t('category.questions')}
      </Heading>
      <ul class="rows">
        {props.asked.map(({ question, consultation }) => {
          const title = consultation && titleFor(language, consultation);
          return (
            <li key={question.id}>
              <div class="tags">
                <Tag colour={question.answer === null ? 'neutral' : 'success'}>
                  {t(question.answer === null ? 'category.question.waits' : 'category.question.answered')}
                </Tag>
              </div>
              <CitizenText text={question.text} class="loop-label" />
              <p class="meta">
                <Link href={`/questions/${question.id}`}>
                  {t(question.answer === null ? 'category.question.open' : 'category.question.read')}
                </Link>
                <Time at={question.askedAt} />
                {title && (
                  <a
                    class="ds-link"
                    href={`/consultations/${consultation.id}/questions`}
                    lang={title.language}
                    dir={directionOf(title.language)}
                  >
                    {title.text}
                  </a>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
