import { Heading, useTexts } from '@isegoria/ui';
import { ActivityList } from '../activity/activity-part.page';
import { Activity, type LoadedActivity } from '../activity/activity.page';
import type { ConsultationStatus, ConsultationView } from '../consultation/consultation.contract';
import { StatusTag } from '../consultation/view/consultation-card.page';
import { OpenSentence } from '../consultation/when/open-sentence.page';
import type { PhaseView } from './phase.contract';
import { PhaseName } from './phase-name.page';

/** What people can do in a consultation: by phase if there are several, otherwise without mentioning phases. */
export function Phases(props: { consultation: ConsultationView; activities: readonly LoadedActivity[] }) {
  const { consultation, activities } = props;
  const phases = consultation.status === 'cancelled' ? consultation.phases.map(cancelled) : consultation.phases;
  if (phases.length < 2)
    return (
      <>
        <ActivityList activities={consultation.activities} at="voting" />
        {activities.map((loaded) => (
          <Activity consultation={consultation} loaded={loaded} key={loaded.activity.id} />
        ))}
      </>
    );
  return (
    <>
      <PhaseList phases={phases} language={consultation.language} />
      {phases.map((phase, index) => (
        <section class="stack-lg phase" aria-labelledby={idOf(index)} key={phase.id}>
          <div class="phase-head">
            <Heading level={2} size="md" id={idOf(index)}>
              <PhaseName phase={phase} index={index} />
            </Heading>
            <p class="meta">
              <StatusTag status={phase.status} />
              <OpenSentence of={{ ...phase, closedEarlyAt: consultation.closedEarlyAt }} />
            </p>
          </div>
          {activities
            .filter(({ activity }) => activity.phaseId === phase.id)
            .map((loaded) => (
              <Activity consultation={consultation} loaded={loaded} depth={1} key={loaded.activity.id} />
            ))}
        </section>
      ))}
    </>
  );
}

type ShownPhase = Omit<PhaseView, 'status'> & { readonly status: ConsultationStatus };

/** None of its dates holds any longer. */
const cancelled = (phase: PhaseView): ShownPhase => ({ ...phase, status: 'cancelled', opensAt: null, closesAt: null });

/** The phases in their order, the one that is open now marked, each leading to what can be done in it. */
function PhaseList(props: { phases: readonly ShownPhase[] } & Pick<ConsultationView, 'language'>) {
  const { t, date, lastDay } = useTexts();
  return (
    <nav aria-label={t('phases.title')}>
      <ol class="phases">
        {props.phases.map((phase, index) => (
          <li aria-current={phase.status === 'open' ? 'step' : undefined} key={phase.id}>
            <a class="ds-link" href={`#${idOf(index)}`}>
              <PhaseName phase={phase} index={index} />
            </a>
            <span class="meta">
              {phase.opensAt && phase.closesAt && (
                <span>{t('phases.dates', { from: date(phase.opensAt), to: lastDay(phase.closesAt) })}</span>
              )}
              <StatusTag status={phase.status} />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const idOf = (index: number): string => `phase-${index + 1}`;
