import { limits } from '@isegoria/kernel';
import { SignInAside, SignInFirst, mayWrite } from '@isegoria/portal-kit';
import {
  CitizenText,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Icon,
  SubmitButton,
  TextArea,
  useIds,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { TakingPartProps } from '../method.page';
import { voteChoices, type VoteChoice } from './statement-vote.contract';
import type { StatementView } from './statement.contract';

interface DeliberationProps extends TakingPartProps {
  readonly statements: readonly StatementView[];
  /** The same statements in the order in which this person is asked. */
  readonly toVote: readonly StatementView[];
}

/** The statements of a deliberation: the next one in large, all of them below, and room for one's own. */
export function Deliberation(props: DeliberationProps) {
  const { t } = useTexts();
  const id = useIds();
  const { activity, statements, ballot, path } = props;
  const [vote, own] = [props.form('vote'), props.form('statement')];
  const votable = statements.filter(({ text }) => text !== null);
  const votes = new Map(ballot?.votes.map(({ statementId, choice }) => [statementId, choice]));
  const next = props.toVote.find(({ id, text }) => text !== null && !votes.has(id));
  const isOpen = props.phase.status === 'open';
  const voted = votable.filter(({ id }) => votes.has(id)).length;
  return (
    <section aria-labelledby={id('statements')} class="stack" id={id('voting')} data-swap>
      <Heading level={2} size="md" id={id('statements')}>
        {props.title ?? t(isOpen ? 'statements.vote' : 'statements.title')}
      </Heading>
      {props.thanks}
      <ErrorSummary form="vote" errors={vote.errors} />
      {votable.length === 0 && <EmptyState>{t('statements.empty')}</EmptyState>}
      {isOpen && votable.length > 0 && (
        <div class="vote-card">
          {ballot && <Progress voted={voted} all={votable.length} />}
          {next ? (
            <>
              <CitizenText text={next.text} class="statement" />
              {ballot ? <VoteButtons path={path} statement={next} state={vote} /> : <SignInFirst path={`${props.page}#${id('voting')}`} />}
            </>
          ) : (
            <p class="statement">{t('statements.allDone')}</p>
          )}
        </div>
      )}
      {votable.length > 0 && (
        <details class="ds-details as-table" data-variant="default" data-color="neutral" open={!isOpen} id={id('all-statements')}>
          <summary>{t(ballot ? 'statements.allMine' : 'statements.all', { count: votable.length })}</summary>
          <div>
            <ul class="statement-list">
              {votable.map((statement) => (
                <li key={statement.id} id={`statement-${statement.id}`}>
                  <CitizenText text={statement.text} />
                  {ballot && isOpen && (
                    <VoteButtons path={path} statement={statement} state={vote} chosen={votes.get(statement.id)} small />
                  )}
                  {ballot && !isOpen && votes.has(statement.id) && <p class="meta">{t(`myVote.${votes.get(statement.id)!}`)}</p>}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      {isOpen && mayWrite({ isSignedIn: ballot !== undefined, form: own }) && (
        <Form name="statement" action={`${path}/statement`} state={own}>
          <TextArea
            form="statement"
            name="text"
            label={t('statements.yours')}
            hint={t(activity.settings.moderation === 'after' ? 'statements.hintAfter' : 'statements.hintBefore')}
            state={own}
            max={limits.statementLength}
            rows={3}
          />
          <SubmitButton variant="secondary">{t('statements.send')}</SubmitButton>
          {!ballot && <SignInAside />}
        </Form>
      )}
    </section>
  );
}

function Progress(props: { voted: number; all: number }) {
  const { t } = useTexts();
  const id = useIds()('vote-progress');
  return (
    <div class="vote-progress">
      <label for={id}>{t('statements.progress', { voted: props.voted, all: props.all })}</label>
      <progress id={id} value={props.voted} max={props.all} />
    </div>
  );
}

/** Three buttons, one form. The current vote is shown as pressed; pressing another one changes it. */
function VoteButtons(props: { path: string; statement: StatementView; state: FormState; chosen?: VoteChoice; small?: boolean }) {
  const { t } = useTexts();
  const of = props.statement.text ?? '';
  return (
    <form
      method="post"
      action={`${props.path}/vote`}
      class={props.small ? 'vote-small' : 'vote-buttons'}
      aria-label={t('statements.voteOn', { statement: of.length > 80 ? `${of.slice(0, 80)}…` : of })}
    >
      <input type="hidden" name="key" value={props.state.key} />
      <input type="hidden" name="statementId" value={props.statement.id} />
      {voteChoices.map((choice) => (
        <button
          class={`vote vote-${choice}`}
          type="submit"
          name="choice"
          value={choice}
          aria-pressed={props.chosen ? props.chosen === choice : undefined}
          key={choice}
        >
          <Icon name={choice} />
          {t(`vote.${choice}`)}
        </button>
      ))}
    </form>
  );
}
