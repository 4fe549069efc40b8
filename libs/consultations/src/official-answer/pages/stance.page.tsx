import { Sentence, Tag, Words, useTexts } from '@isegoria/ui';
import type { Answerable, OfficialAnswerView, Stance } from '../official-answer.contract';

export const officialAnswersPath = (consultationId: string) => `/consultations/${consultationId}/answers`;

const colours = { accepted: 'success', partly: 'info', rejected: 'warning', noted: 'neutral' } as const;

export function StanceTag({ stance }: { stance: Stance }) {
  const { t } = useTexts();
  return <Tag colour={colours[stance]}>{t(`stance.${stance}`)}</Tag>;
}

/** With what else it was answered, if the office named that. */
export function UnderTheme({ answer: { group } }: { answer: OfficialAnswerView }) {
  if (!group?.theme) return null;
  return (
    <span>
      <Sentence says="theme.under" words={{ theme: <Words text={group.theme.title} by="office" /> }} />
    </span>
  );
}

export interface Answered {
  readonly activityId: string;
  readonly about: Answerable;
  readonly aboutId: string;
}

export const answerFormPath = (consultationId: string, { activityId, about, aboutId }: Answered) =>
  `/office/consultations/${consultationId}/official-answers/${activityId}/${about}/${aboutId}`;
