import { Heading, Link, Words, useTexts } from '@isegoria/ui';
import type { ActivityOfOffice } from '../../method/method.page';
import { surveyLinksPath } from '../links/pages/survey-links.page';
import { answerFilesPath } from '../answer-file/pages/answer-files.page';
import { questionsOf } from '../questionnaire/questionnaire.pure';
import { paperFormsPath } from './entry/pages/paper-entry.page';
import { paperPath } from './paper-form.page';

export const questionsFilePath = (consultationId: string, activityId: string) =>
  `/consultations/${consultationId}/activities/${activityId}/questionnaire.json`;

/** Where an office takes the questions of a survey along: printed, or as a file. */
export function TakeAlong({ consultation, activity }: ActivityOfOffice) {
  const { t } = useTexts();
  const id = `take-${activity.id}`;
  const { questionnaire = { sections: [] } } = activity.settings;
  const asksForFiles = questionsOf(questionnaire).some(({ kind }) => kind === 'file');
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading level={2} size="md" id={id}>
        {t('paper.take')}
      </Heading>
      {activity.title !== null && (
        <p>
          <Words text={activity.title} by="office" />
        </p>
      )}
      <ul class="ds-list">
        <li>
          <Link href={paperPath(consultation.id, activity.id)}>{t('paper.title')}</Link>
        </li>
        {asksForFiles && consultation.status !== 'draft' && (
          <li>
            <Link href={answerFilesPath(consultation.id, activity.id)}>{t('answerFiles.title')}</Link>
          </li>
        )}
        {consultation.status !== 'draft' && (
          <li>
            <Link href={paperFormsPath(consultation.id, activity.id)}>{t('paperEntry.title')}</Link>
          </li>
        )}
        {consultation.status !== 'draft' && (
          <li>
            <Link href={surveyLinksPath(consultation.id, activity.id)}>{t('links.title')}</Link>
          </li>
        )}
        <li>
          <Link href={questionsFilePath(consultation.id, activity.id)}>{t('paper.takeFile')}</Link>
        </li>
      </ul>
    </section>
  );
}
