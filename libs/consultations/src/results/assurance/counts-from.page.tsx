import { isAtLeast, type AssuranceLevel } from '@isegoria/kernel';
import { Link, Notice, useTexts } from '@isegoria/ui';
import type { MyBallot } from '../../ballot/ballot.contract';
import { beside, type ByAssurance } from './by-assurance.contract';

/** Whom the headline figures count, and how many are shown beside them. */
export function CountsFrom(props: { countsFrom: AssuranceLevel; people: ByAssurance<number> }) {
  const { t } = useTexts();
  const others = beside(props.people, props.countsFrom);
  return (
    <p class="section" data-counts-from={props.countsFrom}>
      {t(`countsFrom.${props.countsFrom}`)} {others > 0 && t('figures.besideSentence', { count: others })}
    </p>
  );
}

/** Tells a person whom the headline figures leave out so, before anything is cast. */
export function OwnLevel(props: { ballot: MyBallot; countsFrom: AssuranceLevel }) {
  const { t } = useTexts();
  const { assurance, reissued } = props.ballot;
  // Of a reissued credential the page says more.
  if (reissued || isAtLeast(assurance, props.countsFrom)) return null;
  return (
    <Notice colour="info">
      {t('ownLevel.beside', { level: t(`assuranceLevel.${assurance}`) })}{' '}
      {assurance === 'anonymous' && <Link href="/account/address">{t('ownLevel.confirm')}</Link>}
    </Notice>
  );
}
