import type { ApiClient } from '@isegoria/api-client';
import { About, Heading, Link, Time, useTexts, type FormState } from '@isegoria/ui';
import { HeadBelowResults } from '../../dashboard/head-below-results.page';
import { hiddenDashboard } from '../../../hidden-results/hidden-results.page';
import { pagesOf } from '../../../methods/methods.page';
import type { MethodDashboard } from '../../../methods/method/method.page';
import type { ReadConsultation } from '../../../translation/reading/translated.page';
import { ActivityFigures, ActivitySection, FeedbackFigures } from '../../dashboard/activity-results.page';
import { Findings } from '../../dashboard/findings.page';
import type { ConsultationResults } from '../../results.contract';
import { AsOfForm, asOfPath } from './as-of-form.page';

interface AsOfProps {
  readonly consultation: ReadConsultation;
  readonly form: FormState;
  /** The figures as they stood; absent while nothing is asked for, or what is asked for is wrong. */
  readonly results?: ConsultationResults;
  /** What is shown of each activity. */
  readonly shown?: readonly MethodDashboard[];
}

/** The results as they stood at an earlier place in the log, with a way back to those of now. */
export function AsOfPage({ consultation, form, results, shown = [] }: AsOfProps) {
  const { t } = useTexts();
  return (
    <About {...consultation}>
      <HeadBelowResults consultation={consultation} />
      <section class="section stack" aria-labelledby="as-of">
        <Heading level={2} size="md" id="as-of">
          {t('asOf.title')}
        </Heading>
        {results && <HowItStood id={consultation.id} results={results} />}
      </section>
      {results && <Figures results={results} dashboards={shown} consultation={consultation} />}
      <section class="section stack no-print">
        <p>{t('asOf.lead')}</p>
        <AsOfForm id={consultation.id} form={form} />
      </section>
    </About>
  );
}

function HowItStood({ id, results }: { id: string; results: ConsultationResults }) {
  const { t } = useTexts();
  const { position, computedAt } = results;
  return (
    <div class="panel stack" role="note">
      <p>
        <strong>{t('asOf.notNow', { position })}</strong>
      </p>
      <p>
        {t('asOf.recorded')} <Time at={computedAt} withTime />
      </p>
      <p class="no-print">
        <Link href={`/consultations/${id}/results`}>{t('asOf.toNow')}</Link>
      </p>
      <p class="no-print">
        <a class="ds-link" href={`${asOfPath(id)}/${position}`} data-share>
          {t('asOf.share')}
        </a>
      </p>
    </div>
  );
}

interface FiguresProps {
  readonly consultation: ReadConsultation;
  readonly results: ConsultationResults;
  readonly dashboards: readonly MethodDashboard[];
}

function Figures({ consultation, results, dashboards }: FiguresProps) {
  const { activities } = results;
  const shown = activities.map((activity, index) => ({ activity, activities, method: dashboards[index]! }));
  const findings = <Findings consultation={consultation} results={results} activities={dashboards} />;
  if (shown.length === 1) {
    return (
      <>
        {findings}
        <ActivityFigures {...shown[0]!} feedback={results} />
      </>
    );
  }
  return (
    <>
      {findings}
      <dl class="figures section">
        <FeedbackFigures {...results} />
      </dl>
      {shown.map((one) => (
        <ActivitySection {...one} key={one.activity.activityId} />
      ))}
    </>
  );
}

/** What their methods show of earlier results; all else that these have is of now. */
export function dashboardsThen(api: ApiClient, id: string, { activities, position, computedAt }: ConsultationResults) {
  return Promise.all(
    activities.map(async (activity): Promise<MethodDashboard> => {
      if (activity.resultsHidden) return hiddenDashboard(activity);
      const { earlier, whyNotThen = 'asOf.notTold' } = pagesOf(activity.method);
      const shown = await earlier?.(activity, { id, position, computedAt }, api);
      return { stamp: '', ...(shown ?? { Results: () => <NotTold why={whyNotThen} /> }) };
    }),
  );
}

function NotTold({ why }: { why: NonNullable<ReturnType<typeof pagesOf>['whyNotThen']> }) {
  const { t } = useTexts();
  return <p class="section">{t(why)}</p>;
}
