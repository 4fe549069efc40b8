import { limits } from '@isegoria/kernel';
import { Form, Notice, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import type { AccountView } from '../../account/account.contract';
import { Frame } from '../../account/frame.page';
import { WhatGoesAndStays } from './erasure.page';

/** An administrator erases somebody's account on request, with a reason that everybody can read. */
export function EraseAccountPage(props: { id: string; account?: AccountView; form: FormState }) {
  const { t } = useTexts();
  const { id, account } = props;
  return (
    <Frame title={t('accounts.erase')} lead={t('accounts.eraseLead')} trail={[{ href: '/office/accounts', label: t('accounts.title') }]}>
      <div class="card">
        {account?.name && (
          <p>
            <bdi>{account.name}</bdi>
          </p>
        )}
        <p class="meta">
          {account?.email && <bdi>{account.email}</bdi>}
          <code dir="ltr">{id}</code>
        </p>
      </div>
      {account?.erased ? <Notice colour="info">{t('accounts.isErased')}</Notice> : <EraseForm id={id} form={props.form} />}
    </Frame>
  );
}

function EraseForm(props: { id: string; form: FormState }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t('accounts.eraseTold')}</p>
      <WhatGoesAndStays />
      <Notice colour="danger">{t('erasure.forGood')}</Notice>
      <Form name="erase" action={`/office/accounts/${props.id}/erasure`} state={props.form}>
        <TextField
          form="erase"
          name="reason"
          label={t('moderation.reason')}
          hint={t('accounts.eraseReason.hint')}
          state={props.form}
          max={limits.reasonLength}
        />
        <SubmitButton danger>{t('accounts.eraseSend')}</SubmitButton>
      </Form>
    </>
  );
}
