import { directionOf } from '@isegoria/texts';
import { Heading, Tag, useTexts } from '@isegoria/ui';
import type { ConsultationPhase, ConsultationSummary } from '../queries.contract';

const phaseColours = { draft: 'neutral', scheduled: 'info', open: 'success', closed: 'neutral', decided: 'accent' } as const;

export function PhaseTag(props: { phase: ConsultationPhase }) {
  const { t } = useTexts();
  return <Tag colour={phaseColours[props.phase]}>{t(`phase.${props.phase}`)}</Tag>;
}

/** When people may take part, in one sentence. */
export function OpenSentence(props: { consultation: Pick<ConsultationSummary, 'phase' | 'opensAt' | 'closesAt'>; now?: number }) {
  const { t, date } = useTexts();
  const { phase, opensAt, closesAt } = props.consultation;
  const now = props.now ?? Date.now();
  if (phase === 'scheduled' && opensAt) return <span>{t('consultation.opensOn', { date: date(opensAt) })}</span>;
  if (phase === 'open' && closesAt) {
    const days = Math.max(0, Math.ceil((Date.parse(closesAt) - now) / 86_400_000));
    return <span>{t('consultation.closesIn', { days, date: date(closesAt) })}</span>;
  }
  const isOver = phase === 'closed' || phase === 'decided';
  if (isOver && (!closesAt || Date.parse(closesAt) > now)) return <span>{t('consultation.closedBefore')}</span>;
  if (isOver && closesAt) return <span>{t('consultation.closedOn', { date: date(closesAt) })}</span>;
  return <span>{t('consultation.noDates')}</span>;
}

/** One consultation in a list; the whole card leads to it. */
export function ConsultationCard(props: { consultation: ConsultationSummary; level?: 2 | 3 }) {
  const { consultation } = props;
  const { t } = useTexts();
  return (
    <li class="card card-link">
      <div class="tags">
        <PhaseTag phase={consultation.phase} />
        <Tag>{t(`kind.${consultation.kind}`)}</Tag>
      </div>
      <Heading level={props.level ?? 3} size="xs">
        <a href={`/consultations/${consultation.id}`} lang={consultation.language} dir={directionOf(consultation.language)}>
          {consultation.title}
        </a>
      </Heading>
      <p class="meta">
        <OpenSentence consultation={consultation} />
        {consultation.phase !== 'draft' && consultation.phase !== 'scheduled' && (
          <span>{t('consultation.participants', { count: consultation.participants })}</span>
        )}
      </p>
    </li>
  );
}
