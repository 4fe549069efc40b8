import { SignInAside, SignInFirst, mayWrite, textIfAny } from '@isegoria/portal-kit';
import { Choices, Form, Heading, SubmitButton, useIds, useTexts } from '@isegoria/ui';
import { ResultsAreHidden } from '../../../hidden-results/hidden-results.page';
import type { ActivityView } from '../../../activity/activity.contract';
import type { TakingPartProps } from '../../method/method.page';
import { motionVotes } from '../motion.contract';

/** A motion to vote on; a vote that was cast is shown and can be changed while it is open. */
export function Motion(props: TakingPartProps) {
  const { t } = useTexts();
  const id = useIds();
  const { ballot, activity } = props;
  const form = props.form('motion');
  const isOpen = props.phase.status === 'open';
  const own = ballot?.options[0];
  const isToBeCorrected = form.errors.length > 0 && !form.isOvertaken;
  const chosen = isToBeCorrected ? textIfAny(form, 'vote') : (own ?? '');
  return (
    <section aria-labelledby={id('motion')} class="stack" id={id('voting')}>
      <Heading level={2} size="md" id={id('motion')}>
        {props.title ?? t(isOpen ? 'motion.yours' : 'motion.title')}
      </Heading>
      <ResultsAreHidden activity={props.activity} phase={props.phase} />
      <WhatCarries settings={activity.settings} />
      {isOpen && mayWrite({ isSignedIn: ballot !== undefined, form }) ? (
        <div class="vote-card">
          <Form name="motion" action={`${props.path}/motion`} state={form}>
            <Choices
              form="motion"
              name="vote"
              legend={t('motion.legend')}
              hint={own ? t('motion.changeable') : undefined}
              choices={motionVotes.map((vote) => ({ value: vote, label: t(`motion.${vote}`) }))}
              chosen={[chosen]}
              state={form}
            />
            <SubmitButton>{t(own ? 'motion.change' : 'motion.cast')}</SubmitButton>
            {!ballot && <SignInAside />}
          </Form>
        </div>
      ) : (
        <>
          <ul class="rows">
            {motionVotes.map((vote) => (
              <li key={vote}>
                {t(`motion.${vote}`)} {own === vote && <span class="meta">{t('motion.yours')}</span>}
              </li>
            ))}
          </ul>
          {isOpen && <SignInFirst path={`${props.page}#${id('voting')}`} />}
        </>
      )}
    </section>
  );
}

/** The rules, for everybody to see before the vote begins. */
function WhatCarries({ settings: { majority = 'simple', quorum = 0 } }: Pick<ActivityView, 'settings'>) {
  const { t } = useTexts();
  const id = useIds()('carries');
  return (
    <div class="stack-sm">
      <Heading level={3} size="xs" id={id}>
        {t('motion.rules')}
      </Heading>
      <ul>
        <li>{t(`motion.rule.${majority}`)}</li>
        <li>{quorum > 0 ? t('motion.rule.quorum', { quorum }) : t('motion.rule.noQuorum')}</li>
      </ul>
    </div>
  );
}
