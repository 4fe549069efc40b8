import { Heading, useIds, useTexts } from '@isegoria/ui';
import { OpinionMapChart } from './opinion-map-chart.page';
import type { OpinionMap } from '../opinion-map.contract';

/** The map once more with a ring round the place of the person who looks. Nobody else is shown it: it says which pseudonym is whose. */
export function OwnPlaceOnMap(props: { map: OpinionMap; voter: string }) {
  const { t } = useTexts();
  const id = useIds()(`own-place-${props.map.activityId}`);
  const { map } = props.map;
  const you = map?.participants.find(({ pseudonym }) => pseudonym === props.voter);
  if (!map || !you) return null;
  return (
    <section class="panel section" aria-labelledby={id}>
      <Heading level={2} size="sm" id={id}>
        {t('map.own')}
      </Heading>
      <p>{you.group === null ? t('map.ownPlace') : t('map.ownGroup', { group: you.group })}</p>
      <div class="map-frame">
        <OpinionMapChart id="own-map" map={map} you={you} />
      </div>
    </section>
  );
}
