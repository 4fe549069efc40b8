import type { VNode } from 'preact';
import {
  BarList,
  ChartWithTable,
  DataTable,
  EmptyState,
  Folded,
  Heading,
  Icon,
  Words,
  useIds,
  useSectionName,
  useTexts,
} from '@isegoria/ui';
import type { StatementResult } from '../deliberation.contract';
import { inPlaceOfWords } from '../said-words/said-words.page';
import { VoteLegend, votesOf } from '../statement-results/statement-results.page';
import { VoteBar } from '../statement-results/vote-bar.page';
import { Certainty, Legend, PeopleTable, Unplaced } from './chart/map-people.page';
import { GroupInWords, shownPerGroup } from './chart/group-in-words.page';
import { GroupMark, shapeNumber } from './chart/group-mark.page';
import { OpinionMapChart } from './chart/opinion-map-chart.page';
import { isCrowded } from './chart/places/laid-out';
import type { MapView, OpinionGroup, OpinionMap } from './opinion-map.contract';

const shownConsensus = 6;
/** The table beside the bars has more of them. */
const listedConsensus = 50;

/** The statements of which the section shows the words. */
export function statementsOnMap({ map }: OpinionMap): string[] {
  const apart = map?.groups.flatMap(({ representative }) => representative.slice(0, shownPerGroup)) ?? [];
  const agreed = map?.consensus.slice(0, listedConsensus) ?? [];
  return [...new Set([...apart, ...agreed].map(({ statementId }) => statementId))];
}

/**
 * Where people stand in relation to each other: the map, what sets each group apart, and what all of them agree on.
 * @param beside what to say of those who are not on this map and are on another
 */
export function OpinionMapSection(props: { map: OpinionMap; statements: readonly StatementResult[]; beside?: VNode }) {
  const { t } = useTexts();
  const id = useIds();
  const sectionName = useSectionName();
  const { map } = props.map;
  const statements = new Map(props.statements.map((statement) => [statement.id, statement]));
  return (
    <section class="section" aria-labelledby={sectionName('map')}>
      <Heading level={2} size="md" id={id('map')}>
        {t('map.title')}
      </Heading>
      {!map ? (
        <>
          {props.beside}
          <EmptyState>{t('map.tooFew', { participants: props.map.participants, statements: props.map.statements })}</EmptyState>
          <Unplaced {...props.map} />
        </>
      ) : (
        <div class="panel" id={id('opinion-map')}>
          <div class="map-and-words">
            <div class="map-picture">
              <div class="map-frame">
                <OpinionMapChart id="opinion-map-chart" map={map} activityId={props.map.activityId} />
              </div>
              <Legend groups={map.groups} />
            </div>
            <Folded id="about-map" summary={t('map.about')}>
              <p>{t(isCrowded(map) ? 'map.leadCrowd' : 'map.lead')}</p>
              <Certainty {...map} />
              <Unplaced {...props.map} />
              {props.beside}
              <p class="meta">{t('results.computed', { position: props.map.position })}</p>
              <ChartWithTable id="map-table" summary={t('results.asTable')} chart={null}>
                <PeopleTable opinions={props.map} groups={map.groups} statements={statements} />
              </ChartWithTable>
            </Folded>
          </div>
          {map.groups.length > 0 && (
            <Folded id="groups" summary={t('map.groups')}>
              <Groups groups={map.groups} statements={statements} />
            </Folded>
          )}
          <Folded id="consensus" summary={t(map.groups.length > 0 ? 'map.consensus' : 'map.agreement')}>
            <Consensus {...map} statements={statements} />
          </Folded>
        </div>
      )}
    </section>
  );
}

function TextOf({ statement }: { statement: StatementResult | undefined }) {
  const { t } = useTexts();
  return statement?.text ? <Words text={statement.text} /> : <>{t(inPlaceOfWords(statement))}</>;
}

function Groups(props: { groups: readonly OpinionGroup[]; statements: ReadonlyMap<string, StatementResult> }) {
  const { t, percent } = useTexts();
  return (
    <div class="stack">
      <Heading level={3} size="sm">
        {t('map.groups')}
      </Heading>
      <ul class="groups">
        {props.groups.map((group) => (
          <li class={`group-card group-${shapeNumber(group.id)}`} key={group.id}>
            <div class="group-title">
              <GroupMark group={group.id} />
              <Heading level={4} size="xs">
                {t('map.groupName', { group: group.id })}
              </Heading>
              <span class="meta">{t('map.people', { count: group.participants })}</span>
            </div>
            <GroupInWords group={group} statements={props.statements} />
            {group.representative.length === 0 && <p class="erased">{t('map.nothing')}</p>}
            <ul class="group-statements">
              {group.representative.slice(0, shownPerGroup).map((entry) => (
                <li key={entry.statementId}>
                  <span class={`stance stance-${entry.choice}`}>
                    <Icon name={entry.choice} />
                    {t(entry.choice === 'agree' ? 'map.agrees' : 'map.disagrees', {
                      share: percent((entry.choice === 'agree' ? entry.agrees : entry.disagrees) / Math.max(1, entry.votes)),
                    })}
                  </span>
                  <span class="bar-text">
                    <TextOf statement={props.statements.get(entry.statementId)} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Consensus(props: MapView & { statements: ReadonlyMap<string, StatementResult> }) {
  const { t, number, percent } = useTexts();
  const rows = props.consensus.slice(0, listedConsensus).flatMap(({ statementId }) => {
    const statement = props.statements.get(statementId);
    return statement?.text ? [statement] : [];
  });
  const hasGroups = props.groups.length > 0;
  const title = t(hasGroups ? 'map.consensus' : 'map.agreement');
  const heading = (
    <Heading level={3} size="sm">
      {title}
    </Heading>
  );
  if (rows.length === 0) {
    return (
      <div class="stack">
        {heading}
        <p>{t(hasGroups ? 'map.consensusNone' : 'map.agreementNone')}</p>
      </div>
    );
  }
  return (
    <div class="stack">
      {heading}
      <p>{t(hasGroups ? 'map.consensusLead' : 'map.agreementLead')}</p>
      <VoteLegend />
      <ChartWithTable
        id="consensus-table"
        summary={t('results.asTable')}
        chart={
          <BarList>
            {rows.slice(0, shownConsensus).map((statement) => (
              <li key={statement.id}>
                <span class="bar-text">
                  <TextOf statement={statement} />
                </span>
                <VoteBar id={`consensus-${statement.id}`} tally={statement} />
                <span class="bar-numbers">
                  <strong>{t('results.agreeShare', { share: percent(statement.agrees / Math.max(1, votesOf(statement))) })}</strong>
                  <span>{t('results.votes', { count: votesOf(statement) })}</span>
                </span>
              </li>
            ))}
          </BarList>
        }
      >
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          columns={[
            { head: t('results.statement'), cell: (statement) => <TextOf statement={statement} /> },
            { head: t('vote.agree'), cell: (statement) => number(statement.agrees), numeric: true },
            { head: t('vote.disagree'), cell: (statement) => number(statement.disagrees), numeric: true },
            { head: t('vote.pass'), cell: (statement) => number(statement.passes), numeric: true },
          ]}
        />
      </ChartWithTable>
    </div>
  );
}
