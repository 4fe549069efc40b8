import type { Page } from '@isegoria/kernel';
import { SignInFirst } from '@isegoria/portal-kit';
import { ButtonLink, ErrorSummary, Heading, Link, Notice, useIds, useTexts } from '@isegoria/ui';
import type { TakingPartProps } from '../../../method/method.page';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { OwnFiles } from '../../answer-file/pages/file-question.page';
import type { TextCoverage } from '../../written/answered/text-coverage.contract';
import { TextsAnsweredInShort } from '../../written/answered/text-coverage.page';
import { OwnTexts } from '../../written/pages/own-texts.page';
import type { OwnTextView } from '../../written/written-text.contract';
import type { OwnResponse } from '../response.contract';

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
  const begin = own?.isKept || own?.aside ? 'survey.goOn' : hasSent ? 'survey.change' : 'survey.begin';
  return (
    <section aria-labelledby={id('survey')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('survey')}>
        {props.title ?? t('survey.title')}
      </Heading>
      <ErrorSummary form="response" errors={props.form('response').errors} />
      <p>
        {t('survey.length', counts)} {isOpen && t('survey.keptOnTheWay')}
      </p>
      {phase.status !== 'closed' && <p>{t('survey.shownLater')}</p>}
      {props.correctedAt !== undefined && (
        <Notice colour="info">
          {t('wording.corrected', { date: date(props.correctedAt) })} <Link href={`${props.path}/corrections`}>{t('wording.earlier')}</Link>
        </Notice>
      )}
      {hasSent && ballot.beyondQuota && <Notice colour="warning">{t('quota.mine')}</Notice>}
      {hasSent && !ballot.beyondQuota && <Notice colour="success">{t(isOpen ? 'survey.sentOpen' : 'survey.sent')}</Notice>}
      {isOpen && own?.isKept && <Notice colour="info">{t(hasSent ? 'survey.keptAfterSending' : 'survey.kept')}</Notice>}
      {isOpen && own?.aside && <Notice colour="warning">{t('survey.which')}</Notice>}
      {isOpen && !ballot && <SignInFirst path={`${props.path}/survey/1`} />}
      {isOpen && ballot && (
        <p>
          <ButtonLink href={`${props.path}/survey/1`}>{t(begin)}</ButtonLink>
        </p>
      )}
      {own && <OwnFiles questionnaire={questionnaire} answers={own.answers} filesAt={`${props.path}/survey/files`} />}
      <TextsAnsweredInShort coverage={props.coverage} answersAt={`${props.page}/answers`} />
      {props.texts && <OwnTexts questionnaire={questionnaire} own={props.texts} />}
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
