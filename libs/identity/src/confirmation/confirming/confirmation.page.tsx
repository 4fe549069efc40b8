import { limits } from '@isegoria/kernel';
import { ButtonLink, Form, Heading, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { PasswordField, TokenField } from '../../password/rules/password-field.page';
import { ReturnField } from '../../return-path/return-path.page';
import type { LinkView } from '../../link/link.contract';

/** The two forms: only one of them was sent. */
export interface ConfirmForms {
  readonly known: FormState;
  readonly anew: FormState;
}

export function ConfirmPage(props: { forms: ConfirmForms; link: LinkView; token: string; back: string }) {
  const { t, dateTime } = useTexts();
  const { link, token, forms } = props;
  const asked = t('confirm.asked', { when: dateTime(link.askedAt ?? ''), email: link.email ?? '', name: link.name ?? '' });
  return (
    <Frame title={t('confirm.title')} lead={asked}>
      <section aria-labelledby="known" class="stack">
        <Heading level={2} size="sm" id="known">
          {t('confirm.known')}
        </Heading>
        <p>{t('confirm.knownLead')}</p>
        <Form name="confirm" action="/confirm" state={forms.known}>
          <TokenField token={token} />
          <ReturnField back={props.back} />
          <PasswordField form="confirm" state={forms.known} />
          <SubmitButton>{t('confirm.send')}</SubmitButton>
        </Form>
      </section>
      <section aria-labelledby="anew" class="stack">
        <Heading level={2} size="sm" id="anew">
          {t('confirm.anew')}
        </Heading>
        <p>{t('confirm.anewLead')}</p>
        <Form name="confirm-anew" action="/confirm/anew" state={forms.anew}>
          <TokenField token={token} />
          <ReturnField back={props.back} />
          <TextField
            form="confirm-anew"
            name="name"
            label={t('field.name')}
            hint={t('field.name.hint')}
            state={forms.anew}
            max={limits.nameLength}
            autocomplete="name"
          />
          <PasswordField form="confirm-anew" state={forms.anew} isNew />
          <SubmitButton variant="secondary">{t('confirm.anewSend')}</SubmitButton>
        </Form>
      </section>
      <p>{t('confirm.neither')}</p>
    </Frame>
  );
}

export function ConfirmedPage(props: { back: string }) {
  const { t } = useTexts();
  return (
    <Frame title={t('confirm.done')} lead={t('confirm.doneLead')}>
      <ButtonLink href={props.back}>{t('confirm.goOn')}</ButtonLink>
    </Frame>
  );
}
