import { limits } from '@isegoria/kernel';
import { SignInAside, SignInFirst, ThankYou } from '@isegoria/portal-kit';
import { CitizenText, EmptyState, ErrorSummary, Form, Heading, Icon, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';
import { mayWrite, type ConsultationPageProps } from '../../consultation/consultation-props.page';
import type { StatementView } from './deliberation-queries.contract';
import type { VoteChoice } from './deliberation.contract';

const choices: readonly VoteChoice[] = ['agree', 'disagree', 'pass'];

/** The statements of a deliberation: the next one in large, all of them below, and room for one's own. */
export function Deliberation(props: ConsultationPageProps) {
  const { t } = useTexts();
  const { consultation, statements, ballot } = props;
  const path = `/consultations/${consultation.id}`;
  const votable = statements.filter(({ text }) => text !== null);
  const votes = new Map(ballot?.votes.map(({ statementId, choice }) => [statementId, choice]));
  const next = props.toVote.find(({ id, text }) => text !== null && !votes.has(id));
  const isOpen = consultation.phase === 'open';
  const voted = votable.filter(({ id }) => votes.has(id)).length;
  return (
    <section aria-labelledby="statements" class="stack" id="voting" data-swap>
      <Heading level={2} size="md" id="statements">
        {isOpen ? t('statements.vote') : t('statements.title')}
      </Heading>
      {props.thanks?.for === 'vote' && <ThankYou for="vote" receipt={props.thanks.receipt} />}
      <ErrorSummary form="vote" errors={props.forms.vote.errors} />
      {votable.length === 0 && <EmptyState>{t('statements.empty')}</EmptyState>}
      {isOpen && votable.length > 0 && (
        <div class="vote-card">
          {ballot && <Progress voted={voted} all={votable.length} />}
          {next ? (
            <>
              <CitizenText text={next.text} class="statement" />
              {ballot ? <VoteButtons path={path} statement={next} state={props.forms.vote} /> : <SignInFirst path={`${path}#voting`} />}
            </>
          ) : (
            <p class="statement">{t('statements.allDone')}</p>
          )}
        </div>
      )}
      {votable.length > 0 && (
        <details class="ds-details as-table" data-variant="default" data-color="neutral" open={!isOpen} id="all-statements">
          <summary>{t(ballot ? 'statements.allMine' : 'statements.all', { count: votable.length })}</summary>
          <div>
            <ul class="statement-list">
              {votable.map((statement) => (
                <li key={statement.id} id={`statement-${statement.id}`}>
                  <CitizenText text={statement.text} />
                  {ballot && isOpen && (
                    <VoteButtons path={path} statement={statement} state={props.forms.vote} chosen={votes.get(statement.id)} small />
                  )}
                  {ballot && !isOpen && votes.has(statement.id) && <p class="meta">{t(`myVote.${votes.get(statement.id)!}`)}</p>}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      {isOpen && mayWrite(props, 'statement') && (
        <Form name="statement" action={`${path}/statements`} state={props.forms.statement}>
          <TextArea
            form="statement"
            name="text"
            label={t('statements.yours')}
            hint={t(consultation.moderation === 'after' ? 'statements.hintAfter' : 'statements.hintBefore')}
            state={props.forms.statement}
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
  return (
    <div class="vote-progress">
      <label for="vote-progress">{t('statements.progress', { voted: props.voted, all: props.all })}</label>
      <progress id="vote-progress" value={props.voted} max={props.all} />
    </div>
  );
}

/** Three buttons, one form. The vote that stands is pressed; another press changes it. */
function VoteButtons(props: { path: string; statement: StatementView; state: FormState; chosen?: VoteChoice; small?: boolean }) {
  const { t } = useTexts();
  const of = props.statement.text ?? '';
  return (
    <form
      method="post"
      action={`${props.path}/votes`}
      class={props.small ? 'vote-small' : 'vote-buttons'}
      aria-label={t('statements.voteOn', { statement: of.length > 80 ? `${of.slice(0, 80)}…` : of })}
    >
      <input type="hidden" name="key" value={props.state.key} />
      <input type="hidden" name="statementId" value={props.statement.id} />
      {choices.map((choice) => (
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
