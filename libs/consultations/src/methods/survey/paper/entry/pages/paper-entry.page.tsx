import { describeFields } from '@isegoria/portal-kit';
import { About, Form, Heading, SubmitButton, TextField, Time, Words, useTexts, type FormState } from '@isegoria/ui';
import { UnlessRefused } from '../../../../../consultation/office/not-now.page';
import { OfficeTrail } from '../../../../../consultation/office/office-trail.page';
import type { ComponentChildren } from 'preact';
import type { ActivityView } from '../../../../../activity/activity.contract';
import type { ReadConsultation } from '../../../../../translation/reading/translated.page';
import { ConditionSaid } from '../../../drafting/condition/condition-said.page';
import { whyNotOpen } from '../../../../../phase/why-not';
import type { Questionnaire } from '../../../questionnaire/questionnaire.contract';
import { questionsOf } from '../../../questionnaire/questionnaire.pure';
import { QuestionField } from '../../../response/pages/question-field.page';
import { useTranslated } from '../../paper-form.page';
import { UnansweredField } from '../../unanswered/unanswered.page';
import { enterPaperForm } from '../paper-entry.contract';

describeFields(
  {
    form: { wrong: 'paperEntry.number.wrong', refusedBy: ['FORM_ENTERED'] },
    formCode: { wrong: 'paperEntry.code.wrong', max: 40 },
    answers: { isPart: true },
    unanswered: { isPart: true },
  },
  enterPaperForm,
);

export const paperFormsPath = (consultationId: string, activityId: string) =>
  `/office/consultations/${consultationId}/activities/${activityId}/paper`;

/** A survey of which forms come back on paper. */
export interface OnPaper {
  readonly consultation: ReadConsultation;
  readonly activity: ActivityView;
  readonly questionnaire: Questionnaire;
}

export const phaseOf = ({ consultation, activity }: Pick<OnPaper, 'consultation' | 'activity'>) =>
  consultation.phases.find(({ id }) => id === activity.phaseId);

interface PaperFrameProps extends OnPaper {
  readonly heading: string;
  /** Whether the list of forms is one step up. */
  readonly isBelow?: boolean;
  readonly children: ComponentChildren;
}

/** Around each page about forms on paper. */
export function PaperFrame({ consultation, activity, heading, isBelow, children }: PaperFrameProps) {
  const { t } = useTexts();
  const phase = phaseOf({ consultation, activity });
  const forms = { href: paperFormsPath(consultation.id, activity.id), label: t('paperEntry.title') };
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} below={isBelow ? [forms] : []} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {heading}
          </Heading>
          {activity.title !== null && (
            <p class="meta">
              <Words text={activity.title} by="office" />
            </p>
          )}
        </div>
        {phase?.status === 'open' && phase.closesAt !== null && (
          <p>
            {t('paperEntry.until')}{' '}
            <strong>
              <Time at={phase.closesAt} isEnd />
            </strong>
          </p>
        )}
        {children}
      </div>
    </About>
  );
}

/** The questions of a survey on one page, as they are on paper, for an official who types what somebody wrote. */
export function PaperEntryPage(props: OnPaper & { form: FormState }) {
  const { t } = useTexts();
  return (
    <PaperFrame {...props} heading={t('paperEntry.enter')} isBelow>
      <UnlessRefused why={whyNotOpen(phaseOf(props)?.status)} consultation={props.consultation} form={props.form}>
        <EntryForm {...props} />
      </UnlessRefused>
    </PaperFrame>
  );
}

function EntryForm({ consultation, activity, questionnaire, form }: OnPaper & { form: FormState }) {
  const { t } = useTexts();
  const field = { form: 'answers', state: form } as const;
  const questions = useTranslated(questionsOf(questionnaire));
  return (
    <Form name="answers" action={`${paperFormsPath(consultation.id, activity.id)}/new`} state={form} class="form stack-lg">
      <TextField {...field} name="formCode" label={t('paperEntry.code')} hint={t('paperEntry.code.hint')} max={40} />
      <TextField {...field} name="form" label={t('paperEntry.number')} hint={t('paperEntry.number.hint')} max={6} />
      <p class="meta">{t('unanswered.lead')}</p>
      {questionnaire.sections.map((section, index) => (
        <section class="stack-lg" aria-labelledby={`section-${index}`} key={index}>
          <Heading level={2} size="md" id={`section-${index}`}>
            {section.title ? <Words text={section.title} by="office" /> : t('paper.part', { number: index + 1 })}
          </Heading>
          {section.questions.map((question) => (
            <div class="stack" key={question.id}>
              {question.when && (
                <p class="meta">
                  <span>
                    <ConditionSaid says="paperEntry.onlyIf" when={question.when} questions={questions} />
                  </span>
                </p>
              )}
              {question.kind === 'file' ? (
                <p>
                  <Words text={question.text} by="office" /> <span class="meta">{t('paper.kind.file')}</span>
                </p>
              ) : (
                <>
                  <QuestionField
                    question={{ ...question, fact: undefined, quotas: undefined, isShuffled: false }}
                    form={form}
                    seed=""
                    mayHaveNone
                  />
                  <UnansweredField question={question} form={form} />
                </>
              )}
            </div>
          ))}
        </section>
      ))}
      {questions.some(({ when }) => when) && <p class="meta">{t('paperEntry.unasked')}</p>}
      <SubmitButton>{t('paperEntry.send')}</SubmitButton>
    </Form>
  );
}
