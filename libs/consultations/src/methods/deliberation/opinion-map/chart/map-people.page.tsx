import type { Texts } from '@isegoria/texts';
import { DataTable, Words, useTexts } from '@isegoria/ui';
import type { StatementResult } from '../../deliberation.contract';
import { GroupMark } from './group-mark.page';
import type { MapView, OpinionGroup, OpinionMap } from '../opinion-map.contract';

export function Legend(props: { groups: readonly OpinionGroup[] }) {
  const { t } = useTexts();
  if (props.groups.length === 0) return null;
  return (
    <ul class="legend">
      {props.groups.map((group) => (
        <li key={group.id}>
          <GroupMark group={group.id} /> {t('map.groupOf', { group: group.id, count: group.participants })}
        </li>
      ))}
    </ul>
  );
}

/** From here on, people who are in one group are mostly found together again. */
const quiteSure = 0.8;

export const Certainty = (props: MapView) => <p class="map-sure">{certaintyInWords(useTexts(), props)}</p>;

export function certaintyInWords({ t, percent }: Texts, { groups, certainty }: MapView): string {
  if (groups.length === 0) return t('map.noGroups');
  return t(certainty >= quiteSure ? 'map.sure' : 'map.unsure', { share: percent(Math.max(0, certainty)) });
}

/** Everybody who voted and is not on the map, and why. */
export function Unplaced({ needed, unplaced }: Pick<OpinionMap, 'needed' | 'unplaced'>) {
  const { t } = useTexts();
  return (
    <>
      {unplaced.tooFewVotes > 0 && <p class="meta">{t('map.tooFewVotes', { count: unplaced.tooFewVotes, needed })}</p>}
      {unplaced.onlyOnRejected > 0 && <p class="meta">{t('map.onlyOnRejected', { count: unplaced.onlyOnRejected })}</p>}
    </>
  );
}

const withWords = (text: string | null | undefined) => (text ? <Words text={text} /> : undefined);

export function PeopleTable(props: {
  opinions: OpinionMap;
  groups: readonly OpinionGroup[];
  statements: ReadonlyMap<string, StatementResult>;
}) {
  const { t, number } = useTexts();
  const { groups } = props;
  const { participants, needed, unplaced } = props.opinions;
  const strongest = ({ representative }: OpinionGroup) =>
    withWords(props.statements.get(representative[0]?.statementId ?? '')?.text) ?? t('map.nothing');
  const rows = [
    ...groups.map((group) => ({ who: t('map.groupName', { group: group.id }), count: group.participants, strongest: strongest(group) })),
    ...(groups.length === 0 ? [{ who: t('map.inNoGroup'), count: participants, strongest: '' }] : []),
    { who: t('map.unplacedFew', { needed }), count: unplaced.tooFewVotes, strongest: '' },
    { who: t('map.unplacedRejected'), count: unplaced.onlyOnRejected, strongest: '' },
  ];
  return (
    <DataTable
      caption={t('map.title')}
      captionHidden
      rows={rows}
      columns={[
        { head: t('map.group'), cell: ({ who }) => who },
        { head: t('figures.participants'), cell: ({ count }) => number(count), numeric: true },
        { head: t('map.strongest'), cell: (row) => row.strongest },
      ]}
    />
  );
}
