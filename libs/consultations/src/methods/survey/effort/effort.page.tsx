import { Heading, Words, useTexts } from '@isegoria/ui';
import type { ActivityOfOffice } from '../../method/method.page';
import { questionsOf } from '../questionnaire/questionnaire.pure';
import { minutesFor } from './effort.pure';

/** Minutes after which many people give up. */
const patience = 10;

/** What an office should know of a survey before it is published: advice, and nothing that hinders. */
export function SurveyAdvice({ activity }: ActivityOfOffice) {
  const { t } = useTexts();
  const { questionnaire } = activity.settings;
  if (!questionnaire) return null;
  const questions = questionsOf(questionnaire);
  const minutes = minutesFor(questionnaire);
  const id = `survey-${activity.id}`;
  const long = questionnaire.sections.flatMap((section, index) => (section.questions.length > 10 ? [index + 1] : []));
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading level={2} size="sm" id={id}>
        {activity.title === null ? t('survey.advice') : <Words text={activity.title} by="office" />}
      </Heading>
      <p>{t('survey.advice.length', { questions: questions.length, pages: questionnaire.sections.length, minutes })}</p>
      <ul class="ds-list">
        {minutes > patience && <li>{t('survey.advice.long', { minutes: patience })}</li>}
        {long.map((page) => (
          <li key={page}>{t('survey.advice.longPage', { number: page })}</li>
        ))}
        {questions.length > 3 && questions.every(({ isRequired }) => isRequired) && <li>{t('survey.advice.allRequired')}</li>}
        {questions.some(({ kind, fact, hint }) => kind === 'file' && !fact && !hint) && <li>{t('survey.advice.file')}</li>}
        <li>{t('survey.advice.locked')}</li>
      </ul>
    </section>
  );
}
