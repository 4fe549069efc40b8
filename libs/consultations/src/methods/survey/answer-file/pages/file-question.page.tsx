import { FileField, sizeInWords, textIfAny } from '@isegoria/portal-kit';
import { fileKinds, type MediaType } from '@isegoria/content';
import { Choices, Words, useTexts, type FormState } from '@isegoria/ui';
import type { ComponentChildren } from 'preact';
import { fileSorts, mediaTypesOf, mostMegabytes } from '../file-sorts.pure';
import type { FileAnswer, Question } from '../../questionnaire/questionnaire.pure';
import { fieldOf, keptFileOf } from '../../response/pages/answers-form.page';

/** The tick with which somebody takes the file away that is kept. */
export const takeAwayOf = (id: string) => `takeAway.${id}`;

/** A question that is answered with a file: the one that is kept, which may go, and another one. */
export function AnswerFileField({ question, form, label }: { question: Question; form: FormState; label: ComponentChildren }) {
  const { t } = useTexts();
  const { id, hint, files = fileSorts, megabytes = mostMegabytes } = question;
  const kept = keptIn(form, id);
  const { name = '', mediaType = '', size = 0 } = kept ?? {};
  const kinds = files.map((sort) => t(`survey.files.${sort}`)).join(', ');
  const endings = files.flatMap((sort) => mediaTypesOf[sort].flatMap((type) => fileKinds[type as MediaType].map((end) => `.${end}`)));
  return (
    <>
      <FileField
        form="answers"
        name={fieldOf(id)}
        label={label}
        hint={
          <>
            {hint && (
              <>
                <Words text={hint} by="office" />
                <br />
              </>
            )}
            {t('answer.file.hint', { kinds, megabytes })}
          </>
        }
        accept={endings.join(',')}
        state={form}
      />
      {kept && (
        <>
          <p>
            {t('answer.file.kept')} <Words text={name} />{' '}
            <span class="meta">{sizeInWords(t, { name, mediaType: mediaType as MediaType, size })}</span>
          </p>
          <Choices
            form="answers"
            name={takeAwayOf(id)}
            legend={t('answer.file.keptFile')}
            multiple
            choices={[{ value: 'yes', label: t('answer.file.takeAway') }]}
            chosen={[]}
            state={form}
          />
        </>
      )}
    </>
  );
}

/** In its place for whoever has a personal link. */
export function NoFileByLink({ label }: { label: ComponentChildren }) {
  const { t } = useTexts();
  return (
    <div>
      <p class="ds-label">{label}</p>
      <p>{t('answer.file.notByLink')}</p>
    </div>
  );
}

function keptIn(form: FormState, id: string): FileAnswer | undefined {
  const text = textIfAny(form, keptFileOf(id));
  try {
    return text === '' ? undefined : (JSON.parse(text) as FileAnswer);
  } catch {
    // No page of ours sends this field.
    return undefined;
  }
}
