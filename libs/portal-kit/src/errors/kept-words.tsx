import type { ComponentChildren } from 'preact';
import type { MessageKey } from '@isegoria/texts';
import { Words, useTexts, type FormState } from '@isegoria/ui';
import { fieldWords } from '../forms/fields';

/** What somebody filled in, as it reads on the page of the form. */
export interface ReadBack {
  /** The fields of which it says everything. */
  readonly of: RegExp;
  /** What was asked, and the answer in words; empty where the page itself lists them. */
  readonly lines: readonly { readonly asked: string; readonly said: string }[];
}

/** A form that was refused, and the command that it was for. */
export interface Refused {
  readonly form: FormState;
  readonly command?: string;
  /** What it says, from whoever knows its fields. */
  readonly readBack?: ReadBack;
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
        {words.map(({ label, asked, text }, index) => (
          <KeptField id={`kept-${index}`} asked={asked ? <Words text={asked} by="office" /> : t(label)} said={text} key={index} />
        ))}
      </div>
    </section>
  );
}

/** What somebody filled in, to be read and copied. */
export function KeptField({ id, asked, said }: { readonly id: string; readonly asked: ComponentChildren; readonly said: string }) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {asked}
      </label>
      <textarea class="ds-input" id={id} dir="auto" rows={said.length > 120 ? 6 : 2} readOnly>
        {said}
      </textarea>
    </div>
  );
}

interface Typed {
  readonly label: MessageKey;
  /** In the words of the office, in place of the label. */
  readonly asked?: string;
  readonly text: string;
}

/** What a person typed, without what steers the form and what no page shows again. */
function wordsIn({ form, command, readBack }: Refused): Typed[] {
  const answers = (readBack?.lines ?? []).map(({ asked, said }): Typed => ({ label: 'error.typed', asked, text: said }));
  const typed = Object.entries(form.values)
    .filter(([name]) => isTyped(name, command) && !readBack?.of.test(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ label: labelOf(name, command), text })))
    .filter(({ text }) => text.trim() !== '');
  return [...answers, ...typed];
}

/** What a field is called beside the words that were typed into it. */
export function labelOf(name: string, command?: string): MessageKey {
  return fieldWords(name, command)?.label ?? 'error.typed';
}

/** Whether a field holds somebody's words: no choice or address that steers the form, and nothing that no page shows again. */
export function isTyped(name: string, command?: string): boolean {
  const words = fieldWords(name, command);
  return !words?.steers && !words?.isChosen && !words?.isSecret;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
