import { Tag, useTexts } from '@isegoria/ui';
import type { Answerable, Stance } from '../official-answer.contract';

export const officialAnswersPath = (consultationId: string) => `/consultations/${consultationId}/answers`;

const colours = { accepted: 'success', partly: 'info', rejected: 'warning', noted: 'neutral' } as const;

export function StanceTag({ stance }: { stance: Stance }) {
  const { t } = useTexts();
  return <Tag colour={colours[stance]}>{t(`stance.${stance}`)}</Tag>;
}

export interface Answered {
  readonly activityId: string;
  readonly about: Answerable;
  readonly aboutId: string;
}

export const answerFormPath = (consultationId: string, { activityId, about, aboutId }: Answered) =>
  `/office/consultations/${consultationId}/official-answers/${activityId}/${about}/${aboutId}`;
