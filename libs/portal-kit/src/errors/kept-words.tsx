import type { MessageKey } from '@isegoria/texts';
import { useTexts, type FormState } from '@isegoria/ui';
import { fieldWords } from '../forms/fields';

/** A form that was refused, and the command that it was for. */
export interface Refused {
  readonly form: FormState;
  readonly command?: string;
}

/**
 * Whether a page shows this form: its key is on it, and nothing else has it; or everything that was typed stands in fields of the page. A
 * form without words is there if what was wrong is.
 */
export function isOnPage(html: string, refused: Refused): boolean {
  const { form } = refused;
  if (html.includes(`value="${form.key}"`)) return true;
  const words = wordsIn(refused);
  if (words.length > 0) return words.every(({ text }) => isInField(html, text));
  return form.errors.every(({ message }) => html.includes(escaped(message)));
}

function isInField(html: string, text: string): boolean {
  return html.includes(`>${escaped(text)}</textarea>`) || html.includes(`value="${escaped(text)}"`);
}

/** What somebody sent into a page that has no room for it any more: why it was refused, and the words, to be copied. */
export function KeptWords(props: Refused) {
  const { t } = useTexts();
  const words = wordsIn(props);
  return (
    <section class="wrap kept" aria-labelledby="kept">
      <div class="ds-error-summary" role="alert" tabIndex={-1} autofocus>
        <p class="ds-heading" data-size="xs" id="kept">
          {t('kept.title')}
        </p>
        <ul class="ds-list">
          {props.form.errors.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
        {words.length > 0 && <p>{t('kept.copy')}</p>}
        {words.map(({ label, text }, index) => (
          <div class="ds-field" key={index}>
            <label class="ds-label" for={`kept-${index}`}>
              {t(label)}
            </label>
            <textarea class="ds-input" id={`kept-${index}`} dir="auto" rows={text.length > 120 ? 6 : 2} readOnly>
              {text}
            </textarea>
          </div>
        ))}
      </div>
    </section>
  );
}

interface Typed {
  readonly label: MessageKey;
  readonly text: string;
}

/** What a person typed, without what steers the form and what no page shows again. */
function wordsIn({ form, command }: Refused): Typed[] {
  return Object.entries(form.values)
    .filter(([name]) => isTyped(name, command))
    .flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ label: labelOf(name, command), text })))
    .filter(({ text }) => text.trim() !== '');
}

/** What a field is called beside the words that were typed into it. */
export function labelOf(name: string, command?: string): MessageKey {
  return fieldWords(name, command)?.label ?? 'error.typed';
}

/** Whether a field holds somebody's words: no choice or address that steers the form, and nothing that no page shows again. */
export function isTyped(name: string, command?: string): boolean {
  const words = fieldWords(name, command);
  return !words?.steers && !words?.isSecret;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
