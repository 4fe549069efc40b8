import type { Texts } from '@isegoria/texts';
import type { Drawing } from '@isegoria/ui';
import type { OpinionMap } from '../opinion-map.contract';
import { MapDrawing } from './opinion-map-chart.page';
import { frame } from './places/laid-out';

/** The map as a drawing for use elsewhere, with what its letters mean and who is not on it below. */
export function mapAsDrawing({ t, direction }: Texts, { map, needed, unplaced }: OpinionMap): Drawing {
  if (!map) throw new Error('There is no map yet.');
  const lines = [
    ...map.groups.map(({ id, participants }) => t('map.groupOf', { group: id, count: participants })),
    ...(map.groups.length === 0 ? [t('chart.mapNoGroups', { people: map.participants.length })] : []),
    ...(unplaced.tooFewVotes > 0 ? [t('map.tooFewVotes', { count: unplaced.tooFewVotes, needed })] : []),
    ...(unplaced.onlyOnRejected > 0 ? [t('map.onlyOnRejected', { count: unplaced.onlyOnRejected })] : []),
  ];
  return {
    width: frame.width,
    height: frame.height + 20 + lines.length * lineHeight,
    body: (
      <>
        <MapDrawing map={map} />
        {lines.map((line, index) => (
          <text
            x={frame.width / 2}
            y={frame.height + 20 + index * lineHeight}
            font-size="16"
            text-anchor="middle"
            direction={direction}
            key={line}
          >
            {line}
          </text>
        ))}
      </>
    ),
  };
}

const lineHeight = 24;
