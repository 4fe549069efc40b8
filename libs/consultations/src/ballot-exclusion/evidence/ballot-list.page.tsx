import { limits, type Page } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
import { EmptyState, Form, Link, Pagination, SubmitButton, Tag, TextField, useTexts, type FormState } from '@isegoria/ui';
import type { MessageKey } from '@isegoria/texts';
import { ballotOrders, type BallotOrder, type BallotView } from '../ballot-exclusion.contract';
import type { OriginOfBallot } from '../origin/origin.contract';

/** Which ballots are shown, and in which order: the address says it. */
export interface BallotFilters {
  readonly order?: BallotOrder;
  readonly same?: string;
  readonly origin?: string;
}

export interface BallotListProps {
  readonly path: string;
  readonly ballots: Page<BallotView>;
  readonly origins: readonly OriginOfBallot[];
  readonly filters: BallotFilters;
  readonly cursor?: string;
  readonly form: FormState;
  readonly chosen: readonly string[];
  /** Why a ballot that was chosen was not left out, by its pseudonym. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Ballots with what may show that a program cast them; a moderator leaves out one or several of them with one reason. */
export function BallotList(props: BallotListProps) {
  const { t } = useTexts();
  const { path, ballots, filters, cursor, form } = props;
  const here = withQuery(path, { ...filters });
  const shared = new Map(props.origins.map((origin) => [origin.voter, origin]));
  return (
    <>
      <Order path={path} filters={filters} />
      {ballots.items.length === 0 ? (
        <EmptyState>{t((filters.same ?? filters.origin) ? 'ballots.noneSuch' : 'ballots.none')}</EmptyState>
      ) : (
        <Form name="exclusions" action={withQuery(`${path}/exclusions`, { ...filters, cursor })} state={form}>
          <ul class="rows" aria-label={t('ballots.all')}>
            {ballots.items.map((ballot) => (
              <Ballot
                ballot={ballot}
                origin={shared.get(ballot.voter)}
                isChosen={props.chosen.includes(ballot.voter)}
                refused={props.refused.get(ballot.voter)}
                key={ballot.voter}
              />
            ))}
          </ul>
          <TextField
            form="exclusions"
            name="reason"
            label={t('moderation.reason')}
            hint={t('office.onRecord')}
            state={form}
            max={limits.reasonLength}
          />
          <SubmitButton danger>{t('ballots.excludeChosen')}</SubmitButton>
        </Form>
      )}
      <Pagination path={here} fragment="all-ballots" cursor={cursor} next={ballots.next} oldestFirst />
    </>
  );
}

function Order({ path, filters }: { path: string; filters: BallotFilters }) {
  const { t } = useTexts();
  const chosen: MessageKey | undefined = filters.same ? 'ballots.onlySame' : filters.origin ? 'ballots.onlyOrigin' : undefined;
  if (chosen)
    return (
      <p class="meta">
        <strong>{t(chosen)}</strong>
        <Link href={`${path}#all-ballots`}>{t('ballots.showAll')}</Link>
      </p>
    );
  return (
    <nav aria-label={t('ballots.order')}>
      <p class="meta">
        {([undefined, ...ballotOrders] as const).map((order) => (
          <a
            class="ds-link"
            href={`${withQuery(path, { order })}#all-ballots`}
            aria-current={order === filters.order ? 'true' : undefined}
            key={order ?? 'voter'}
          >
            {t(`ballots.order.${order ?? 'voter'}`)}
          </a>
        ))}
      </p>
    </nav>
  );
}

function Ballot(props: { ballot: BallotView; origin?: OriginOfBallot; isChosen: boolean; refused?: string }) {
  const { t, date } = useTexts();
  const { ballot, refused } = props;
  const { voter, firstDay, assurance, votes, excludedReason } = ballot;
  const id = `chosen-${voter}`;
  return (
    <li>
      {refused !== undefined && (
        <p class="ds-validation-message" id={`${id}-refused`}>
          {refused}
        </p>
      )}
      <div class="tags">
        {excludedReason === null ? (
          <span class="ds-field choice">
            <input
              class="ds-input"
              type="checkbox"
              name="chosen"
              value={voter}
              id={id}
              checked={props.isChosen}
              aria-describedby={refused === undefined ? undefined : `${id}-refused`}
            />
            <label class="ds-label" for={id}>
              <span class="ds-sr-only">{t('ballots.choose')}</span> <code dir="ltr">{voter}</code>
            </label>
          </span>
        ) : (
          <>
            <code dir="ltr">{voter}</code>
            <Tag colour="warning">{t('ballots.excluded')}</Tag>
          </>
        )}
      </div>
      <p class="meta">
        <span>{t('ballots.firstDay', { date: date(firstDay) })}</span>
        <span>{t(`assuranceLevel.${assurance}`)}</span>
        {votes !== null && <span>{t('ballots.votes', { count: votes })}</span>}
      </p>
      <Signs ballot={ballot} origin={props.origin} />
    </li>
  );
}

/** What a ballot has that others have too, or that people seldom have. */
function Signs(props: { ballot: BallotView; origin?: OriginOfBallot }) {
  const { t, number } = useTexts();
  const { votesPerMinute: pace, shortestPause, same } = props.ballot;
  const seconds = number((shortestPause ?? 0) / 1_000);
  const signs = [
    pace !== null && t('ballots.pace', { pace: number(pace), seconds }),
    pace === null && shortestPause !== null && t('ballots.pause', { seconds }),
    same && t('ballots.same', { answers: same.answers, count: same.ballots - 1 }),
    props.origin && t('ballots.origin', { count: props.origin.ballots - 1 }),
  ].filter((sign) => typeof sign === 'string');
  if (signs.length === 0) return null;
  return (
    <ul>
      {signs.map((sign) => (
        <li key={sign}>{sign}</li>
      ))}
    </ul>
  );
}
