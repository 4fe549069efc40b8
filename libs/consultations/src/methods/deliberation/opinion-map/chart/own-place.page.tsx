import { Heading, useIds, useTexts } from '@isegoria/ui';
import type { OwnBallot } from '../../../../ballot/ballot.contract';
import type { StatementResult } from '../../deliberation.contract';
import type { OpinionMap } from '../opinion-map.contract';
import { GroupInWords } from './group-in-words.page';
import { GroupMark } from './group-mark.page';

interface OwnPlaceProps {
  readonly map: OpinionMap;
  readonly statements: readonly StatementResult[];
  readonly voter: string;
  /** What the person cast here. */
  readonly ballot?: OwnBallot;
}

/** Where the person who looks is on the map, in a sentence, or why nowhere. Nobody else is shown it: it says which pseudonym is whose. */
export function OwnPlaceOnMap(props: OwnPlaceProps) {
  const { t, dateTime } = useTexts();
  const ids = useIds();
  const { map, needed } = props.map;
  const you = map?.participants.find(({ pseudonym }) => pseudonym === props.voter);
  const group = map?.groups.find(({ id }) => id === you?.group);
  const voted = props.ballot?.votes.length ?? 0;
  if (!map || (!you && voted === 0)) return null;
  const id = ids('own-place');
  return (
    <section class="own-place" aria-labelledby={id}>
      <Heading level={2} size="xs" id={id}>
        {t('map.own')}
      </Heading>
      {!you && voted < needed && <p>{t('map.ownNotYet', { voted, needed })}</p>}
      {!you && voted >= needed && <p>{t('map.ownLater', { voted, time: dateTime(props.map.computedAt) })}</p>}
      {you && !group && <p>{t('map.ownPlace')}</p>}
      {group && (
        <>
          <p class="own-group">
            <GroupMark group={group.id} /> {t('map.ownGroup', { group: group.id, others: group.participants - 1 })}
          </p>
          <GroupInWords group={group} statements={new Map(props.statements.map((statement) => [statement.id, statement]))} />
        </>
      )}
      {you && (
        <p class="meta">
          <a class="ds-link" href={`#${ids('opinion-map')}`}>
            {t('map.ownMark')}
          </a>
          <span>{t('map.ownOnly')}</span>
        </p>
      )}
    </section>
  );
}
