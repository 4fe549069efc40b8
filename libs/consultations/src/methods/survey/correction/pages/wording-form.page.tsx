import { limits } from '@isegoria/kernel';
import { describeFields } from '@isegoria/portal-kit';
import { About, Form, Heading, Link, SubmitButton, TextArea, TextField, Words, useTexts, type FormState } from '@isegoria/ui';
import { UnlessRefused } from '../../../../consultation/office/not-now.page';
import { OfficeTrail } from '../../../../consultation/office/office-trail.page';
import type { ActivityView } from '../../../../activity/activity.contract';
import type { ConsultationView } from '../../../../consultation/consultation.contract';
import { whyNotToComeOrOpen, type WhyNot } from '../../../../phase/why-not';
import type { ActivityOfOffice } from '../../../method/method.page';
import { DraftFields } from '../../drafting/questionnaire-draft.page';
import { questionAt, sectionAt } from '../../drafting/fields/questionnaire-fields.page';
import { TakeAlong } from '../../paper/take-along.page';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.contract';
import { questionnaireLimits as most } from '../../questionnaire/questionnaire.pure';
import { hasQuotas } from '../../quotas/quotas.pure';
import { correctQuestionnaire } from '../questionnaire-correction.contract';

describeFields({ note: { wrong: 'wording.note.wrong', max: limits.reasonLength } }, correctQuestionnaire);

export const wordingPath = (consultationId: string, activityId: string) =>
  `/office/consultations/${consultationId}/activities/${activityId}/questions`;

/** What an office does with the questions of a survey where it runs the consultation. */
export function QuestionsForOffice(props: ActivityOfOffice) {
  const { t } = useTexts();
  const { consultation, activity, isFixed } = props;
  const id = `correct-${activity.id}`;
  const phase = consultation.phases.find(({ id: own }) => own === activity.phaseId);
  const isOffered = !isFixed && !consultation.cancellation && whyNotToComeOrOpen(phase?.status) === undefined;
  return (
    <>
      {isOffered && (
        <section class="stack" aria-labelledby={id}>
          <Heading level={2} size="md" id={id}>
            {t('wording.correct')}
          </Heading>
          {activity.title !== null && (
            <p>
              <Words text={activity.title} by="office" />
            </p>
          )}
          <p>{t('wording.what')}</p>
          <p>
            <Link href={wordingPath(consultation.id, activity.id)}>{t('wording.correct')}</Link>
          </p>
        </section>
      )}
      <TakeAlong {...props} />
    </>
  );
}

export function CorrectQuestionsPage(props: {
  consultation: ConsultationView;
  activity: ActivityView;
  questionnaire: Questionnaire;
  /** Why nothing can be corrected now. */
  why: WhyNot;
  /** When it opens, while that is to come and its questions are not locked yet. */
  opensAt: string | undefined;
  form: FormState;
}) {
  const { t, dateTime } = useTexts();
  const { consultation, activity, questionnaire, why, opensAt, form } = props;
  const own = { form: 'draft', state: form } as const;
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <Heading level={1} size="lg">
          {t('wording.correct')}
        </Heading>
        <UnlessRefused {...{ why, consultation, form }}>
          <p>{opensAt === undefined ? t('wording.open') : t('wording.beforeOpening', { date: dateTime(opensAt) })}</p>
          {opensAt === undefined && hasQuotas({ questionnaire }) && <p>{t('quota.fixed')}</p>}
          <Form name="draft" action={wordingPath(consultation.id, activity.id)} state={form} class="form stack-lg">
            {opensAt === undefined ? <WordingFields questionnaire={questionnaire} form={form} /> : <DraftFields form={form} at="" />}
            <TextField {...own} name="note" label={t('wording.note')} hint={t('wording.note.hint')} max={limits.reasonLength} />
            <SubmitButton>{t('wording.send')}</SubmitButton>
          </Form>
        </UnlessRefused>
      </div>
    </About>
  );
}

/** A field for each of the words, and for nothing else: what an answer means cannot be changed here by a slip. */
function WordingFields({ questionnaire, form }: { questionnaire: Questionnaire; form: FormState }) {
  const { t } = useTexts();
  const own = { form: 'draft', state: form } as const;
  let number = 0;
  return (
    <>
      {questionnaire.sections.map(({ questions }, section) => (
        <fieldset class="ds-fieldset stack survey-page" key={section}>
          <legend class="ds-label">{t('wording.page', { number: section + 1 })}</legend>
          <TextField {...own} name={`${sectionAt(section)}title`} label={t('survey.section.title')} max={most.titleLength} />
          <TextArea {...own} name={`${sectionAt(section)}text`} label={t('survey.section.text')} max={most.textLength} rows={3} />
          {questions.map((question, index) => (
            <WordsOfQuestion question={question} at={questionAt(section, index)} number={++number} form={form} key={question.id} />
          ))}
        </fieldset>
      ))}
    </>
  );
}

function WordsOfQuestion({ question, at, number, form }: { question: Question; at: string; number: number; form: FormState }) {
  const { t } = useTexts();
  const field = (name: string) => ({ form: 'draft', name: `${at}${name}`, state: form }) as const;
  const isWrong = form.errors.some((error) => error.field?.startsWith(at));
  return (
    <details class="ds-details card-tinted" data-variant="default" open={isWrong || undefined}>
      <summary>
        {t('survey.question', { number })} <Words text={question.text} by="office" />
      </summary>
      <div class="stack">
        <TextField {...field('text')} label={t('survey.question.text')} max={most.questionLength} />
        {(question.options ?? []).map(({ id }, index) => (
          <TextField {...field(`options[${index}].text`)} label={t('wording.option', { number: index + 1 })} max={most.optionLength} key={id} />
        ))}
        {(question.rows ?? []).map(({ id }, index) => (
          <TextField {...field(`rows[${index}].text`)} label={t('wording.row', { number: index + 1 })} max={most.optionLength} key={id} />
        ))}
        {question.scale && (
          <>
            <TextField {...field('scale.fromLabel')} label={t('survey.scale.fromLabel')} max={most.labelLength} />
            <TextField {...field('scale.toLabel')} label={t('survey.scale.toLabel')} max={most.labelLength} />
            {(question.scale.steps ?? []).map((_, index) => (
              <TextField {...field(`scale.steps[${index}]`)} label={t('wording.option', { number: index + 1 })} max={most.labelLength} key={index} />
            ))}
          </>
        )}
        <TextField {...field('hint')} label={t('survey.hint')} max={most.hintLength} />
        <TextArea {...field('fact')} label={t('survey.fact')} max={most.textLength} rows={4} />
      </div>
    </details>
  );
}
