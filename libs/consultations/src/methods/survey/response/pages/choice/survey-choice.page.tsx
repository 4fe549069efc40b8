import { Form, Notice, SubmitButton, Words, useTexts, type FormState } from '@isegoria/ui';
import { questionsOf, type Answers, type Questionnaire } from '../../../questionnaire/questionnaire.pure';
import { AnswerLine, answerInWords } from '../answer-in-words.page';
import { Frame, type FrameProps } from '../response-pages.page';

interface ChoiceProps extends Pick<FrameProps, 'consultation' | 'title' | 'isTest' | 'isByLink'> {
  readonly questionnaire: Questionnaire;
  readonly path: string;
  /** What was sent, or saved first. */
  readonly one: Answers;
  readonly other: Answers;
  /** Whether neither of them was sent. */
  readonly isKept: boolean;
  /** Tells these two from others. */
  readonly version: string;
  readonly form: FormState;
}

/** What was sent or saved first, and what was saved beside it, where they differ, for whoever has to say which of them to go on with. */
export function SurveyChoice(props: ChoiceProps) {
  const texts = useTexts();
  const { t } = texts;
  const { questionnaire, isKept } = props;
  const differing = questionsOf(questionnaire).flatMap((question) => {
    const [one, other] = [props.one, props.other].map((answers) => answerInWords(question, answers[question.id], texts));
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ question, one, other }];
  });
  return (
    <Frame {...props} heading={t(isKept ? 'survey.whichTypedHeading' : 'survey.whichHeading')} progress={props.title}>
      <Notice colour="warning">{t(isKept ? 'survey.whichTyped' : 'survey.which')}</Notice>
      {differing.map(({ question, one, other }) => (
        <section class="panel" key={question.id}>
          <p>
            <strong>
              <Words text={question.text} by="office" />
            </strong>
          </p>
          <dl class="facts">
            <Answered label={t(isKept ? 'survey.whichFirst' : 'survey.whichSent')} lines={one} />
            <Answered label={t(isKept ? 'survey.whichLater' : 'survey.whichKept')} lines={other} />
          </dl>
        </section>
      ))}
      <Form name="answers" action={`${props.path}/1`} state={props.form}>
        <input type="hidden" name="asked" value="" />
        <input type="hidden" name="choice" value={props.version} />
        <div class="button-row">
          <SubmitButton name="go" value="kept">
            {t(isKept ? 'survey.useLater' : 'survey.useKept')}
          </SubmitButton>
          <SubmitButton variant="secondary" name="go" value="sent">
            {t(isKept ? 'survey.useFirst' : 'survey.useSent')}
          </SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

function Answered({ label, lines }: { readonly label: string; readonly lines: ReturnType<typeof answerInWords> }) {
  const { t } = useTexts();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {lines?.map((line, at) => (
          <div key={at}>
            <AnswerLine parts={line} />
          </div>
        )) ?? <span class="erased">{t('survey.notAnswered')}</span>}
      </dd>
    </div>
  );
}
