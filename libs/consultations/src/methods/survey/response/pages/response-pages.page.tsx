import type { ActivityView } from '../../../../activity/activity.contract';
import { titleFor, type ReadConsultation } from '../../../../translation/reading/translated.page';
import { SignInAside, SignInFirst, ThankYou, UnfoldedReceipt, mayWrite } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  Form,
  Heading,
  Link,
  Notice,
  OfficeMarkdown,
  SubmitButton,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { pageConditions } from '../../asking/page-conditions.pure';
import { own, visibleQuestions } from '../../questionnaire/conditions.pure';
import { OwnFile } from '../../answer-file/pages/file-question.page';
import type { Answers, FileAnswer, Questionnaire } from '../../questionnaire/questionnaire.pure';
import { BeyondQuota } from '../../quotas/pages/quotas-told.page';
import { AnswerLine, answerInWords } from './answer-in-words.page';
import { BegunFields, type PageBegun } from './choice/begun.page';
import { QuestionField } from './question-field.page';

interface Shown {
  readonly consultation: ReadConsultation;
  readonly title: string;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  /** The address of the survey, behind which the number of a page stands. */
  readonly path: string;
  readonly isSignedIn: boolean;
  /** Where the person opens files of the own response; absent where there are none to open. */
  readonly filesAt?: string;
  /** Whether it is tried by the staff: nothing of it counts. */
  readonly isTest: boolean;
  /** Whether somebody responds by a personal link, as nobody. */
  readonly isByLink?: boolean;
  /** The address under which it goes on elsewhere, for whoever has no account. */
  readonly goOnAt?: string;
  /** Whether they said that they go on later. */
  readonly isLater?: boolean;
  /** Whether somebody responded by the same link from elsewhere. */
  readonly isAnsweredElsewhere?: boolean;
  readonly form: FormState;
}

type OfFrame = 'consultation' | 'title' | 'isTest' | 'isByLink' | 'goOnAt' | 'isLater' | 'isAnsweredElsewhere';
export interface FrameProps extends Pick<Shown, OfFrame> {
  readonly heading: string;
  readonly progress: string;
  readonly children: preact.ComponentChildren;
}

export function Frame(props: FrameProps) {
  const { consultation } = props;
  const { t } = useTexts();
  const title = titleFor(useTexts().language, consultation);
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: title.text, language: title.language }]} />
      <div class="page-head">
        <p class="meta">{props.progress}</p>
        <Heading level={1} size="lg">
          <Words text={props.heading} by="office" />
        </Heading>
      </div>
      {props.isTest && (
        <Notice colour="warning">
          <strong>{t('test.is')}</strong> {t('test.isWhat')}
        </Notice>
      )}
      {props.isByLink && <p class="meta">{t('links.youHave')}</p>}
      {props.isLater && props.goOnAt && <GoOnAt address={props.goOnAt} isOpen />}
      {props.isAnsweredElsewhere && <Notice colour="warning">{t('links.elsewhere')}</Notice>}
      {props.children}
      {props.goOnAt && !props.isLater && <GoOnAt address={props.goOnAt} />}
    </div>
    </About>
  );
}

/** For whoever has no account: the address has what this browser remembers for two hours. */
function GoOnAt({ address, isOpen }: { address: string; isOpen?: boolean }) {
  const { t } = useTexts();
  return (
    <details class="ds-details" data-variant="default" data-color="neutral" open={isOpen}>
      <summary>{t('links.goOn')}</summary>
      <div class="stack">
        <p>{t('links.goOnLead')}</p>
        <p>
          <a class="ds-link" href={address} dir="ltr">
            {address}
          </a>
        </p>
      </div>
    </details>
  );
}

