import { isAtLeast, type AssuranceLevel } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
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

/** Tells people what they contribute counts as, before anything is cast, if the figures leave it out or it could count for more. */
export function OwnLevel(props: { ballot: MyBallot; countsFrom: AssuranceLevel; page: string }) {
  const { t } = useTexts();
  const { assurance, reissued } = props.ballot;
  const isCounted = isAtLeast(assurance, props.countsFrom);
  const isUnconfirmed = assurance === 'anonymous';
  // Of a reissued credential the page says more.
  if (reissued || (isCounted && !isUnconfirmed)) return null;
  return (
    <Notice colour="info">
      <p>
        {t(isCounted ? 'ownLevel.here' : 'ownLevel.beside', { level: t(`assuranceLevel.${assurance}`) })}{' '}
        {isUnconfirmed && t('ownLevel.later')}
      </p>
      {isUnconfirmed && (
        <p>
          <Link href={withQuery('/account/address', { return: props.page })}>{t('ownLevel.confirm')}</Link>
        </p>
      )}
    </Notice>
  );
}
