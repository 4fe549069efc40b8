import { About, Breadcrumbs, Heading, Link, Pagination, useTexts } from '@isegoria/ui';
import type { ReadConsultation } from '../../../../translation/reading/translated.page';
import type { StatementResultsPage } from '../statement-results.contract';
import type { OfficialAnswerView } from '../../../../official-answer/official-answer.contract';
import { StanceTag, UnderTheme, answerFormPath, officialAnswersPath } from '../../../../official-answer/pages/stance.page';
import type { StatementResult } from '../../deliberation.contract';
import { StatementTable } from '../statement-results.page';

export const statementListPath = (consultationId: string, activityId: string) =>
  `/consultations/${consultationId}/activities/${activityId}/statements`;

export function StatementListPage(props: {
  consultation: ReadConsultation;
  activityId: string;
  results: StatementResultsPage;
  cursor?: string;
  /** The official answers to these statements. */
  answers: readonly OfficialAnswerView[];
  mayAnswer: boolean;
}) {
  const { t } = useTexts();
  const { id, title, language } = props.consultation;
  const { items, next, position } = props.results;
  const { answers, mayAnswer } = props;
  return (
    <About {...props.consultation}>
      <Breadcrumbs
        trail={[
          { href: `/consultations/${id}`, label: title, language },
          { href: `/consultations/${id}/results`, label: t('results.tag') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('results.statements')}
        </Heading>
        <p class="computed">{t('results.computed', { position })}</p>
      </div>
      <StatementTable
        statements={items}
        more={
          mayAnswer || answers.length > 0
            ? {
                head: t('officialAnswers.column'),
                cell: (statement) => (
                  <AnswerTo
                    consultation={props.consultation}
                    statement={statement}
                    {...{ answers, mayAnswer }}
                    activityId={props.activityId}
                  />
                ),
              }
            : undefined
        }
      />
      <Pagination path={statementListPath(id, props.activityId)} cursor={props.cursor} next={next} oldestFirst />
    </About>
  );
}

/** What the office makes of a statement; for officials, the way to say it. */
function AnswerTo(props: {
  consultation: ReadConsultation;
  statement: StatementResult;
  answers: readonly OfficialAnswerView[];
  mayAnswer: boolean;
  activityId: string;
}) {
  const { t } = useTexts();
  const { consultation, statement, answers, mayAnswer } = props;
  const answer = answers.find(({ aboutId }) => aboutId === statement.id);
  const path = answer && `${officialAnswersPath(consultation.id)}#answer-${answer.aboutId}`;
  // The words of what waits unseen are in no list.
  const isRead = statement.status === 'accepted' || (statement.status === 'pending' && statement.text !== null);
  return (
    <>
      {answer && path && (
        <Link href={path}>
          <StanceTag stance={answer.stance} />
        </Link>
      )}{' '}
      {answer && <UnderTheme answer={answer} />}{' '}
      {mayAnswer && (isRead || answer) && (
        <Link href={answerFormPath(consultation.id, { activityId: props.activityId, about: 'statement', aboutId: statement.id })}>
          {t(answer ? 'officialAnswers.correct' : 'officialAnswers.give')}
        </Link>
      )}
    </>
  );
}
