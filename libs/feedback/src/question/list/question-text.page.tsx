import { PublicReason } from '@isegoria/portal-kit';
import { CitizenText, Tag, useTexts } from '@isegoria/ui';
import type { QuestionView } from '../question.contract';

const colours = { open: 'warning', answered: 'success', withdrawn: 'neutral', hidden: 'neutral' } as const;

/** How far it has come. What is hidden waits for nothing. */
export function QuestionTag({ question }: { question: Pick<QuestionView, 'status' | 'hiddenReason'> }) {
  const { t } = useTexts();
  const standing = question.status === 'open' && question.hiddenReason !== null ? 'hidden' : question.status;
  return <Tag colour={colours[standing]}>{t(`questionStatus.${standing}`)}</Tag>;
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
