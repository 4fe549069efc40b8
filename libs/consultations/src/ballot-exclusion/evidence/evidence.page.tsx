import { limits } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
import { EmptyState, Heading, Link, useTexts } from '@isegoria/ui';
import type { BallotOrigins } from '../origin/origin.contract';
import type { AlikeBallots, AlikeBallotsView } from './evidence.contract';

export interface EvidenceProps {
  readonly path: string;
  readonly alike: AlikeBallotsView;
  readonly origins: Pick<BallotOrigins, 'classes'>;
}

/** The largest groups of ballots that have something in common, for moderators to look into. */
export function Evidence({ path, alike, origins }: EvidenceProps) {
  const { t, number } = useTexts();
  const { ballotsOfOriginLeast: least, originDays: days } = limits;
  return (
    <section class="stack" aria-labelledby="evidence">
      <Heading level={2} size="md" id="evidence">
        {t('evidence.title')}
      </Heading>
      <p>{t('evidence.lead')}</p>
      <Heading level={3} size="xs">
        {t('evidence.alike')}
      </Heading>
      <p class="meta">{t('evidence.alikeHint', { count: alike.least })}</p>
      {alike.groups.length === 0 && <EmptyState>{t('evidence.noneAlike')}</EmptyState>}
      <ul class="rows">
        {alike.groups.map((group) => (
          <li key={group.name}>
            <Link href={`${withQuery(path, { same: group.name })}#all-ballots`}>
              {t('evidence.group', { ballots: group.ballots, answers: group.answers })}
            </Link>
            <Chance group={group} />
          </li>
        ))}
      </ul>
      <Heading level={3} size="xs">
        {t('evidence.origin')}
      </Heading>
      <p class="meta">{t('evidence.originHint', { least: number(least), days: number(days) })}</p>
      {origins.classes.length === 0 && <EmptyState>{t('evidence.noneOrigin')}</EmptyState>}
      <ul class="rows">
        {origins.classes.map(({ origin, ballots }) => (
          <li key={origin}>
            <Link href={`${withQuery(path, { origin })}#all-ballots`}>{t('evidence.class', { count: ballots })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beyond it a number says nothing more to anybody. */
const mostSaid = 1_000_000_000;

function Chance({ group: { oneIn } }: { group: AlikeBallots }) {
  const { t, number } = useTexts();
  if (oneIn === null) return null;
  const isRare = oneIn > mostSaid;
  return <p>{t(isRare ? 'evidence.rare' : 'evidence.oneIn', { count: number(isRare ? mostSaid : oneIn) })}</p>;
}
