import { SignInAside, SignInFirst, listOf, mayWrite } from '@isegoria/portal-kit';
import { Choices, Form, Heading, SubmitButton, Words, useIds, useTexts } from '@isegoria/ui';
import { Lots } from '../../choices/options/lots.page';
import { ResultsAreHidden } from '../../../hidden-results/hidden-results.page';
import type { TakingPartProps } from '../../method/method.page';

/** The question of a poll with its options; a ballot that was cast is shown and can be changed while the poll is open. */
export function Poll(props: TakingPartProps) {
  const { t } = useTexts();
  const id = useIds();
  const { ballot } = props;
  const { options = [], multiple = false } = props.activity.settings;
  const form = props.form('ballot');
  const isOpen = props.phase.status === 'open';
  const hasVoted = (ballot?.options.length ?? 0) > 0;
  const isToBeCorrected = form.errors.length > 0 && !form.isOvertaken;
  const chosen = isToBeCorrected ? listOf(form, 'options') : (ballot?.options ?? []);
  return (
    <section aria-labelledby={id('poll')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('poll')}>
        {props.title ?? t(isOpen ? 'poll.vote' : 'poll.title')}
      </Heading>
      <ResultsAreHidden activity={props.activity} phase={props.phase} />
      {isOpen && mayWrite({ isSignedIn: ballot !== undefined, form }) ? (
        <div class="vote-card">
          <Form name="ballot" action={`${props.path}/ballot`} state={form}>
            <Choices
              form="ballot"
              name="options"
              legend={t(multiple ? 'poll.chooseSeveral' : 'poll.chooseOne')}
              hint={hasVoted ? t('poll.changeable') : undefined}
              choices={options.map((option) => ({ value: option.id, label: option.text, by: 'office' }))}
              chosen={chosen}
              multiple={multiple}
              state={form}
            />
            <SubmitButton>{t(hasVoted ? 'poll.change' : 'poll.cast')}</SubmitButton>
            {!ballot && <SignInAside />}
          </Form>
        </div>
      ) : (
        <>
          <ul class="rows">
            {options.map((option) => (
              <li key={option.id}>
                <Words text={option.text} by="office" />{' '}
                {ballot?.options.includes(option.id) && <span class="meta">{t('poll.yours')}</span>}
              </li>
            ))}
          </ul>
          {isOpen && <SignInFirst path={`${props.page}#${id('voting')}`} />}
        </>
      )}
      {props.activity.settings.ties === 'lot' && <Lots drawnFrom={props.activity.settings.lots} options={options} />}
    </section>
  );
}
