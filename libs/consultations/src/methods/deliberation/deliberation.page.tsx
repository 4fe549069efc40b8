import { limits, type Page } from '@isegoria/kernel';
import { Author, ContributionForm, SignInFirst, withQuery, type NameOf } from '@isegoria/portal-kit';
import { CitizenText, EmptyState, ErrorSummary, Heading, Icon, Link, Pagination, useIds, useTexts, type FormState } from '@isegoria/ui';
import { listFrom, type TakingPartProps } from '../method/method.page';
import type { NextStatement } from './next-statement/next-statement.contract';
import { voteChoices, type VoteChoice } from './vote/statement-vote.contract';
import type { StatementView } from './statement/statement.contract';

interface DeliberationProps extends TakingPartProps {
  /** A page of the statements, with the cursor at which it begins. */
  readonly statements: Page<StatementView> & { readonly cursor?: string };
  /** What this person is asked next. */
  readonly asked: NextStatement;
  readonly nameOf: NameOf;
}

/** The statements of a deliberation: the next one in large, a page of all of them below, and room for one's own. */
export function Deliberation(props: DeliberationProps) {
  const { t } = useTexts();
  const id = useIds();
  const { activity, statements, asked, ballot, path, mostContributions: most } = props;
  const vote = props.form('vote');
  const isOpen = props.phase.status === 'open';
  return (
    <section aria-labelledby={id('statements')} class="stack" id={id('voting')} data-swap>
      <Heading level={2} size="md" id={id('statements')}>
        {props.title ?? t(isOpen ? 'statements.vote' : 'statements.title')}
      </Heading>
      <ErrorSummary form="vote" errors={vote.errors} />
      {statements.count === 0 && <EmptyState>{t('statements.empty')}</EmptyState>}
      {isOpen && statements.count > 0 && (
        <div class="vote-card">
          {ballot && <Progress voted={asked.voted} all={asked.voted + asked.left} />}
          {asked.statement ? (
            <>
              <StatementBox statement={asked.statement} id={id('asked')} />
              {ballot ? (
                <VoteButtons path={path} statement={asked.statement} labelledBy={id('asked')} state={vote} />
              ) : (
                <SignInFirst path={`${props.page}#${id('voting')}`} />
              )}
            </>
          ) : (
            <p class="statement">{t('statements.allDone')}</p>
          )}
        </div>
      )}
      {props.thanks}
      {statements.count > 0 && <StatementList {...props} isOpen={isOpen} vote={vote} />}
      {isOpen && (
        <ContributionForm
          name="statement"
          action={`${path}/statement`}
          state={props.form('statement')}
          isSignedIn={ballot !== undefined}
          label={t('statements.yours')}
          hint={t(activity.settings.moderation === 'after' ? 'statements.hintAfter' : 'statements.hintBefore')}
          max={limits.statementLength}
          rows={3}
          send={t('statements.send')}
          allowance={
            ballot && most !== undefined
              ? { most, added: ballot.statementsAdded, words: 'statements.allowance', usedUp: 'statements.usedUp' }
              : undefined
          }
        />
      )}
    </section>
  );
}

/** An office puts the first ones, without a name. */
const writerOf = ({ author }: StatementView) => (author === null ? 'office' : 'anybody');

/** Characters from which on a statement is set smaller, so that as much of it as may be is seen at once. */
const [some, many] = [90, 240];

/**
 * The statement in a box of one size, whatever its length, so that the buttons below stay where they are from one statement to the next. A
 * long one scrolls in it, with the keyboard too.
 */
function StatementBox(props: { statement: StatementView; id: string }) {
  const length = props.statement.text?.length ?? 0;
  return (
    <div
      class="statement-box"
      data-length={length > many ? 'long' : length > some ? 'medium' : 'short'}
      tabIndex={length > some ? 0 : undefined}
    >
      <CitizenText text={props.statement.text} id={props.id} class="statement" by={writerOf(props.statement)} />
    </div>
  );
}

/** The statements page by page, each with one's vote. What is sent from a page comes back to it. */
function StatementList(props: DeliberationProps & { isOpen: boolean; vote: FormState }) {
  const { t } = useTexts();
  const id = useIds();
  const { ballot, isOpen } = props;
  const { items, count, cursor, next } = props.statements;
  const votes = new Map(ballot?.votes.map(({ statementId, choice }) => [statementId, choice]));
  const from = listFrom(props.activity.id);
  return (
    <details
      class="ds-details as-table"
      data-variant="default"
      data-color="neutral"
      open={!isOpen || cursor !== undefined}
      id={id('all-statements')}
    >
      <summary>{t(ballot ? 'statements.allMine' : 'statements.all', { count })}</summary>
      <div>
        <ul class="statement-list">
          {items.map((statement) => {
            const chosen = votes.get(statement.id);
            return (
              <li key={statement.id} id={`statement-${statement.id}`}>
                <CitizenText text={statement.text} id={`words-${statement.id}`} by={writerOf(statement)} />
                <p class="meta">
                  {statement.author !== null && <Author author={statement.author} nameOf={props.nameOf} reader={props.voter} />}
                  {statement.text !== null && <Link href={`/report/statement/${statement.id}`}>{t('statements.report')}</Link>}
                </p>
                {ballot && isOpen && statement.text !== null && (
                  <VoteButtons
                    path={props.path}
                    query={{ [from]: cursor }}
                    statement={statement}
                    labelledBy={`words-${statement.id}`}
                    state={props.vote}
                    chosen={chosen}
                    small
                  />
                )}
                {chosen && !isOpen && <p class="meta">{t(`myVote.${chosen}`)}</p>}
              </li>
            );
          })}
        </ul>
        <Pagination path={props.page} fragment={id('all-statements')} parameter={from} cursor={cursor} next={next} oldestFirst />
      </div>
    </details>
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
function VoteButtons(props: {
  path: string;
  /** Where the page is to go on, beside its path. */
  query?: Readonly<Record<string, string | undefined>>;
  statement: StatementView;
  state: FormState;
  /** The id of the statement's words. */
  labelledBy: string;
  chosen?: VoteChoice;
  small?: boolean;
}) {
  const { t } = useTexts();
  return (
    <form method="post" action={withQuery(`${props.path}/vote`, props.query ?? {})}>
      <input type="hidden" name="key" value={props.state.key} />
      <input type="hidden" name="statementId" value={props.statement.id} />
      <div
        role="group"
        class={props.small ? 'vote-small' : 'vote-buttons'}
        aria-labelledby={props.labelledBy}
      >
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
      </div>
    </form>
  );
}
