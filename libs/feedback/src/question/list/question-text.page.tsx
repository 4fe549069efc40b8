import { PublicReason } from '@isegoria/portal-kit';
import { CitizenText, Tag, useTexts } from '@isegoria/ui';
import type { QuestionStatus, QuestionView } from '../question.contract';

const colours = { open: 'warning', answered: 'success', withdrawn: 'neutral' } as const;

/** How far it has come. */
export function QuestionTag(props: { status: QuestionStatus }) {
  const { t } = useTexts();
  return <Tag colour={colours[props.status]}>{t(`questionStatus.${props.status}`)}</Tag>;
}

/** The words, or what stands in their place. */
export function QuestionText(props: { question: QuestionView; class: string }) {
  const { t } = useTexts();
  const { text, withdrawnAt, hiddenReason, hiddenRule } = props.question;
  if (hiddenReason !== null)
    return (
      <p class="erased">
        {t('questions.hidden')} <PublicReason reason={hiddenReason} rule={hiddenRule} />
      </p>
    );
  return withdrawnAt === null ? <CitizenText text={text} class={props.class} /> : <p class="erased">{t('own.withdrawn')}</p>;
}
