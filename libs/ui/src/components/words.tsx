import type { Language } from '@isegoria/kernel';
import { directionOf, languageOf, type MessageKey, type MessageValues } from '@isegoria/texts';
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { useTexts } from './texts-context';

/** What an office said, in another language: texts by the words that they translate. */
export interface Translated {
  readonly language: Language;
  readonly texts: ReadonlyMap<string, string>;
}

interface AskedIn {
  readonly language: Language;
  readonly translated?: Translated;
}
const Asked = createContext<AskedIn | undefined>(undefined);

/**
 * Whatever stands within is about something that an office wrote in this language.
 * @param props.translated the office's own translation into the language of the page, in place of its words where it has them
 */
export function About(props: AskedIn & { children: ComponentChildren }) {
  const { language, translated } = props;
  return <Asked.Provider value={{ language, translated }}>{props.children}</Asked.Provider>;
}

/** Gives words as the reader can read them: in the office's translation where it has one of exactly these. */
export function useOffice(): (text: string) => { readonly text: string; readonly language: Language | undefined } {
  const asked = useContext(Asked);
  return (text) => {
    const translation = asked?.translated?.texts.get(text);
    return translation === undefined ? { text, language: asked?.language } : { text: translation, language: asked?.translated?.language };
  };
}

interface OfWords {
  /** Empty where it is not known: the language of the page around must not be taken for it (WCAG 3.1.2). */
  readonly lang: Language | '';
  readonly dir: 'auto' | 'ltr' | 'rtl';
}

/**
 * Gives the attributes of an element that has somebody's words and nothing else. Those of an office about something are in the language of
 * that; the language of anybody else's is not recorded, and is told from the words.
 */
export function useWords(): (text: string | null | undefined, by?: 'office' | 'anybody') => OfWords {
  const asked = useContext(Asked)?.language;
  const office = useOffice();
  return (text, by = 'anybody') => {
    const said = office(text ?? '');
    const written = by === 'office' || said.text !== text ? said.language : undefined;
    return written ? { lang: written, dir: directionOf(written) } : { lang: languageOf(text ?? '', asked), dir: 'auto' };
  };
}

/**
 * Somebody's words within a line of the page.
 */
export function Words(props: { text: string; by?: 'office' | 'anybody'; language?: Language | null; class?: string }) {
  const words = useWords()(props.text, props.by);
  const office = useOffice();
  return (
    <bdi lang={props.language ?? words.lang} dir={words.dir} class={props.class}>
      {office(props.text).text}
    </bdi>
  );
}

/** Stands in a message where words are put in; no text of a person gets as far as the search for it. */
const mark = (index: number) => `\uE000${index}\uE001`;

/** A sentence of the page that quotes somebody: each argument in `words` is in a language of its own. */
export function Sentence(props: {
  says: MessageKey;
  words: Readonly<Record<string, ComponentChildren>>;
  values?: MessageValues;
}): preact.JSX.Element {
  const { t } = useTexts();
  const names = Object.keys(props.words);
  const marks = Object.fromEntries(names.map((name, index) => [name, mark(index)]));
  const parts = t(props.says, { ...props.values, ...marks }).split(/\uE000(\d+)\uE001/);
  const wordsAt = (index: string) => props.words[names[Number(index)] ?? ''];
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <Quoted words={wordsAt(part)} key={index} />))}</>;
}

function Quoted({ words }: { words: ComponentChildren }) {
  return <>{typeof words === 'string' ? <Words text={words} /> : words}</>;
}
