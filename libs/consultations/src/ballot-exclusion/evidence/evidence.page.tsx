import type { VNode } from 'preact';
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
      <Rows none={t('evidence.noneAlike')}>
        {alike.groups.map((group) => (
          <li key={group.name}>
            <Link href={`${withQuery(path, { same: group.name })}#all-ballots`}>
              {t('evidence.group', { ballots: group.ballots, answers: group.answers })}
            </Link>
            <Chance group={group} />
          </li>
        ))}
      </Rows>
      <Heading level={3} size="xs">
        {t('evidence.origin')}
      </Heading>
      <p class="meta">{t('evidence.originHint', { least: number(least), days: number(days) })}</p>
      <Rows none={t('evidence.noneOrigin')}>
        {origins.classes.map(({ origin, ballots }) => (
          <li key={origin}>
            <Link href={`${withQuery(path, { origin })}#all-ballots`}>{t('evidence.class', { count: ballots })}</Link>
          </li>
        ))}
      </Rows>
    </section>
  );
}

function Rows({ none, children }: { none: string; children: readonly VNode[] }) {
  return children.length === 0 ? <EmptyState>{none}</EmptyState> : <ul class="rows">{children}</ul>;
}

/** Beyond it a number says nothing more to anybody. */
const mostSaid = 1_000_000_000;

function Chance({ group: { oneIn } }: { group: AlikeBallots }) {
  const { t, number } = useTexts();
  if (oneIn === null) return null;
  const isRare = oneIn > mostSaid;
  return <p>{t(isRare ? 'evidence.rare' : 'evidence.oneIn', { count: number(isRare ? mostSaid : oneIn) })}</p>;
}
