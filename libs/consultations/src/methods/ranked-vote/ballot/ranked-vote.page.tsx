import { limits } from '@isegoria/kernel';
import { SignInAside, SignInFirst, mayWrite, textIfAny } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { Form, Heading, SelectField, SubmitButton, Words, useIds, useTexts, type FormError, type FormState } from '@isegoria/ui';
import { ResultsAreHidden } from '../../../hidden-results/hidden-results.page';
import type { TakingPartProps } from '../../method/method.page';
import type { OptionView } from '../../choices/options/options.contract';
import { Lots } from '../../choices/options/lots.page';

/** The name of the field for a place of the ranking, from 0. */
export const placeAt = (place: number): string => `place${place + 1}`;

/** The options of a ranked vote; a ranking that was cast is shown and can be changed while the vote is open. */
export function RankedVote(props: TakingPartProps) {
  const { t } = useTexts();
  const id = useIds();
  const { ballot, activity } = props;
  const { options = [] } = activity.settings;
  const form = withRepeats(props.form('ranking'), options.length, t);
  const isOpen = props.phase.status === 'open';
  return (
    <section aria-labelledby={id('ranked')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('ranked')}>
        {props.title ?? t(isOpen ? 'poll.vote' : 'poll.title')}
      </Heading>
      <ResultsAreHidden activity={props.activity} phase={props.phase} />
      {isOpen && mayWrite({ isSignedIn: ballot !== undefined, form }) ? (
        <div class="vote-card">
          <Form name="ranking" action={`${props.path}/ranking`} state={form}>
            <Places options={options} ranked={ballot?.options ?? []} form={form} />
            {!ballot && <SignInAside />}
          </Form>
        </div>
      ) : (
        <>
          <OwnRanking options={options} ranked={ballot?.options ?? []} />
          {isOpen && <SignInFirst path={`${props.page}#${id('voting')}`} />}
        </>
      )}
      <Lots drawnFrom={activity.settings.lots} options={options} />
    </section>
  );
}

/** Places with no option above one that has some: the ballot closes them up, which the person may not have meant. */
export function placesLeftOut(form: FormState, { t }: Pick<Texts, 't'>): FormError[] {
  const chosen = Array.from({ length: limits.optionsMax }, (_, place) => textIfAny(form, placeAt(place)));
  const last = chosen.findLastIndex((option) => option !== '');
  return chosen.flatMap((option, place) =>
    option === '' && place < last ? [{ field: placeAt(place), message: t('ranked.leftOut', { place: place + 1 }) }] : [],
  );
}

/** An option at a second place is wrong there: the form says where, in place of what is wrong with all of it. */
function withRepeats(form: FormState, places: number, t: Texts['t']): FormState {
  if (!form.errors.some(({ field }) => field === 'options')) return form;
  const chosen = Array.from({ length: places }, (_, place) => textIfAny(form, placeAt(place)) ?? '');
  const repeats = chosen.flatMap((option, place) => {
    const first = chosen.indexOf(option);
    return option === '' || first === place ? [] : [{ field: placeAt(place), message: t('ranked.twice', { place: first + 1 }) }];
  });
  return repeats.length === 0 ? form : { ...form, errors: [...form.errors.filter(({ field }) => field !== 'options'), ...repeats] };
}

interface RankingProps {
  readonly options: readonly OptionView[];
  readonly ranked: readonly string[];
}

/** One list for each place. */
function Places({ options, ranked, form }: RankingProps & { form: FormState }) {
  const { t } = useTexts();
  const id = useIds()('ranking-options');
  const error = form.errors.find(({ field }) => field === 'options');
  const hasVoted = ranked.length > 0;
  const isToBeCorrected = form.errors.length > 0 && !form.isOvertaken;
  const offered = options.map(({ id: value, text: label }) => ({ value, label, by: 'office' as const }));
  const choices = [{ value: '', label: t('ranked.noChoice') }, ...offered];
  const chosenAt = (place: number) => (isToBeCorrected ? textIfAny(form, placeAt(place)) : (ranked[place] ?? ''));
  return (
    <fieldset class="ds-fieldset" id={id} tabIndex={-1} aria-describedby={`${id}-hint ${error ? `${id}-error` : ''}`.trim()}>
      <legend class="ds-label">{t('ranked.legend')}</legend>
      <p data-field="description" id={`${id}-hint`}>
        {t('ranked.hint')} {hasVoted && t('ranked.changeable')}
      </p>
      {error && (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      {options.map((_, place) => (
        <SelectField
          form="ranking"
          name={placeAt(place)}
          label={t('ranked.place', { place: place + 1 })}
          choices={choices}
          chosen={chosenAt(place)}
          state={form}
          key={place}
        />
      ))}
      <SubmitButton>{t(hasVoted ? 'ranked.change' : 'ranked.cast')}</SubmitButton>
    </fieldset>
  );
}

function OwnRanking({ options, ranked }: RankingProps) {
  const { t } = useTexts();
  return (
    <ul class="rows">
      {options.map((option) => (
        <li key={option.id}>
          <Words text={option.text} by="office" />{' '}
          {ranked.includes(option.id) && <span class="meta">{t('ranked.yours', { place: ranked.indexOf(option.id) + 1 })}</span>}
        </li>
      ))}
    </ul>
  );
}
