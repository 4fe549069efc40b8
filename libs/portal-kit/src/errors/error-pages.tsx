import { ButtonLink, Heading, Link, Notice, SubmitButton, useTexts } from '@isegoria/ui';
import { fieldWords } from '../forms/fields';

/** What went wrong, what it means for the visitor, and where to go on. */
export function ErrorPage(props: { title: string; status: number; detail?: string; incident?: string }) {
  const { t } = useTexts();
  return (
    <div class="narrow stack">
      <Heading level={1} size="lg">
        {props.title}
      </Heading>
      <p class="lead">
        {props.detail ??
          t(props.status === 404 ? 'error.notFound.detail' : props.status === 503 ? 'error.unavailable.detail' : 'error.detail')}
      </p>
      {props.incident && <p>{t('error.incident', { id: props.incident })}</p>}
      <div class="button-row">
        <ButtonLink href="/">{t('error.home')}</ButtonLink>
        <ButtonLink href="/consultations" variant="secondary">
          {t('nav.consultations')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Signing in beside a form that is filled in: in a window of its own, so that nothing typed is lost. */
export function SignInAside() {
  const { t } = useTexts();
  return (
    <p>
      <Link href="/sign-in" newWindow>
        {t('signIn.aside')}
      </Link>
    </p>
  );
}

/**
 * A form that could not be sent: everything typed is here (except passwords), and one button sends it again as the same contribution.
 */
export function UnsentFormPage(props: {
  title: string;
  action: string;
  fields: Readonly<Record<string, unknown>>;
  status: number;
  detail?: string;
  incident?: string;
}) {
  const { t } = useTexts();
  const fields = Object.entries(props.fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: String(one) })),
  );
  const steers = ({ name }: { name: string }) => fieldWords(name)?.steers === true;
  const typed = fields.filter((field) => !steers(field) && field.name !== 'password');
  const hasPassword = 'password' in props.fields;
  return (
    <div class="narrow stack">
      <Heading level={1} size="lg">
        {props.title}
      </Heading>
      <Notice colour="warning" status>
        {t('error.unsent')} {props.detail} {props.incident && t('error.incident', { id: props.incident })}
      </Notice>
      {props.status === 401 && <SignInAside />}
      <form method="post" action={props.action} class="form">
        {fields.filter(steers).map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {typed.map(({ name, value }, index) => (
          <div class="ds-field">
            <label class="ds-label" for={`unsent-${index}`}>
              {t('error.typed')}
            </label>
            <textarea class="ds-input" name={name} id={`unsent-${index}`} dir="auto" rows={value.length > 120 ? 6 : 2}>
              {value}
            </textarea>
          </div>
        ))}
        {hasPassword && (
          <div class="ds-field">
            <label class="ds-label" for="unsent-password">
              {t('field.password')}
            </label>
            <input class="ds-input" type="password" name="password" id="unsent-password" autocomplete="current-password" />
          </div>
        )}
        <SubmitButton>{t('error.sendAgain')}</SubmitButton>
      </form>
    </div>
  );
}
