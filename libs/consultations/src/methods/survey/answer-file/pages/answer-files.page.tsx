import type { Page } from '@isegoria/kernel';
import { blankForm, sizeInWords } from '@isegoria/portal-kit';
import { About, DataTable, EmptyState, Form, Heading, Pagination, SubmitButton, Time, Words, useTexts } from '@isegoria/ui';
import { OfficeTrail } from '../../../../consultation/office/office-trail.page';
import type { ActivityView } from '../../../../activity/activity.contract';
import type { ConsultationView } from '../../../../consultation/consultation.contract';
import { PurposeField } from '../../../../export/purpose/purpose-field.page';
import type { Questionnaire } from '../../questionnaire/questionnaire.contract';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import type { AnswerFileView } from '../answer-file.contract';

export const answerFilesPath = (consultationId: string, activityId: string) =>
  `/office/consultations/${consultationId}/activities/${activityId}/files`;

/** A survey that asks for files. */
export interface WithAnswerFiles {
  readonly consultation: ConsultationView;
  readonly activity: ActivityView;
  readonly questionnaire: Questionnaire;
}

/** Recorded as any export is, with what it is needed for; the page of the consultation asks for that again where it is left out. */
function TakeAll({ consultation, activityId }: { consultation: ConsultationView; activityId: string }) {
  const { t } = useTexts();
  const form = blankForm();
  return (
    <details class="ds-details" data-variant="default" data-color="neutral">
      <summary>{t('answerFiles.all')}</summary>
      <Form name="export" action={`/office/consultations/${consultation.id}/exports`} state={form}>
        <p>{t('answerFiles.allLead')}</p>
        <input type="hidden" name="contents" value={`answer-files ${activityId}`} />
        <PurposeField state={form} />
        <SubmitButton>{t('export.send')}</SubmitButton>
      </Form>
    </details>
  );
}

/** The files of all responses that stand, each to be downloaded. */
export function AnswerFilesPage(props: WithAnswerFiles & { files: Page<AnswerFileView>; cursor?: string; mayExport: boolean }) {
  const { t } = useTexts();
  const { consultation, activity, questionnaire, files, cursor } = props;
  const path = answerFilesPath(consultation.id, activity.id);
  const asked = new Map(questionsOf(questionnaire).map(({ id, text }) => [id, text]));
  return (
    <About language={consultation.language}>
      <div class="stack-lg">
        <OfficeTrail consultation={consultation} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('answerFiles.title')}
          </Heading>
          {activity.title !== null && (
            <p class="meta">
              <Words text={activity.title} by="office" />
            </p>
          )}
        </div>
        <p>{t('answerFiles.lead')}</p>
        {props.mayExport && files.items.length > 0 && <TakeAll consultation={consultation} activityId={activity.id} />}
        {files.items.length === 0 ? (
          <EmptyState>{t('answerFiles.none')}</EmptyState>
        ) : (
          <DataTable
            caption={t('answerFiles.title')}
            captionHidden
            rows={files.items}
            columns={[
              {
                head: t('answerFiles.file'),
                cell: ({ file, name }) =>
                  name === null ? (
                    <span class="erased">{t('answerFiles.erased')}</span>
                  ) : (
                    <a class="ds-link" href={`${path}/${file}`} download="">
                      <Words text={name} />
                    </a>
                  ),
              },
              { head: t('answerFiles.question'), cell: ({ question }) => <Words text={asked.get(question) ?? question} by="office" /> },
              { head: t('answerFiles.size'), cell: ({ name, mediaType, size }) => sizeInWords(t, { name: name ?? '', mediaType, size }) },
              { head: t('answerFiles.givenAt'), cell: ({ givenAt }) => <Time at={givenAt} withTime /> },
              { head: t('answerFiles.voter'), cell: ({ voter }) => <code dir="ltr">{voter.slice(0, 8)}</code> },
            ]}
          />
        )}
        <Pagination path={path} cursor={cursor} next={files.next} />
      </div>
    </About>
  );
}
