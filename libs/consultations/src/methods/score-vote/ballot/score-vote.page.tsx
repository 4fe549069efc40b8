import { SignInAside, SignInFirst, mayWrite, textIfAny } from '@isegoria/portal-kit';
import { Form, Heading, SelectField, SubmitButton, Words, useIds, useTexts, type FormState } from '@isegoria/ui';
import { ResultsAreHidden } from '../../../hidden-results/hidden-results.page';
import { Lots } from '../../choices/options/lots.page';
import type { OptionView } from '../../choices/options/options.contract';
import type { TakingPartProps } from '../../method/method.page';
import type { ScoreVoteSettingsView } from '../score-vote.contract';

/** The name of the field for the score of an option. */
export const scoreOf = (option: string): string => `score${option}`;

/** The options of a score vote; scores that were given are shown and can be changed while the vote is open. */
export function ScoreVote(props: TakingPartProps) {
  const { t } = useTexts();
  const id = useIds();
  const { ballot, activity } = props;
  const { options = [] } = activity.settings;
  const form = props.form('scores');
  const isOpen = props.phase.status === 'open';
  const given = scoresIn(ballot?.options ?? []);
  return (
    <section aria-labelledby={id('scored')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('scored')}>
        {props.title ?? t(isOpen ? 'poll.vote' : 'poll.title')}
      </Heading>
      <ResultsAreHidden activity={props.activity} phase={props.phase} />
      {isOpen && mayWrite({ isSignedIn: ballot !== undefined, form }) ? (
        <div class="vote-card">
          <Form name="scores" action={`${props.path}/scores`} state={form}>
            <Scores options={options} settings={activity.settings} given={given} form={form} />
            {!ballot && <SignInAside />}
          </Form>
        </div>
      ) : (
        <>
          <ul class="rows">
            {options.map((option) => (
              <li key={option.id}>
                <Words text={option.text} by="office" />{' '}
                {given.has(option.id) && <span class="meta">{t('score.yours', { score: given.get(option.id)! })}</span>}
              </li>
            ))}
          </ul>
          {isOpen && <SignInFirst path={`${props.page}#${id('voting')}`} />}
        </>
      )}
      <Lots drawnFrom={activity.settings.lots} options={options} />
    </section>
  );
}

interface ScoresProps {
  readonly options: readonly OptionView[];
  readonly settings: ScoreVoteSettingsView;
  readonly given: ReadonlyMap<string, number>;
  readonly form: FormState;
}

/** One list of scores for each option. */
function Scores({ options, settings: { highestScore: highest = 5, scoring = 'total' }, given, form }: ScoresProps) {
  const { t, number } = useTexts();
  const id = useIds()('scores-scores');
  const error = form.errors.find(({ field }) => field?.startsWith('scores'));
  const isToBeCorrected = form.errors.length > 0 && !form.isOvertaken;
  const scores = Array.from({ length: highest + 1 }, (_, score) => ({ value: String(score), label: number(score) }));
  const chosen = (option: string) => (isToBeCorrected ? textIfAny(form, scoreOf(option)) : String(given.get(option) ?? ''));
  return (
    <fieldset class="ds-fieldset" id={id} tabIndex={-1} aria-describedby={`${id}-hint ${error ? `${id}-error` : ''}`.trim()}>
      <legend class="ds-label">{t('score.legend', { highest })}</legend>
      <p data-field="description" id={`${id}-hint`}>
        {t(`score.unscored.${scoring}`)} {given.size > 0 && t('score.changeable')}
      </p>
      {error && (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      {options.map((option) => (
        <SelectField
          form="scores"
          name={scoreOf(option.id)}
          label={<Words text={option.text} by="office" />}
          choices={[{ value: '', label: t('score.none') }, ...scores]}
          chosen={chosen(option.id)}
          state={form}
          key={option.id}
        />
      ))}
      <SubmitButton>{t(given.size > 0 ? 'score.change' : 'score.cast')}</SubmitButton>
    </fieldset>
  );
}

/** Scores as ballots have them, by option. */
function scoresIn(given: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    given.map((one) => {
      const at = one.lastIndexOf(':');
      return [one.slice(0, at), Number(one.slice(at + 1))];
    }),
  );
}

/** Options with the scores that somebody gave them, as a list within a sentence. */
export function ScoresInWords({ given, options }: { given: readonly string[]; options: readonly OptionView[] }) {
  const { language, number } = useTexts();
  const scores = [...scoresIn(given)].map(([id, score]) => ({ text: options.find((option) => option.id === id)?.text ?? id, score }));
  const parts = new Intl.ListFormat(language).formatToParts(scores.map((_, at) => String(at)));
  return (
    <>
      {parts.map(({ type, value }, part) =>
        type === 'element' ? (
          <span key={part}>
            <Words text={scores[Number(value)]!.text} by="office" />: {number(scores[Number(value)]!.score)}
          </span>
        ) : (
          value
        ),
      )}
    </>
  );
}
