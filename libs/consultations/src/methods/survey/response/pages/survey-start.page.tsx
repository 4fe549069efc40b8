import type { Page } from '@isegoria/kernel';
import { SignInAside, SignInFirst, textIfAny } from '@isegoria/portal-kit';
import { BegunFields, begunIn } from './choice/begun.page';
import { ButtonLink, ErrorSummary, Form, Heading, Link, Notice, SubmitButton, useIds, useTexts, type FormState } from '@isegoria/ui';
import type { TakingPartProps } from '../../../method/method.page';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { BeyondQuota } from '../../quotas/pages/quotas-told.page';
import { OwnFiles } from '../../answer-file/pages/file-question.page';
import type { TextCoverage } from '../../written/answered/text-coverage.contract';
import { TextsAnsweredInShort } from '../../written/answered/text-coverage.page';
import { OwnTexts } from '../../written/pages/own-texts.page';
import type { OwnTextView } from '../../written/written-text.contract';
import type { OwnResponse } from '../response.contract';
import { whereToGoOn } from './way/way-through.pure';

interface SurveyStartProps extends TakingPartProps {
  readonly own?: OwnResponse;
  /** What became of the person's texts. */
  readonly texts?: Page<OwnTextView>;
  /** How much of what people wrote the office has answered. */
  readonly coverage: TextCoverage;
  readonly mayTest: boolean;
  readonly mayModerate: boolean;
  readonly correctedAt?: string;
}

/** Where somebody begins a survey, goes on with it or changes the answers. */
export function SurveyStart(props: SurveyStartProps) {
  const { t, date } = useTexts();
  const id = useIds();
  const { phase, ballot, own, activity } = props;
  const { questionnaire = { sections: [] } } = activity.settings;
  const isOpen = phase.status === 'open';
  // A draft, which is previewed as if it were open, has no date yet.
  const isToCome = phase.status === 'scheduled' || phase.opensAt === null;
  const hasSent = ballot !== undefined && ballot.response !== null;
  const counts = { questions: questionsOf(questionnaire).length, pages: questionnaire.sections.length };
  const refused = props.form('response');
  const isRefused = isOpen && textIfAny(refused, 'answers') !== '';
  const first = own?.isKept ? whereToGoOn(questionnaire, own.answers) : 1;
  const begin = own?.isKept || own?.aside ? 'survey.goOn' : hasSent ? 'survey.change' : 'survey.begin';
  return (
    <section aria-labelledby={id('survey')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('survey')}>
        {props.title ?? t('survey.title')}
      </Heading>
      {!isRefused && <ErrorSummary form="response" errors={refused.errors} />}
      <p>
        {t('survey.length', counts)} {isOpen && t('survey.keptOnTheWay')}
      </p>
      {phase.status !== 'closed' && <p>{t('survey.shownLater')}</p>}
      {props.correctedAt !== undefined && (
        <Notice colour="info">
          {t('wording.corrected', { date: date(props.correctedAt) })} <Link href={`${props.path}/corrections`}>{t('wording.earlier')}</Link>
        </Notice>
      )}
      {hasSent && ballot.beyondQuota && <BeyondQuota settings={activity.settings} />}
      {hasSent && !ballot.beyondQuota && <Notice colour="success">{t(isOpen ? 'survey.sentOpen' : 'survey.sent')}</Notice>}
      {isOpen && own?.isKept && !own.aside && <Notice colour="info">{t(hasSent ? 'survey.keptAfterSending' : 'survey.kept')}</Notice>}
      {isOpen && own?.aside && <Notice colour="warning">{t(own.isKept ? 'survey.whichTyped' : 'survey.which')}</Notice>}
      {isRefused && <SendAgain action={`${props.path}/response`} form={refused} isSignedIn={ballot !== undefined} />}
      {isOpen && !ballot && !isRefused && <SignInFirst path={`${props.path}/survey/1`} />}
      {isOpen && ballot && (
        <p>
          <ButtonLink href={`${props.path}/survey/${first}`}>{t(begin)}</ButtonLink>
        </p>
      )}
      {phase.status === 'closed' && own && (own.response !== null || own.isKept) && (
        <p>
          <Link href={`${props.path}/survey/review`}>{t('survey.readOwn')}</Link>
        </p>
      )}
      {own && <OwnFiles questionnaire={questionnaire} answers={own.answers} filesAt={`${props.path}/survey/files`} />}
      <TextsAnsweredInShort coverage={props.coverage} answersAt={`${props.page}/answers`} />
      {props.texts && <OwnTexts questionnaire={questionnaire} own={props.texts} answersAt={`${props.page}/answers`} />}
      {!isToCome && props.mayModerate && (
        <p class="no-print">
          <Link href={`/office${props.path}/texts`}>{t('written.desk')}</Link>
        </p>
      )}
      {isToCome && props.mayTest && (
        <p>
          {t('test.offer')} <Link href={`${props.path}/test/1`}>{t('test.begin')}</Link>
        </p>
      )}
    </section>
  );
}

/** The answers that were sent when the session had ended, say: whoever signs in aside sends them as they are. */
function SendAgain({ action, form, isSignedIn }: { action: string; form: FormState; isSignedIn: boolean }) {
  const { t } = useTexts();
  return (
    <Form name="response" action={action} state={form}>
      <input type="hidden" name="answers" value={textIfAny(form, 'answers')} />
      <BegunFields begun={begunIn(form)} questions={[]} />
      <SubmitButton>{t('survey.send')}</SubmitButton>
      {!isSignedIn && <SignInAside />}
    </Form>
  );
}
