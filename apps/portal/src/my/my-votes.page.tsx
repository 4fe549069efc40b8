import type { ConsultationView, OwnVoteRecord, OwnVoteRecords, PollOptionView } from '@isegoria/contracts';
import { Breadcrumbs, EmptyState, Heading, Link, Pagination, Tag, Time, useTexts } from '@isegoria/ui';

export interface MyVotesProps {
  readonly activityId: string;
  readonly votes: OwnVoteRecords;
  readonly consultation: ConsultationView;
  /** Of the activity, or of the consultation where it has none. */
  readonly title: string;
  readonly options: readonly PollOptionView[];
  /** Of the statements that were voted on. */
  readonly words: ReadonlyMap<string, string>;
  readonly from: string | undefined;
}

/** What one person has cast in an activity, in words, each with its receipt. */
export function MyVotesPage(props: MyVotesProps) {
  const { t } = useTexts();
  const { votes, consultation } = props;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs
        trail={[
          { href: '/my', label: t('nav.my') },
          { href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('my.votesIn', { title: props.title })}
        </Heading>
        <p class="lead">{t('votes.lead')}</p>
      </div>
      {votes.items.length === 0 ? (
        <EmptyState>{t('votes.none')}</EmptyState>
      ) : (
        <ul class="rows">
          {votes.items.map((vote) => (
            <Vote vote={vote} {...props} key={vote.receipt} />
          ))}
        </ul>
      )}
      <Pagination path={`/my/votes/${props.activityId}`} cursor={props.from} next={votes.next} />
    </div>
  );
}

function Vote(props: MyVotesProps & { vote: OwnVoteRecord }) {
  const { t } = useTexts();
  const { vote } = props;
  return (
    <li>
      <div class="tags">
        <Tag colour={vote.replaced ? 'neutral' : 'success'}>{t(vote.replaced ? 'votes.replaced' : 'votes.newest')}</Tag>
      </div>
      <p class="loop-label" dir="auto">
        <InWords {...props} />
      </p>
      <p class="meta">
        <Time at={vote.castAt} withTime />
        <Link href={`/receipts/check?receipt=${encodeURIComponent(vote.receipt)}`}>{t('votes.check')}</Link>
      </p>
      <details class="ds-details as-table" data-variant="default" data-color="neutral">
        <summary>{t('votes.receipt')}</summary>
        <pre class="receipt-text" tabIndex={0} aria-label={t('votes.receipt')}>
          {vote.receipt}
        </pre>
      </details>
    </li>
  );
}

function InWords({ vote, words, options }: MyVotesProps & { vote: OwnVoteRecord }) {
  const { t, language } = useTexts();
  if (vote.choice === null) {
    const chosen = vote.options.map((id) => options.find((option) => option.id === id)?.text ?? id);
    return <>{t('votes.for', { options: new Intl.ListFormat(language).format(chosen) })}</>;
  }
  const choice = t(`vote.${vote.choice}`);
  const what = words.get(vote.statementId ?? '');
  return <>{what === undefined ? t('votes.onWithdrawn', { choice }) : t('votes.on', { what, choice })}</>;
}
