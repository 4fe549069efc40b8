import { Choices, Form, Heading, SubmitButton, useTexts } from '@isegoria/ui';
import { listOf } from '../../web/form';
import { SignInAside } from '../../web/error-pages';
import { SignInFirst, mayWrite, type ConsultationPageProps } from '../../consultations/consultation.page';

/** The question of a poll with its options; a ballot that was cast is shown and can be changed while the poll is open. */
export function Poll(props: ConsultationPageProps) {
  const { t } = useTexts();
  const { consultation, ballot, forms } = props;
  const poll = consultation.poll;
  if (!poll) return null;
  const path = `/consultations/${consultation.id}`;
  const isOpen = consultation.phase === 'open';
  const hasVoted = (ballot?.options.length ?? 0) > 0;
  const isToBeCorrected = forms.ballot.errors.length > 0 && !forms.ballot.isOvertaken;
  const chosen = isToBeCorrected ? listOf(forms.ballot, 'options') : (ballot?.options ?? []);
  return (
    <section aria-labelledby="poll" class="stack" id="voting">
      <Heading level={2} size="md" id="poll">
        {isOpen ? t('poll.vote') : t('poll.title')}
      </Heading>
      {isOpen && mayWrite(props, 'ballot') ? (
        <div class="vote-card">
          <Form name="ballot" action={`${path}/ballot`} state={forms.ballot}>
            <Choices
              form="ballot"
              name="options"
              legend={t(poll.multiple ? 'poll.chooseSeveral' : 'poll.chooseOne')}
              hint={hasVoted ? t('poll.changeable') : undefined}
              choices={poll.options.map(({ id, text }) => ({ value: id, label: text }))}
              chosen={chosen}
              multiple={poll.multiple}
              state={forms.ballot}
            />
            <SubmitButton>{t(hasVoted ? 'poll.change' : 'poll.cast')}</SubmitButton>
            {!ballot && <SignInAside />}
          </Form>
        </div>
      ) : (
        <>
          <ul class="rows">
            {poll.options.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
                {ballot?.options.includes(id) && <span class="meta">{t('poll.yours')}</span>}
              </li>
            ))}
          </ul>
          {isOpen && <SignInFirst path={`${path}#voting`} />}
        </>
      )}
    </section>
  );
}
