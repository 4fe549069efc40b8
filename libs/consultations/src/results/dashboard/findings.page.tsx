import { Heading, Link, Words, useTexts } from '@isegoria/ui';
import type { MethodDashboard } from '../../methods/method/method.page';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { ConsultationResults } from '../results.contract';

interface FindingsProps {
  readonly consultation: Pick<ConsultationView, 'id'>;
  readonly results: Pick<ConsultationResults, 'activities'>;
  /** What the method of each activity shows, in the order of the results. */
  readonly activities: readonly MethodDashboard[];
  /** On another page than that of the figures. */
  readonly toResults?: boolean;
}

/** What came out, in a sentence for each activity, before all figures. */
export function Findings(props: FindingsProps) {
  const { t } = useTexts();
  const { activities } = props.results;
  const found = props.activities.flatMap(({ Finding }, index) => (Finding ? [{ Finding, activity: activities[index]! }] : []));
  if (found.length === 0) return null;
  return (
    <section class="findings" aria-labelledby="findings">
      <Heading level={2} size="xs" id="findings">
        {t('results.inShort')}
      </Heading>
      {found.map(({ Finding, activity }) => (
        <div class="finding" key={activity.activityId}>
          {activities.length > 1 && activity.title !== null && (
            <p class="meta">
              <Words text={activity.title} by="office" />
            </p>
          )}
          <Finding />
        </div>
      ))}
      {props.toResults && (
        <p>
          <Link href={`/consultations/${props.consultation.id}/results`}>{t('results.toFigures')}</Link>
        </p>
      )}
    </section>
  );
}
