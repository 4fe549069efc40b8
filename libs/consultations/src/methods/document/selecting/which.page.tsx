import { textIfAny, textOf } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { Choices, useTexts, useWords, type FormState } from '@isegoria/ui';
import type { Selection } from '../annotation/place.contract';
import { selectionsOf } from '../paper/selection';

/** As many places as can be chosen from. */
const most = 20;

/** A place goes with the words for which it was chosen: whoever writes others afterwards does not mean it any more. */
const valueOf = (start: number, words: string) => `${start}:${words}`;

/** Where the words of a form begin, if that was chosen on the page or by selecting them. */
export function placeChosen(form: FormState): number | undefined {
  return startIn(form, textIfAny(form, 'which')) ?? startIn(form, textOf(form, 'near'));
}

const wasSelected = (form: FormState) => startIn(form, textIfAny(form, 'which')) === undefined && placeChosen(form) !== undefined;

function startIn(form: FormState, place: string): number | undefined {
  const start = /^(\d{1,4}):/.exec(place)?.[1];
  return start !== undefined && place === valueOf(Number(start), textOf(form, 'words')) ? Number(start) : undefined;
}

/** Asks which words are meant, where the form names some that stand in the paragraph more than once. */
export function Which({ form, text, state }: { form: string; text: string; state: FormState }) {
  const { t } = useTexts();
  const words = textIfAny(state, 'words');
  const places = selectionsOf(text, words);
  if (places.length < 2 || (wasSelected(state) && !state.errors.some(({ field }) => field === 'which'))) return null;
  const shown = places.slice(0, most);
  return (
    <Choices
      form={form}
      name="which"
      legend={t('field.which')}
      hint={places.length > most && t('field.which.more', { shown: most, count: places.length })}
      choices={shown.map((place, at) => ({
        value: valueOf(place.start, words),
        label: `${t('field.which.nth', { at: at + 1, count: places.length })} ${place.prefix}${place.exact}${place.suffix}`,
        shown: <InItsPlace place={place} nth={t('field.which.nth', { at: at + 1, count: places.length })} />,
      }))}
      chosen={[textIfAny(state, 'which')]}
      state={state}
    />
  );
}

/** Where a text repeats itself, the same stands around the words at several places, and their order tells them apart. */
function InItsPlace({ place: { prefix, exact, suffix }, nth }: { place: Selection; nth: string }) {
  const words = useWords()('', 'office');
  return (
    <>
      {`${nth} `}
      <span {...words}>
        {`…${prefix}`}
        <mark>{exact}</mark>
        {`${suffix}…`}
      </span>
    </>
  );
}

/**
 * The form on a page that shows the paragraph as it is by now. Where that was changed meanwhile, it may have no such choice any more: what
 * is wrong is then said of the words, which are there.
 */
export function ledToWords(state: FormState, text: string, { t }: Texts): FormState {
  const places = selectionsOf(text, textIfAny(state, 'words')).length;
  if (places > 1) return state;
  const message = t(places === 1 ? 'field.which.once' : 'field.words.wrong');
  const isOfWords = state.errors.some(({ field }) => field === 'words');
  const errors = state.errors.flatMap((error) => (error.field !== 'which' ? [error] : isOfWords ? [] : [{ field: 'words', message }]));
  return { ...state, errors };
}
