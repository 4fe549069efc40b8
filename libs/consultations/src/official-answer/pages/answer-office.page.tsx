import { limits } from '@isegoria/kernel';
import { describeFields, textOf } from '@isegoria/portal-kit';
import {
  About,
  Form,
  Heading,
  Link,
  Sentence,
  SubmitButton,
  Words,
  WordsIn,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { UnlessRefused, notPublished } from '../../consultation/office/not-now.page';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { ActivityView } from '../../activity/activity.contract';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { SaidText, type SaidWords } from '../../methods/deliberation/said-words/said-words.page';
import { pagesOf } from '../../methods/methods.page';
import { whyNotOver, type WhyNot } from '../../phase/why-not';
import { groupAnswerPath } from '../group/group-answer.page';
import { publishOfficialAnswer, type OfficialAnswerView } from '../official-answer.contract';
import { ActivityName, answerTo, questionIn, saidIn } from './activity-name.page';
import { AnswerFields } from './answer-fields.page';
import { answerFormPath, type Answered } from './stance.page';

describeFields(
  {
    stance: { wrong: 'field.kind.wrong', steers: true },
    textVersion: { steers: true },
    note: { wrong: 'correction.note.wrong', max: limits.reasonLength },
  },
  publishOfficialAnswer,
);

/** The form by which an office answers one thing, or corrects its answer. */
export function AnswerOfficePage(props: {
  consultation: ConsultationView;
  answered: Answered;
  /** Of a statement, or a paragraph. */
  words?: SaidWords;
  standing?: OfficialAnswerView;
  form: FormState;
}) {
  const { t } = useTexts();
  const { consultation, answered, standing, form } = props;
  const field = { form: 'official-answer', state: form } as const;
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t(standing ? 'officialAnswers.correct' : 'officialAnswers.title')}
          </Heading>
          <p class="meta">{t(answerTo(consultation, answered))}</p>
          {answered.about === 'activity' ? (
            <p class="lead">
              <ActivityName of={consultation} activityId={answered.activityId} />
            </p>
          ) : answered.about === 'question' ? (
            <p class="lead">
              <WordsIn language={consultation.language}>{questionIn(consultation, answered.activityId, answered.aboutId)}</WordsIn>
            </p>
          ) : answered.about === 'paragraph' ? (
            <p class="lead">
              <WordsIn language={consultation.language}>{props.words?.text ?? ''}</WordsIn>
            </p>
          ) : (
            <SaidText said={props.words} class="lead" />
          )}
        </div>
        <UnlessRefused {...{ why: whyNotAnswered(consultation, answered), consultation, form }}>
          <Form name="official-answer" action={answerFormPath(consultation.id, answered)} state={form} withFiles>
            {answered.about === 'paragraph' && <input type="hidden" name="read" value={textOf(form, 'read')} />}
            <AnswerFields
              {...field}
              textHint={t('officialAnswers.text.hint')}
              noteHint={t('officialAnswers.note.hint')}
              isCorrection={standing !== undefined}
            />
            <SubmitButton>{t('officialAnswers.publish')}</SubmitButton>
          </Form>
        </UnlessRefused>
      </div>
    </About>
  );
}

const phaseOf = ({ phases }: ConsultationView, phaseId: string) => phases.find(({ id }) => id === phaseId);

/** Why there is no answer yet: what people may still do is not judged as a whole. */
function whyNotAnswered(consultation: ConsultationView, { about, activityId }: Answered): WhyNot {
  const activity = consultation.activities.find(({ id }) => id === activityId);
  const isWhole = about !== 'statement';
  return notPublished(consultation) ?? (isWhole ? whyNotOver(activity && phaseOf(consultation, activity.phaseId)?.status) : undefined);
}

/** On the page where an office runs a consultation: what it may answer. */
export function AnswersToGive({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const over = consultation.activities.filter(({ phaseId }) => whyNotOver(phaseOf(consultation, phaseId)?.status) === undefined);
  const spoken = consultation.activities.filter(({ method }) => pagesOf(method).said);
  if (notPublished(consultation) || over.length + spoken.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="official-answers">
      <Heading level={2} size="md" id="official-answers">
        {t('officialAnswers.title')}
      </Heading>
      <p>{t('officialAnswers.office')}</p>
      <ul class="ds-list">
        {over.map(({ id }) => (
          <li key={`activity ${id}`}>
            <Link href={answerFormPath(consultation.id, { activityId: id, about: 'activity', aboutId: id })}>
              <Sentence says="officialAnswers.giveTo" words={{ name: <ActivityName of={consultation} activityId={id} /> }} />
            </Link>
          </li>
        ))}
        {over.map((activity) => (
          <QuestionsToAnswer consultation={consultation} activity={activity} key={`questions ${activity.id}`} />
        ))}
        {spoken.map(({ id }) => (
          <li key={`said ${id}`}>
            <Link href={groupAnswerPath(consultation.id, id)}>
              <Sentence says={saidIn(consultation, id).answerAll} words={{ name: <ActivityName of={consultation} activityId={id} /> }} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where an activity asks several things, each of them. */
function QuestionsToAnswer(props: { consultation: ConsultationView; activity: ActivityView }) {
  const { consultation, activity } = props;
  const { id: activityId, method } = activity;
  const questions = pagesOf(method).questions?.(activity) ?? [];
  if (questions.length === 0) return null;
  return (
    <li>
      <details class="ds-details as-table" data-variant="default" data-color="neutral">
        <summary>
          <Sentence says="officialAnswers.questions" words={{ name: <ActivityName of={consultation} activityId={activityId} /> }} />
        </summary>
        <ul class="ds-list">
          {questions.map(({ id: aboutId, text }) => (
            <li key={aboutId}>
              <Link href={answerFormPath(consultation.id, { activityId, about: 'question', aboutId })}>
                <Words text={text} by="office" />
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
