import type { MessageKey } from '@isegoria/texts';
import { Link, Sentence, Tag, Words, useTexts } from '@isegoria/ui';
import type { AnsweredAlone, OfficialAnswerView, Stance } from '../official-answer.contract';

export const officialAnswersPath = (consultationId: string) => `/consultations/${consultationId}/answers`;

export const themesPath = (consultationId: string) => `/consultations/${consultationId}/themes`;

const colours = { accepted: 'success', partly: 'info', rejected: 'warning', noted: 'neutral' } as const;

export function StanceTag({ stance }: { stance: Stance }) {
  const { t } = useTexts();
  return <Tag colour={colours[stance]}>{t(`stance.${stance}`)}</Tag>;
}

/** With what else it was answered, if the office named that. */
export function UnderTheme({ answer: { group } }: { answer: OfficialAnswerView }) {
  return group?.theme ? <ThemeName title={group.theme.title} /> : null;
}

function ThemeName({ title }: { title: string }) {
  return (
    <span>
      <Sentence says="theme.under" words={{ theme: <Words text={title} by="office" /> }} />
    </span>
  );
}

interface AnswerLinkProps {
  /** The page with the answers of the consultation. */
  readonly answersAt: string;
  readonly answer: Pick<OfficialAnswerView, 'aboutId' | 'stance'> & { readonly theme?: string | null };
  /** Where it is not the answer to that itself: what it answers. */
  readonly says?: MessageKey;
}

/** Beside what is answered: how, and the way to the answer. */
export function AnswerLink({ answersAt, answer: { aboutId, stance, theme = null }, says = 'officialAnswers.column' }: AnswerLinkProps) {
  const { t } = useTexts();
  return (
    <p class="meta">
      <span>
        {t(says)} <StanceTag stance={stance} />
      </span>
      {theme !== null && <ThemeName title={theme} />}
      <Link href={`${answersAt}?only=${aboutId}`}>{t('officialAnswers.readOne')}</Link>
    </p>
  );
}

export interface Answered {
  readonly activityId: string;
  readonly about: AnsweredAlone;
  /** Of a question of a survey, or a paragraph of a document: its id in there. */
  readonly aboutId: string;
}

export const answerFormPath = (consultationId: string, { activityId, about, aboutId }: Answered) =>
  `/office/consultations/${consultationId}/official-answers/${activityId}/${about}/${aboutId}`;
