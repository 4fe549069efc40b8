import { Heading, Link, useTexts } from '@isegoria/ui';
import type { SurveyLinkState } from '../survey-links.contract';

interface DeadLinkProps {
  readonly state: Exclude<SurveyLinkState, 'open'>;
  /** Whether somebody responded by it, from elsewhere. */
  readonly hasSent: boolean;
  readonly consultationId: string | null;
}

/** What is true of a link by which nobody can respond now. */
export function DeadSurveyLink({ state, hasSent, consultationId }: DeadLinkProps) {
  const { t } = useTexts();
  return (
    <div class="narrow stack-lg">
      <Heading level={1} size="lg">
        {t('links.dead')}
      </Heading>
      <p class="lead">{t(`links.state.${state}`)}</p>
      {state === 'closed' && hasSent && <p>{t('links.readElsewhere')}</p>}
      {consultationId && (
        <p>
          <Link href={`/consultations/${consultationId}`}>{t('links.toConsultation')}</Link>
        </p>
      )}
    </div>
  );
}
