import { diffArrays } from 'diff';
import type { Language } from '@isegoria/kernel';
import { useTexts } from './texts-context';
import { useWords } from './words';

/** What stands by now, and what somebody typed instead. */
export interface TwoTexts {
  readonly stands: string;
  readonly typed: string;
  /** Whether they were chosen and not written. */
  readonly isChoice: boolean;
}

interface Run {
  readonly text: string;
  /** Whether the other text has it not. */
  readonly isOwn: boolean;
}

/** Bounds the work for long texts that have little in common: then all of both counts as different. */
const mostEdits = 1_500;

/** Two texts side by side. Words that only one of them has are underlined, and announced to whoever does not see that. */
export function Compared(props: {
  texts: TwoTexts;
  heads?: readonly [one: string, other: string];
  /** What to say where one of them is empty. */
  nothing?: string;
  language?: Language;
}) {
  const { t } = useTexts();
  const { stands, typed } = runsOf(props.texts);
  const [one, other] = props.heads ?? [t('compared.stands'), t('compared.typed')];
  return (
    <div class="compared">
      <div class="compared-text">
        <p class="compared-head">{one}</p>
        <Runs head={one} runs={stands} nothing={props.nothing} language={props.language} />
      </div>
      <div class="compared-text">
        <p class="compared-head">{other}</p>
        <Runs head={other} runs={typed} nothing={props.nothing} language={props.language} />
      </div>
    </div>
  );
}

/** Long texts scroll within their box, by keyboard too. */
function Runs(props: { head: string; runs: readonly Run[]; nothing?: string; language?: Language }) {
  const { t } = useTexts();
  const words = useWords()(props.runs.map(({ text }) => text).join(''));
  const lang = props.language ?? words.lang;
  if (props.runs.length === 0) return <p class="compared-words">{props.nothing ?? t('compared.nothing')}</p>;
  return (
    <p class="compared-words" dir="auto" role="group" aria-label={props.head} tabIndex={0}>
      {props.runs.map(({ text, isOwn }, index) =>
        isOwn && text.trim() !== '' ? (
          <mark key={index}>
            <bdi class="ds-sr-only">{t('compared.onlyHere')} </bdi>
            <span lang={lang}>{text}</span>
          </mark>
        ) : (
          <span lang={lang} key={index}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

/** By words, whatever the language: what stands between white space. Of a choice, all counts. */
function runsOf({ stands, typed, isChoice }: TwoTexts): { readonly stands: readonly Run[]; readonly typed: readonly Run[] } {
  const changes = isChoice ? undefined : diffArrays(wordsOf(stands), wordsOf(typed), { maxEditLength: mostEdits, comparator: isSameWord });
  if (!changes) return { stands: whole(stands), typed: whole(typed) };
  const side = (isOnSide: (change: { added: boolean; removed: boolean }) => boolean): Run[] =>
    changes.filter(isOnSide).map(({ value, added, removed }) => ({ text: value.join(''), isOwn: added || removed }));
  return { stands: side(({ added }) => !added), typed: side(({ removed }) => !removed) };
}

/** Each with the white space behind it. */
const wordsOf = (text: string): string[] => text.split(/(?<=\s)(?=\S)/).filter((word) => word !== '');
const isSameWord = (one: string, other: string): boolean => one.trim() === other.trim();
const whole = (text: string): Run[] => (text === '' ? [] : [{ text, isOwn: true }]);
