import { About, Breadcrumbs, Heading, Link, useTexts } from '@isegoria/ui';
import type { ReadConsultation } from '../../../../translation/reading/translated.page';
import { CountsFrom } from '../../../../results/assurance/counts-from.page';
import type { ActivityResults } from '../../../../results/results.contract';
import { beside } from '../../../../results/assurance/by-assurance.contract';
import type { StatementResult } from '../../deliberation.contract';
import { OpinionMapSection } from '../opinion-map.page';
import type { OpinionMap } from '../opinion-map.contract';

export const mapOfEverybodyPath = (consultationId: string, activityId: string) =>
  `/consultations/${consultationId}/activities/${activityId}/everybody`;

/** Where the map of everybody is, if that is another one. */
export function ToMapOfEverybody(props: { consultationId: string; results: ActivityResults }) {
  const { t } = useTexts();
  const { activityId, participantsByAssurance, countsFrom } = props.results;
  const others = beside(participantsByAssurance, countsFrom);
  if (others === 0) return null;
  return (
    <p>
      {t('map.others', { count: others })} <Link href={mapOfEverybodyPath(props.consultationId, activityId)}>{t('map.everybody')}</Link>
    </p>
  );
}

/** The map of everybody who voted, beside that of the people whom the headline figures count. */
export function MapOfEverybodyPage(props: {
  consultation: ReadConsultation;
  results: ActivityResults;
  map: OpinionMap;
  statements: readonly StatementResult[];
}) {
  const { t } = useTexts();
  const { consultation, results, map, statements } = props;
  return (
    <About {...consultation}>
      <Breadcrumbs
        trail={[
          { href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language },
          { href: `/consultations/${consultation.id}/results`, label: t('results.tag') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('map.everybody')}
        </Heading>
        <p class="lead">{t('map.everybodyLead')}</p>
      </div>
      <CountsFrom countsFrom={results.countsFrom} people={results.participantsByAssurance} />
      <OpinionMapSection map={map} statements={statements} />
    </About>
  );
}
