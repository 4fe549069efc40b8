import { limits } from '@isegoria/kernel';
import { ButtonLink, Form, Heading, Notice, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';

/** What goes and what stays, before anybody decides: it cannot be undone. */
export function ErasurePage(props: { form: FormState; isAdministrator: boolean }) {
  const { t } = useTexts();
  return (
    <Frame title={t('erasure.title')} lead={t('erasure.lead')} trail={[{ href: '/account', label: t('nav.account') }]}>
      <WhatGoesAndStays />
      <Notice colour="danger">{t('erasure.forGood')}</Notice>
      {props.isAdministrator ? (
        <Notice colour="warning">{t('erasure.administrator')}</Notice>
      ) : (
        <Form name="erasure" action="/account/erasure" state={props.form}>
          <TextField
            form="erasure"
            name="password"
            type="password"
            label={t('field.password')}
            hint={t('erasure.password.hint')}
            state={props.form}
            max={limits.passwordMaxLength}
            autocomplete="current-password"
          />
          <SubmitButton danger>{t('erasure.send')}</SubmitButton>
        </Form>
      )}
      <ButtonLink href="/account" variant="secondary">
        {t('erasure.keep')}
      </ButtonLink>
    </Frame>
  );
}

/** In words for the person who is about to decide. */
export function WhatGoesAndStays() {
  const { t } = useTexts();
  const lists = [
    ['erasure.goes', ['erasure.goes.profile', 'erasure.goes.words', 'erasure.goes.tie', 'erasure.goes.sessions']],
    [
      'erasure.stays',
      ['erasure.stays.votes', 'erasure.stays.entries', 'erasure.stays.receipts', 'erasure.stays.address', 'erasure.stays.backups'],
    ],
  ] as const;
  return (
    <>
      {lists.map(([title, points]) => (
        <section aria-labelledby={title} class="stack" key={title}>
          <Heading level={2} size="sm" id={title}>
            {t(title)}
          </Heading>
          <ul class="ds-list">
            {points.map((point) => (
              <li key={point}>{t(point)}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function ErasedPage() {
  const { t } = useTexts();
  return (
    <Frame title={t('erasure.done')} lead={t('erasure.doneLead')}>
      <p>{t('erasure.doneAgain')}</p>
      <ButtonLink href="/" variant="secondary">
        {t('error.home')}
      </ButtonLink>
    </Frame>
  );
}
