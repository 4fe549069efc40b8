import { FileField, lossKinds, textIfAny, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import { SubmitButton, Words, useFieldIds, useTexts, type FormState } from '@isegoria/ui';
import { blocksIn } from '../paper/blocks';
import { PaperPreview } from '../paper/paper.page';
import { changedName, fileName, lossesName, pendingName, sourceName } from './imported.page';

/** Where an office brings a text from a file. What was read waits beside the text until somebody says what becomes of it. */
export function ImportFields(props: { form: string; state: FormState; at: string; change: (what: string) => string }) {
  const { t } = useTexts();
  const { form, state, at, change } = props;
  const field = at + fileName;
  const isWrong = state.errors.some((error) => error.field === field);
  return (
    <>
      <details class="ds-details" data-variant="default" open={isWrong || undefined}>
        <summary>{t('paperImport.title')}</summary>
        <div class="stack">
          <FileField
            form={form}
            name={field}
            label={t('paperImport.file')}
            hint={t('paperImport.file.hint', { megabytes: limits.fileBytes / 1024 / 1024 })}
            accept=".docx,.html,.htm,.md,.markdown,.txt"
            state={state}
          />
          <div>
            <SubmitButton variant="secondary" name="change" value={change('read')}>
              {t('paperImport.read')}
            </SubmitButton>
          </div>
        </div>
      </details>
      {textIfAny(state, at + pendingName) !== '' && <Pending {...props} />}
    </>
  );
}

function Pending({ form, state, at, change }: { form: string; state: FormState; at: string; change: (what: string) => string }) {
  const { t } = useTexts();
  const name = at + pendingName;
  const [text, source, losses] = [textIfAny(state, name), textIfAny(state, at + sourceName), textIfAny(state, at + lossesName)];
  const error = state.errors.find(({ field }) => field === name);
  const found = lossesIn(losses);
  return (
    <section
      class="card card-tinted stack"
      id={useFieldIds(form)(name)}
      tabIndex={-1}
      autofocus={textIfAny(state, at + changedName) === 'pending' || undefined}
      aria-label={t('paperImport.found')}
    >
      {error && <p class="ds-validation-message">{error.message}</p>}
      <p role="status">
        {t('paperImport.waits')} <Words text={source} />
      </p>
      {found.length === 0 && <p>{t('paperImport.whole')}</p>}
      {found.length > 0 && (
        <>
          <p>{t('paperImport.losses')}</p>
          <ul>
            {found.map(([kind, count]) => (
              <li key={kind}>{t(`paperImport.loss.${kind}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
      <PaperPreview blocks={blocksIn(text.slice(0, limits.documentLength)).slice(0, limits.paragraphsMax)} />
      <input type="hidden" name={name} value={text} />
      <input type="hidden" name={at + sourceName} value={source} />
      <input type="hidden" name={at + lossesName} value={losses} />
      {textOf(state, `${at}document`).trim() !== '' && <p>{t('paperImport.replaces')}</p>}
      <div class="button-row">
        <SubmitButton name="change" value={change('take')}>
          {t('paperImport.take')}
        </SubmitButton>
        <SubmitButton variant="secondary" name="change" value={change('drop')}>
          {t('paperImport.drop')}
        </SubmitButton>
      </div>
    </section>
  );
}

/** As a form carries them: `tables=2 notes=1`. */
function lossesIn(said: string) {
  const counts = new Map(said.split(' ').map((each) => each.split('=') as [string, string | undefined]));
  return lossKinds.map((kind) => [kind, Number(counts.get(kind))] as const).filter(([, count]) => Number.isSafeInteger(count) && count > 0);
}
