import { Picture, Words, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { MethodDashboard, ResultsPicture } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import type { ActivityResults, ConsultationResults } from '../results.contract';

/** PNG first: most people put a picture into a text or a talk. */
const formats = ['png', 'svg'] as const;

export const picturePath = (consultationId: string, activityId: string, name: string, format: (typeof formats)[number]) =>
  `/consultations/${consultationId}/results/pictures/${activityId}/${name}.${format}`;

/** A picture of results for use elsewhere: a report, a newspaper. It says what it shows, as of when, and where to find it. */
export function PictureOfResults(props: {
  consultation: ConsultationView;
  activity: ActivityResults;
  picture: ResultsPicture;
  /** The institution that asked. */
  ministry: string;
  /** The address of the site. */
  origin: string;
  /** What else it must say. */
  notes?: readonly string[];
  /** Where its figures are, below the address of the site; absent: among the results. */
  address?: string;
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
        ...(props.notes ?? []),
        t('picture.people', { count: activity.participants, activity: activity.title ?? t(pagesOf(activity.method).name) }),
        t('picture.source', { ministry: props.ministry, address: props.origin + (props.address ?? `/consultations/${consultation.id}/results`) }),
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
      <li>
        <a class="ds-link" href={`/consultations/${consultation.id}/results/figures.csv?bom=1`} download>
          {t('export.fileForSpreadsheet')}
        </a>
      </li>
      <li>
        <a class="ds-link" href={`/consultations/${consultation.id}/results/figures.json`} download>
          {t('results.downloadJson')}
        </a>
      </li>
      {props.activities.flatMap(({ pictures }, index) =>
        (pictures ?? []).flatMap(({ name, title }) => {
          const { activityId, title: activity } = activities[index]!;
          return formats.map((format) => (
            <li key={`${activityId} ${name} ${format}`}>
              <a class="ds-link" href={picturePath(consultation.id, activityId, name, format)} download>
                {t('results.downloadPicture', { picture: t(title), format: format.toUpperCase() })}
                {activities.length > 1 && activity !== null && (
                  <>
                    {' · '}
                    <Words text={activity} by="office" />
                  </>
                )}
              </a>
            </li>
          ));
        }),
      )}
    </ul>
  );
}
