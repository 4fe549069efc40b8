import { limits } from '@isegoria/kernel';
import { ReasonFields, SuspensionInForce, describeFields, textOf, type UnitTree } from '@isegoria/portal-kit';
import { Form, Heading, Link, Notice, SubmitButton, TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import type { SuspensionRecord } from '../../suspension/list/suspension-list.contract';
import type { AccountView } from '../account.contract';
import { Frame } from '../frame.page';

describeFields({ suspensionId: { steers: true }, days: { wrong: 'field.days.wrong', max: limits.suspensionDaysMax } });

interface OneAccountProps {
  readonly account: AccountView;
  readonly isOwn: boolean;
  readonly tree: UnitTree;
  /** Whether the visitor may suspend: an account belongs to no unit, so it takes an administrator of the whole site. */
  readonly maySuspend: boolean;
  /** The suspension in force. */
  readonly standing: SuspensionRecord | undefined;
  readonly forms: Readonly<Record<'suspend' | 'lift', FormState>>;
}

/** One account, and what an administrator may do to it; each act has a reason and is on the record. */
export function OneAccountPage(props: OneAccountProps) {
  const { t } = useTexts();
  const { account, isOwn } = props;
  return (
    <Frame title={t('account.oneTitle')} trail={[{ href: '/office/accounts', label: t('accounts.title') }]}>
      {account.erased ? <Notice colour="info">{t('accounts.isErased')}</Notice> : <Person {...props} />}
      {!account.erased && !isOwn && props.maySuspend && <Suspending {...props} />}
    </Frame>
  );
}

function Person({ account, isOwn, tree }: OneAccountProps) {
  const { t, date } = useTexts();
  return (
    <div class="card stack">
      <p>
        <strong dir="auto">{account.name || t('accounts.imported')}</strong>
      </p>
      <p class="meta">
        <bdi>{account.email}</bdi>
        <span>{t(`assuranceLevel.${account.assurance}`)}</span>
      </p>
      {account.roles.length > 0 && (
        <ul class="ds-list">
          {account.roles.map(({ role, unit, until }) => {
            const words = t('role.inUnit', { role: t(`role.${role}`), unit: tree.wayTo(unit) });
            return (
              <li key={`${role} ${unit}`}>
                <bdi>{until ? t('accounts.heldUntil', { role: words, date: date(until) }) : words}</bdi>
              </li>
            );
          })}
        </ul>
      )}
      {!isOwn && (
        <p class="meta">
          {account.roles.length > 0 && <Link href={`/office/accounts/${account.id}/second-factor`}>{t('resetFactor.title')}</Link>}
          <Link href={`/office/accounts/${account.id}/erasure`}>{t('accounts.erase')}</Link>
        </p>
      )}
    </div>
  );
}

function Suspending({ account, standing, forms }: OneAccountProps) {
  const { t } = useTexts();
  const { suspension } = account;
  return (
    <section class="stack" aria-labelledby="suspension">
      <Heading level={2} size="md" id="suspension">
        {t('accounts.suspension')}
      </Heading>
      {suspension ? (
        <>
          {standing && (
            <SuspensionInForce suspension={{ ...standing, isAppealed: standing.appeal !== null }} rule={standing.rule} id={standing.id} />
          )}
          <Form name="lift" action={`/office/accounts/${account.id}/suspension-end`} state={forms.lift}>
            <input type="hidden" name="suspensionId" value={textOf(forms.lift, 'suspensionId') || suspension.id} />
            <Reason form="lift" state={forms.lift} />
            <SubmitButton>{t('accounts.lift')}</SubmitButton>
          </Form>
        </>
      ) : null}
      {(!suspension || forms.suspend.errors.length > 0) && (
        <>
          <p>{t('accounts.suspensionLead')}</p>
          <Form name="suspend" action={`/office/accounts/${account.id}/suspension`} state={forms.suspend}>
            <TextField
              form="suspend"
              name="days"
              label={t('accounts.days')}
              hint={t('accounts.daysHint', { most: limits.suspensionDaysMax })}
              state={forms.suspend}
            />
            <ReasonFields form="suspend" state={forms.suspend} />
            <SubmitButton danger>{t('accounts.suspend')}</SubmitButton>
          </Form>
        </>
      )}
    </section>
  );
}

function Reason(props: { form: string; state: FormState }) {
  const { t } = useTexts();
  return (
    <TextArea
      {...props}
      name="reason"
      label={t('moderation.reason')}
      hint={t('accounts.eraseReason.hint')}
      max={limits.reasonLength}
      rows={3}
    />
  );
}
