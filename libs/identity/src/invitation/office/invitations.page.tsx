import { limits, roles } from '@isegoria/kernel';
import { DayField, LanguageChoice, UnitChoice, describeFields, textOf, type UnitTree } from '@isegoria/portal-kit';
import {
  EmptyState,
  Form,
  Heading,
  Notice,
  SelectField,
  Sentence,
  SubmitButton,
  Tag,
  TextField,
  Time,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import type { InvitationView } from '../invitation.contract';

describeFields({ role: { steers: true } });

/** Whom an administrator has invited, and a form to invite somebody else. */
export function InvitationsPage(props: {
  invitations: readonly InvitationView[];
  tree: UnitTree;
  units: readonly Choice[];
  form: FormState;
  /** Of the buttons beside each invitation. */
  acts: FormState;
}) {
  const { t } = useTexts();
  const { invitations, form } = props;
  return (
    <Frame title={t('invitations.title')} lead={t('invitations.lead')} trail={[{ href: '/office/accounts', label: t('accounts.title') }]}>
      <Form name="invite" action="/office/invitations" state={form}>
        <TextField
          form="invite"
          name="email"
          type="email"
          label={t('field.email')}
          hint={t('invitations.emailHint')}
          state={form}
          max={limits.emailLength}
        />
        <SelectField
          form="invite"
          name="role"
          label={t('invitations.role')}
          choices={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          chosen={textOf(form, 'role')}
          state={form}
        />
        <UnitChoice form="invite" state={form} units={props.units} />
        <DayField form="invite" name="until" label={t('changeRole.until')} hint={t('changeRole.untilHint')} state={form} />
        <LanguageChoice form="invite" state={form} legend={t('invitations.language')} />
        <Notice colour="info">{t('invitations.onRecord')}</Notice>
        <SubmitButton>{t('invitations.send')}</SubmitButton>
      </Form>
      <section class="stack" aria-labelledby="open">
        <Heading level={2} size="md" id="open">
          {t('invitations.open')}
        </Heading>
        {invitations.length === 0 ? (
          <EmptyState>{t('invitations.none')}</EmptyState>
        ) : (
          <ul class="rows">
            {invitations.map((invitation) => (
              <li key={invitation.id} class="stack">
                <Invited invitation={invitation} unitName={props.tree.wayTo(invitation.unit)} acts={props.acts} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </Frame>
  );
}

function Invited(props: { invitation: InvitationView; unitName: string; acts: FormState }) {
  const { t, date } = useTexts();
  const { id, email, role, until, sentAt, expiresAt, expired } = props.invitation;
  return (
    <>
      <Heading level={3} size="xs">
        <bdi>{email}</bdi>
      </Heading>
      <p class="meta">
        <bdi>
          <Sentence says="changeRole.title" words={{ unit: props.unitName }} values={{ role: t(`role.${role}`) }} />
        </bdi>
        {until && <span>{t('invitations.until', { date: date(until) })}</span>}
        <span>
          {t('invitations.sentOn')} <Time at={sentAt} />
        </span>
        {expired ? (
          <Tag colour="warning">{t('invitations.expired')}</Tag>
        ) : (
          <span>
            {t('invitations.validUntil')} <Time at={expiresAt} withTime />
          </span>
        )}
      </p>
      <div class="button-row">
        <Form name={`resend-${id}`} action={`/office/invitations/${id}/messages`} state={props.acts}>
          <SubmitButton variant="secondary">
            {t('invitations.resend')}
            <span class="ds-sr-only"> {email}</span>
          </SubmitButton>
        </Form>
        <Form name={`withdraw-${id}`} action={`/office/invitations/${id}/withdrawal`} state={props.acts}>
          <SubmitButton variant="secondary" danger>
            {t('invitations.withdraw')}
            <span class="ds-sr-only"> {email}</span>
          </SubmitButton>
        </Form>
      </div>
    </>
  );
}
