import { textIfAny, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import { Choices, SubmitButton, TextArea, useTexts } from '@isegoria/ui';
import { moderationModes } from '../deliberation/deliberation.contract';
import type { DraftFieldsProps } from '../method/method.page';
import { ImportFields } from './importing/import.page';
import { changedName } from './importing/imported.page';
import { blocksIn } from './paper/blocks';
import { PaperPreview } from './paper/paper.page';

/** What an office sets in a document: its text, which is shown as it will be read before anything is kept. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  const blocks = blocksIn(textOf(form, `${at}document`).slice(0, limits.documentLength)).slice(0, limits.paragraphsMax);
  return (
    <>
      <TextArea
        form="draft"
        name={`${at}document`}
        label={t('field.document')}
        hint={t('field.document.hint')}
        state={form}
        max={limits.documentLength}
        rows={16}
      />
      <div>
        <SubmitButton variant="secondary" name="change" value={`in ${at} preview`}>
          {t('paper.preview')}
        </SubmitButton>
      </div>
      <ImportFields form="draft" state={form} at={at} change={(what) => `in ${at} ${what}`} />
      {blocks.length > 0 && <PaperPreview blocks={blocks} isLedTo={textIfAny(form, at + changedName) === 'preview'} />}
      <Choices
        form="draft"
        name={`${at}moderation`}
        legend={t('paper.annotations')}
        choices={moderationModes.map((mode) => ({ value: mode, label: t(`moderation.${mode}`) }))}
        chosen={[textOf(form, `${at}moderation`) || 'before']}
        state={form}
      />
    </>
  );
}
