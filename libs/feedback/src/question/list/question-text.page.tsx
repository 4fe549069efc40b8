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
  const { text, withdrawnAt } = props.question;
  return withdrawnAt === null ? <CitizenText text={text} class={props.class} /> : <p class="erased">{t('own.withdrawn')}</p>;
}