/** A page of a survey: questions that are not asked of somebody with these answers are not on it. */
export function SurveySection(props: Shown & { number: number; seed: string; isNew: boolean; isToConfirm?: boolean; begun: PageBegun }) {
  const { t } = useTexts();
  const { questionnaire, answers, form, number, path } = props;
  const section = questionnaire.sections[number - 1]!;
  const asked = new Set(visibleQuestions(questionnaire, answers).map(({ id }) => id));
  const conditions = pageConditions(questionnaire, number - 1, answers);
  const asks = section.questions.filter(({ id }) => asked.has(id));
  // Those that may be shown while somebody answers are there, and hidden.
  const questions = conditions ? section.questions : asks;
  const total = questionnaire.sections.length;
  return (
    <Frame {...props} heading={section.title ?? props.title} progress={t('survey.page', { number, total })}>
      {section.text && <OfficeMarkdown source={section.text} below={1} />}
      {props.isNew && <Notice colour="info">{t('survey.moreToAnswer')}</Notice>}
      {mayWrite({ isSignedIn: props.isSignedIn, form }) ? (
        <Form
          name="answers"
          action={`${path}/${number}`}
          state={form}
          class="form stack-lg"
          withFiles={!props.isByLink && questions.some(({ kind }) => kind === 'file')}
        >
          <input type="hidden" name="asked" value={asks.map(({ id }) => id).join(' ')} />
          <BegunFields begun={props.begun} questions={questions} />
          {props.seed !== '' && <input type="hidden" name="order" value={props.seed} />}
          {conditions && (
            <p
              role="status"
              class="ds-sr-only"
              data-conditions={JSON.stringify(conditions)}
              data-more={t('survey.moreToAnswer')}
              data-less={t('survey.lessToAnswer')}
            />
          )}
          {questions.map((question) => (
            <QuestionField
              {...{ question, form }}
              seed={props.seed}
              isHidden={!asked.has(question.id)}
              takesFiles={!props.isByLink}
              isToConfirm={props.isToConfirm}
              filesAt={props.filesAt}
              key={question.id}
            />
          ))}
          <div class="button-row">
            <SubmitButton name="go" value="on">
              {t(number === total ? 'survey.toReview' : 'survey.on')}
            </SubmitButton>
            {number > 1 && (
              <SubmitButton variant="secondary" name="go" value="back">
                {t('survey.back')}
              </SubmitButton>
            )}
            <SubmitButton variant="tertiary" name="go" value="later">
              {t('survey.later')}
            </SubmitButton>
          </div>
          {!props.isSignedIn && <SignInAside />}
        </Form>
      ) : (
        <SignInFirst path={`${path}/${number}`} />
      )}
    </Frame>
  );
}

interface ReviewProps extends Shown {
  readonly action: string;
  /** What the response commits to that was sent; null before the first. */
  readonly response: string | null;
  readonly isSent: boolean;
  /** The settings of the survey where what was sent is beyond a quota. */
  readonly beyond?: ActivityView['settings'];
  /** Of what was sent, for whoever finds it nowhere else. */
  readonly receipt?: string;
  /** Whether it was sent a moment ago. */
  readonly isNow?: boolean;
}

/** Everything that somebody answered, before it is sent. */
export function SurveyReview(props: ReviewProps) {
  const texts = useTexts();
  const { t } = texts;
  const { questionnaire, answers, path, form, isTest, isByLink, receipt, response } = props;
  const hasSent = response !== null;
  const asked = visibleQuestions(questionnaire, answers);
  return (
    <Frame {...props} heading={props.title} progress={t('survey.review')}>
      {receipt && props.isNow && <ThankYou sentence="thanks.response" next="next.response" receipt={receipt} />}
      {isTest && props.isSent && <Notice colour="success">{t('test.sent')}</Notice>}
      {props.beyond && <BeyondQuota settings={props.beyond} />}
      {!isTest && props.isSent && !props.beyond && !props.isNow && <Notice colour="success">{t('survey.sentOpen')}</Notice>}
      {receipt && props.isSent && !props.isNow && <UnfoldedReceipt text={receipt} />}
      {!props.isSent && <p>{t(hasSent ? 'survey.reviewChanged' : 'survey.reviewLead')}</p>}
      {questionnaire.sections.map((section, index) => {
        const questions = section.questions.filter((question) => asked.includes(question));
        if (questions.length === 0) return null;
        return (
          <section class="panel" key={index}>
            <Heading level={2} size="sm">
              {section.title ? (
                <Words text={section.title} by="office" />
              ) : (
                t('survey.page', { number: index + 1, total: questionnaire.sections.length })
              )}
            </Heading>
            <dl class="facts">
              {questions.map((question) => (
                <div key={question.id}>
                  <dt>
                    <Words text={question.text} by="office" />
                  </dt>
                  <dd>
                    {question.kind === 'file' && own(answers, question.id) ? (
                      <OwnFile {...(own(answers, question.id) as FileAnswer)} filesAt={props.filesAt} />
                    ) : (
                      answerInWords(question, own(answers, question.id), texts)?.map((line, at) => (
                        <div key={at}>
                          <AnswerLine parts={line} />
                        </div>
                      )) ?? <span class="erased">{t('survey.notAnswered')}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
            <p>
              <Link href={`${path}/${index + 1}`}>{t('survey.changePage', { number: index + 1 })}</Link>
            </p>
          </section>
        );
      })}
      {(isTest || !props.isSent) && (
        <Form name={isTest ? 'test' : 'response'} action={props.action} state={form}>
          <input type="hidden" name="answers" value={JSON.stringify(answers)} />
          <BegunFields begun={{ upon: response ?? '' }} questions={[]} />
          <SubmitButton>{t(isTest ? 'test.send' : hasSent ? 'survey.sendAgain' : 'survey.send')}</SubmitButton>
        </Form>
      )}
      <p class="meta">{t(isTest ? 'test.whoReads' : isByLink ? 'links.whoReads' : 'survey.whoReads')}</p>
    </Frame>
  );
}
