import { Heading, Link, useTexts } from '@isegoria/ui';
import type { SurveyLinkState } from '../survey-links.contract';

/** What is true of a link by which nobody can respond now. */
export function DeadSurveyLink({ state, consultationId }: { state: Exclude<SurveyLinkState, 'open'>; consultationId: string | null }) {
  const { t } = useTexts();
  return (
    <div class="narrow stack-lg">
      <Heading level={1} size="lg">
        {t('links.dead')}
      </Heading>
      <p class="lead">{t(`links.state.${state}`)}</p>
      {consultationId && (
        <p>
          <Link href={`/consultations/${consultationId}`}>{t('links.toConsultation')}</Link>
        </p>
      )}
    </div>
  );
}
