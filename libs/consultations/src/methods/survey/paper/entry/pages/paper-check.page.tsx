import { limits } from '@isegoria/kernel';
import { ButtonLink, Form, Heading, Notice, Sentence, SubmitButton, TextField, Words, useTexts, type FormState } from '@isegoria/ui';
import { own, visibleQuestions } from '../../../questionnaire/conditions.pure';
import { AnswerLine, answerInWords } from '../../../response/pages/answer-in-words.page';
import { whyNotOpen } from '../../../../../phase/why-not';
import { WhyUnanswered, byQuestion } from '../../unanswered/unanswered.page';
import type { PaperFormEntry } from '../paper-entry.contract';
import { PaperFrame, paperFormsPath, phaseOf, type OnPaper } from './paper-entry.page';

export interface CheckForms {
  readonly confirmation: FormState;
  readonly sendingBack: FormState;
}

/** What was entered of a form, to be compared with the paper. */
export function PaperCheckPage(props: OnPaper & CheckForms & { entry: PaperFormEntry }) {
  const { t } = useTexts();
  const { consultation, activity, entry, confirmation, sendingBack } = props;
  const path = paperFormsPath(consultation.id, activity.id);
  const isClosed = whyNotOpen(phaseOf(props)?.status) !== undefined;
  return (
    <PaperFrame {...props} heading={t('paperEntry.form', { form: entry.form })} isBelow>
      {entry.status === 'confirmed' && !entry.beyondQuota && <Notice colour="success">{t('paperEntry.counts')}</Notice>}
      {entry.status === 'confirmed' && entry.beyondQuota && <Notice colour="warning">{t('quota.paperBeyond')}</Notice>}
      {entry.status === 'sentBack' && (
        <>
          <Notice colour="info">
            <Sentence says="paperEntry.why" words={{ reason: <Words text={entry.reason ?? ''} by="office" /> }} />
          </Notice>
          {!isClosed && (
            <p>
              <ButtonLink href={`${path}/new?form=${entry.form}`}>{t('paperEntry.again')}</ButtonLink>
            </p>
          )}
        </>
      )}
      {entry.status !== 'confirmed' && <Entered {...props} />}
      {entry.status !== 'confirmed' && isClosed && <Notice colour="warning">{t('paperEntry.tooLate')}</Notice>}
      {entry.status === 'waiting' && !isClosed && (
        <>
          {entry.mayConfirm ? (
            <Form name="confirmation" action={`${path}/${entry.form}/confirmation`} state={confirmation}>
              <input type="hidden" name="answers" value={entry.commitment} />
              <p class="meta">{t('paperEntry.confirmLead')}</p>
              <SubmitButton>{t('paperEntry.confirm')}</SubmitButton>
            </Form>
          ) : (
            <Notice colour="info">{t('paperEntry.ownEntry')}</Notice>
          )}
          <Form name="return" action={`${path}/${entry.form}/return`} state={sendingBack}>
            <input type="hidden" name="answers" value={entry.commitment} />
            <TextField
              form="return"
              name="reason"
              state={sendingBack}
              label={t('moderation.reason')}
              hint={t('paperEntry.sendBackLead')}
              max={limits.reasonLength}
            />
            <SubmitButton variant="secondary">{t('paperEntry.sendBack')}</SubmitButton>
          </Form>
        </>
      )}
    </PaperFrame>
  );
}

/** Question by question, in the order of the paper. */
function Entered({ questionnaire, entry }: OnPaper & { entry: PaperFormEntry }) {
  const texts = useTexts();
  const { t } = texts;
  const unanswered = byQuestion(entry.unanswered);
  return (
    <section class="panel stack" aria-labelledby="entered">
      <Heading level={2} size="sm" id="entered">
        {t('paperEntry.compare')}
      </Heading>
      <dl class="facts">
        {visibleQuestions(questionnaire, entry.answers).map((question) => (
          <div key={question.id}>
            <dt>
              <Words text={question.text} by="office" />
            </dt>
            <dd>
              {answerInWords(question, own(entry.answers, question.id), texts)?.map((line, at) => (
                <div key={at}>
                  <AnswerLine parts={line} />
                </div>
              )) ?? (own(unanswered, question.id) === undefined && <span class="erased">{t('survey.notAnswered')}</span>)}
              {own(unanswered, question.id) && <WhyUnanswered why={own(unanswered, question.id)!} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
