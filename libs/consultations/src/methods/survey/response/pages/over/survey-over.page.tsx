import { UnfoldedReceipt } from '@isegoria/portal-kit';
import { Heading, Notice, Words, useTexts } from '@isegoria/ui';
import type { ActivityView } from '../../../../../activity/activity.contract';
import { OwnFile } from '../../../answer-file/pages/file-question.page';
import { questionsOf, type Answers, type FileAnswer, type Questionnaire } from '../../../questionnaire/questionnaire.pure';
import { BeyondQuota } from '../../../quotas/pages/quotas-told.page';
import { Frame, type FrameProps } from '../response-pages.page';
import { AnswerLine, answerInWords } from '../answer-in-words.page';

export interface SurveyOverProps extends Pick<FrameProps, 'consultation' | 'isTest' | 'isByLink'> {
  readonly title: string;
  readonly questionnaire: Questionnaire;
  /** What was sent; absent where nothing was. */
  readonly sent?: Answers;
  /** What was kept or typed, and never sent. */
  readonly unsent: readonly Answers[];
  readonly filesAt?: string;
  /** Of what was sent, for whoever finds it nowhere else. */
  readonly receipt?: string;
  /** The settings of the survey where what was sent is beyond a quota. */
  readonly beyond?: ActivityView['settings'];
}

/** In place of the form and of the check before sending, once nothing can be sent any more. */
export function SurveyOver(props: SurveyOverProps) {
  const { t } = useTexts();
  const { sent, unsent } = props;
  return (
    <Frame {...props} heading={props.title} progress={t('survey.title')}>
      <Notice colour="warning">{t(sent ? 'survey.overSent' : 'survey.over')}</Notice>
      {props.beyond && <BeyondQuota settings={props.beyond} />}
      {props.receipt && <UnfoldedReceipt text={props.receipt} />}
      {sent && <Listed {...props} heading={t('survey.whatWasSent')} answers={sent} />}
      {unsent.map((answers, at) => Object.keys(answers).length > 0 && (
        <Listed {...props} heading={t('survey.neverSent')} answers={answers} key={at} />
      ))}
    </Frame>
  );
}

function Listed({ heading, questionnaire, answers, filesAt }: SurveyOverProps & { heading: string; answers: Answers }) {
  const texts = useTexts();
  const { t } = texts;
  const asked = questionsOf(questionnaire).filter(({ id }) => (answers[id] ?? null) !== null);
  return (
    <section class="panel">
      <Heading level={2} size="sm">
        {heading}
      </Heading>
      {asked.length === 0 && <p>{t('survey.notAnswered')}</p>}
      <dl class="facts">
        {asked.map((question) => (
          <div key={question.id}>
            <dt>
              <Words text={question.text} by="office" />
            </dt>
            <dd>
              {question.kind === 'file' ? (
                <OwnFile {...(answers[question.id] as FileAnswer)} filesAt={filesAt} />
              ) : (
                answerInWords(question, answers[question.id], texts)?.map((line, at) => (
                  <div key={at}>
                    <AnswerLine parts={line} />
                  </div>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
