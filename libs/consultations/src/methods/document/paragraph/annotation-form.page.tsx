import { Rejection, isBlank, limits } from '@isegoria/kernel';
import { ContributionForm, textOf, type Allowance } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { Choices, TextArea, TextField, useTexts, type FormError, type FormState } from '@isegoria/ui';
import type { ModerationMode } from '../../deliberation/deliberation.contract';
import type { SubmitStatement } from '../../deliberation/statement/statement.contract';
import { paragraphName } from '../annotation/place.contract';
import type { BlockView } from '../document.contract';
import { Which, ledToWords, placeChosen } from '../selecting/which.page';

interface AnnotationFormProps {
  /** In which its fields have their ids. */
  readonly name: string;
  readonly action: string;
  readonly state: FormState;
  readonly paragraph: Pick<BlockView, 'id' | 'text'>;
  /** The version of the text that is read. */
  readonly shown: number;
  readonly moderation: ModerationMode;
  readonly isSignedIn: boolean;
  /** Where to come back to from signing in. */
  readonly back: string;
  readonly allowance?: Allowance;
}

/** Room to write about a paragraph, or words in it: a comment, other words, or that they be left out. */
export function AnnotationForm({ name, state: sent, ...props }: AnnotationFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const state = ledToWords(sent, props.paragraph.text, texts);
  return (
    <ContributionForm
      name={name}
      action={props.action}
      state={state}
      isSignedIn={props.isSignedIn}
      back={props.back}
      label={t('paper.text')}
      hint={t(props.moderation === 'after' ? 'paper.textHintAfter' : 'paper.textHintBefore')}
      max={limits.statementLength}
      send={t('paper.send')}
      isMain
      allowance={props.allowance}
      behind={
        <TextArea
          form={name}
          name="reason"
          label={t('paper.reason')}
          hint={t('paper.reason.hint')}
          state={state}
          max={limits.reasonLength}
          rows={3}
        />
      }
    >
      <Choices
        form={name}
        name="kind"
        legend={t('paper.kind')}
        choices={(['comment', 'replaces', 'leavesOut'] as const).map((kind) => ({ value: kind, label: t(`paper.kind.${kind}`) }))}
        chosen={[textOf(state, 'kind') || 'comment']}
        state={state}
      />
      <input type="hidden" name="paragraph" value={props.paragraph.id} />
      <input type="hidden" name="near" value={textOf(state, 'near')} />
      <input type="hidden" name="read" value={String(props.shown)} />
      <TextField
        form={name}
        name="words"
        label={t('field.words')}
        hint={t('field.words.hint')}
        state={state}
        max={limits.paragraphLength}
      />
      <Which form={name} text={props.paragraph.text} state={state} />
    </ContributionForm>
  );
}

const leavesOut = (form: FormState) => textOf(form, 'kind') === 'leavesOut';

/** What the form says. @throws Rejection NOT_FOUND where it names no paragraph */
export function annotationIn(form: FormState, activityId: string): SubmitStatement {
  const paragraph = textOf(form, 'paragraph');
  if (!paragraphName.test(paragraph)) throw new Rejection('NOT_FOUND');
  return {
    activityId,
    paragraph,
    text: textOf(form, leavesOut(form) ? 'reason' : 'text'),
    version: /^[1-9]\d{0,5}$/.test(textOf(form, 'read')) ? Number(textOf(form, 'read')) : undefined,
    words: textOf(form, 'words'),
    near: placeChosen(form),
    replaces: textOf(form, 'kind') === 'replaces' || undefined,
    ...(leavesOut(form) ? { leavesOut: true } : { reason: textOf(form, 'reason') || undefined }),
  };
}

/** What the form calls a member of the command. */
export function annotationFieldOf(field: string, { leavesOut: isLeftOut }: SubmitStatement): string {
  if (field === 'near') return 'which';
  return field === 'text' && isLeftOut ? 'reason' : field;
}

/**
 * Whoever says why and nothing else may want to comment, or does not know what is to be written where; and words in the place of those that
 * are to be left out say that other words are meant, or a reason.
 */
export function misplacedWords(form: FormState, { t }: Texts): FormError[] {
  const [text, reason] = [textOf(form, 'text'), textOf(form, 'reason')].map((typed) => !isBlank(typed));
  if (leavesOut(form)) {
    const ofText = text ? [{ field: 'text', message: t('paper.wordsForNone') }] : [];
    return [...ofText, ...(reason ? [] : [{ field: 'reason', message: t('paper.reason.missing') }])];
  }
  if (text || !reason) return [];
  const ofReason = textOf(form, 'kind') === 'replaces' ? [] : [{ field: 'reason', message: t('paper.reason.wrong') }];
  return [{ field: 'text', message: t('paper.reasonAlone') }, ...ofReason];
}
