import { Picture, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { MethodDashboard, ResultsPicture } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import type { ActivityResults, ConsultationResults } from '../results.contract';

export const picturePath = (consultationId: string, activityId: string, name: string) =>
  `/consultations/${consultationId}/results/pictures/${activityId}/${name}.svg`;

/** A picture of results for use elsewhere: a report, a newspaper. It says what it shows, as of when, and where to find it. */
export function PictureOfResults(props: {
  consultation: ConsultationView;
  activity: ActivityResults;
  picture: ResultsPicture;
  /** The institution that asked. */
  ministry: string;
  /** The address of the site. */
  origin: string;
}) {
  const texts = useTexts();
  const { t, dateTime } = texts;
  const { consultation, activity, picture } = props;
  const { position, computedAt } = picture.asOf;
  return (
    <Picture
      of={consultation.title}
      title={t(picture.title)}
      drawing={picture.draw(texts)}
      notes={[
        t('picture.people', { count: activity.participants, activity: activity.title ?? t(pagesOf(activity.method).name) }),
        t('picture.source', { ministry: props.ministry, address: `${props.origin}/consultations/${consultation.id}/results` }),
        t('picture.asOf', { time: dateTime(computedAt), position }),
        t('picture.terms', { address: `${props.origin}/terms` }),
      ]}
    />
  );
}

/** Everything of the results that can be taken along: figures as a table, pictures one by one. */
export function Downloads(props: {
  consultation: ConsultationView;
  results: ConsultationResults;
  activities: readonly MethodDashboard[];
}) {
  const { t } = useTexts();
  const { consultation, results } = props;
  const { activities } = results;
  return (
    <ul class="downloads no-print">
      <li>
        <a class="ds-link" href={`/consultations/${consultation.id}/results/figures.csv`} download>
          {t('results.download')}
        </a>
      </li>
      {props.activities.flatMap(({ pictures }, index) =>
        (pictures ?? []).map(({ name, title }) => {
          const { activityId, title: activity } = activities[index]!;
          return (
            <li key={`${activityId} ${name}`}>
              <a class="ds-link" href={picturePath(consultation.id, activityId, name)} download>
                {t('results.downloadPicture', { picture: t(title) })}
                {activities.length > 1 && activity !== null && (
                  <>
                    {' · '}
                    <bdi lang={consultation.language}>{activity}</bdi>
                  </>
                )}
              </a>
            </li>
          );
        }),
      )}
    </ul>
  );
}
