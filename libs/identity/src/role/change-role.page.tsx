import type { Role } from '@isegoria/kernel';
import { DayField, describeFields, endOfDayIn, textOf, type Visit } from '@isegoria/portal-kit';
import { Form, Notice, Sentence, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import type { AccountView } from '../account/account.contract';
import { Frame } from '../account/frame.page';

describeFields({ until: { wrong: 'field.until.wrong' } });

/** What a role allows and where, before somebody gets or loses it. */
export function ChangeRolePage(props: {
  account: AccountView;
  role: Role;
  /** The address of the form, and what the unit is called. */
  action: string;
  unitName: string;
  isHeld: boolean;
  form: FormState;
}) {
  const { t } = useTexts();
  const { account, form } = props;
  const role = t(`role.${props.role}`);
  return (
    <Frame
      title={<Sentence says="changeRole.title" words={{ unit: props.unitName }} values={{ role }} />}
      lead={t(`roleAllows.${props.role}`)}
      trail={[{ href: '/office/accounts', label: t('accounts.title') }]}
    >
      <div class="card">
        <p>
          <bdi>{account.name || t('accounts.imported')}</bdi>
        </p>
        <p class="meta">
          <bdi>{account.email}</bdi>
        </p>
      </div>
      <Notice colour="info">
        <p>{t('changeRole.onRecord')}</p>
      </Notice>
      <Form name="role" action={props.action} state={form}>
        <DayField form="role" name="until" label={t('changeRole.until')} hint={t('changeRole.untilHint')} state={form} />
        <SubmitButton name="change" value="grant">
          {t(props.isHeld ? 'changeRole.end' : 'changeRole.grant')}
        </SubmitButton>
        {props.isHeld && (
          <SubmitButton danger name="change" value="revoke">
            {t('changeRole.revoke')}
          </SubmitButton>
        )}
      </Form>
    </Frame>
  );
}

/** How long a role lasts that somebody gives: through the end of the day that was typed, where its form said. */
export function untilIn(visit: Visit, form: FormState): { until?: string } {
  return textOf(form, 'until').trim() === '' ? {} : { until: endOfDayIn(form, 'until', visit.siteZone) };
}
