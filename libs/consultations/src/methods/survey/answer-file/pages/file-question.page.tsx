import { FileField, sizeInWords, textIfAny } from '@isegoria/portal-kit';
import { fileKinds, type MediaType } from '@isegoria/content';
import { Choices, Heading, Words, useIds, useTexts, type FormState } from '@isegoria/ui';
import type { ComponentChildren } from 'preact';
import { fileSorts, mediaTypesOf, mostMegabytes } from '../file-sorts.pure';
import { own } from '../../questionnaire/conditions.pure';
import { questionsOf, type Answers, type FileAnswer, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import { fieldOf, keptFileOf } from '../../response/pages/answers-form.page';

/** Where somebody opens the files of the own response. */
export const ownFilesPath = (consultationId: string, activityId: string) =>
  `/consultations/${consultationId}/activities/${activityId}/survey/files`;

/** The tick with which somebody takes the file away that is kept. */
export const takeAwayOf = (id: string) => `takeAway.${id}`;

interface FileFieldProps {
  readonly question: Question;
  readonly form: FormState;
  readonly label: ComponentChildren;
  /** Where the person opens the file that is kept; absent where that cannot be. */
  readonly filesAt?: string;
}

/** A question that is answered with a file: the one that is kept, which may go, and another one. */
export function AnswerFileField({ question, form, label, filesAt }: FileFieldProps) {
  const { t } = useTexts();
  const { id, hint, files = fileSorts, megabytes = mostMegabytes } = question;
  const kept = keptIn(form, id);
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
            {t('answer.file.kept')} <OwnFile {...kept} filesAt={filesAt} />
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

/** A file of the person who reads this, who may open it. */
export function OwnFile({ file, name = '', mediaType = '', size = 0, filesAt }: FileAnswer & { readonly filesAt?: string }) {
  const { t } = useTexts();
  const shown = <Words text={name} />;
  return (
    <>
      {filesAt === undefined ? (
        shown
      ) : (
        <a class="ds-link" href={`${filesAt}/${file}`} download="">
          {shown}
        </a>
      )}{' '}
      <span class="meta">{sizeInWords(t, { name, mediaType: mediaType as MediaType, size })}</span>
    </>
  );
}

/** The files among the answers of a person, for that person. */
export function OwnFiles({ questionnaire, answers, filesAt }: { questionnaire: Questionnaire; answers: Answers; filesAt: string }) {
  const { t } = useTexts();
  const id = useIds()('own-files');
  const given = questionsOf(questionnaire).flatMap((question) => {
    const answer = question.kind === 'file' ? (own(answers, question.id) as FileAnswer | undefined) : undefined;
    return answer?.name === undefined ? [] : [{ question, answer }];
  });
  if (given.length === 0) return null;
  return (
    <section class="panel stack" aria-labelledby={id}>
      <Heading level={3} size="xs" id={id}>
        {t('answer.file.own')}
      </Heading>
      <dl class="facts">
        {given.map(({ question, answer }) => (
          <div key={question.id}>
            <dt>
              <Words text={question.text} by="office" />
            </dt>
            <dd>
              <OwnFile {...answer} filesAt={filesAt} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
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
