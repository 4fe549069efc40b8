import { About, Breadcrumbs, CitizenText, EmptyState, Heading, Pagination, Words, useTexts } from '@isegoria/ui';
import { AnswerLink, officialAnswersPath } from '../../../../official-answer/pages/stance.page';
import type { ConsultationView } from '../../../../consultation/consultation.contract';
import type { Question } from '../../questionnaire/questionnaire.pure';
import type { WrittenTexts } from '../written-text.contract';
import { writtenTextsPath } from './written-text-paths.page';

interface WrittenTextsProps {
  readonly consultation: ConsultationView;
  readonly activityId: string;
  readonly question: Question;
  readonly texts: WrittenTexts;
  readonly cursor?: string;
}

/** What people wrote in answer to one question, as far as moderators list it. */
export function WrittenTextsPage({ consultation, activityId, question, texts, cursor }: WrittenTextsProps) {
  const { t } = useTexts();
  const { id, title, language } = consultation;
  const { state, items, next, count, position } = texts;
  return (
    <About language={language}>
      <div class="narrow stack-lg">
        <Breadcrumbs
          trail={[
            { href: `/consultations/${id}`, label: title, language },
            { href: `/consultations/${id}/results`, label: t('results.tag') },
          ]}
        />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('written.title')}
          </Heading>
          <p class="lead">
            <Words text={question.text} by="office" />
          </p>
          {state === 'shown' && <p>{t('written.counts', { texts: texts.texts, listed: count })}</p>}
          {state === 'shown' && count > 0 && <p>{t('textsAnswered.finding', { listed: count, answered: texts.answered })}</p>}
          <p class="meta">{t(state === 'shown' ? 'written.lead' : `written.${state}`)}</p>
          <p class="computed">{t('results.computed', { position })}</p>
        </div>
        {state === 'shown' && items.length === 0 && <EmptyState>{t('written.none')}</EmptyState>}
        {items.length > 0 && (
          <ul class="rows">
            {items.map(({ text, words, answer }) => (
              <li key={text}>
                <CitizenText text={words} />
                {answer && <AnswerLink answersAt={officialAnswersPath(id)} answer={answer} />}
              </li>
            ))}
          </ul>
        )}
        <Pagination path={writtenTextsPath(id, activityId, question.id)} cursor={cursor} next={next} />
      </div>
    </About>
  );
}
