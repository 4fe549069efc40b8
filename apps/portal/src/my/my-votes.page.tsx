import { pagesOf } from '@isegoria/consultations/methods/methods.page';
import type { ReadConsultation } from '@isegoria/consultations/translation/reading/translated.page';
import type { ActivityView, OwnVoteRecord, OwnVoteRecords } from '@isegoria/contracts';
import { About, Breadcrumbs, EmptyState, Heading, Link, Notice, Pagination, Sentence, Tag, Time, Words, useTexts } from '@isegoria/ui';

export interface MyVotesProps {
  readonly activityId: string;
  readonly votes: OwnVoteRecords;
  readonly consultation: ReadConsultation;
  /** Of the activity, or of the consultation where it has none. */
  readonly title: string;
  /** Absent if it is not shown any longer. */
  readonly activity: ActivityView | undefined;
  /** Of the statements that were voted on. */
  readonly words: ReadonlyMap<string, string>;
  /** Whether what the person cast last is kept and not counted, since a quota was full. */
  readonly isBeyondQuota: boolean;
  readonly from: string | undefined;
}

/** What one person has cast in an activity, in words, each with its receipt. */
export function MyVotesPage(props: MyVotesProps) {
  const { t } = useTexts();
  const { votes, consultation } = props;
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs
          trail={[
            { href: '/my', label: t('nav.my') },
            { href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language },
          ]}
        />
        <div class="page-head">
          <Heading level={1} size="lg">
            <Sentence says="my.votesIn" words={{ title: <Words text={props.title} by="office" /> }} />
          </Heading>
          <p class="lead">{t('votes.lead')}</p>
        </div>
        {props.isBeyondQuota && <Notice colour="warning">{t('quota.kept')}</Notice>}
        {votes.items.length === 0 ? (
          <EmptyState next={{ href: `/consultations/${consultation.id}`, label: t('votes.toConsultation') }}>{t('votes.none')}</EmptyState>
        ) : (
          <ul class="rows">
            {votes.items.map((vote) => (
              <Vote vote={vote} {...props} key={vote.receipt} />
            ))}
          </ul>
        )}
        <Pagination path={`/my/votes/${props.activityId}`} cursor={props.from} next={votes.next} />
      </div>
    </About>
  );
}

function Vote(props: MyVotesProps & { vote: OwnVoteRecord }) {
  const { t } = useTexts();
  const { vote } = props;
  const { OwnVote } = pagesOf(props.activity?.method ?? '');
  return (
    <li>
      <div class="tags">
        <Tag colour={vote.replaced ? 'neutral' : 'success'}>{t(vote.replaced ? 'votes.replaced' : 'votes.newest')}</Tag>
      </div>
      <p class="loop-label">
        {OwnVote ? <OwnVote vote={vote} activity={props.activity} words={props.words} /> : t('votes.any')}
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
