import type { ComponentChildren } from 'preact';
import { ButtonLink, Heading, Link, Sentence, SubmitButton, Words, useTexts } from '@isegoria/ui';
import type { MessageKey } from '@isegoria/texts';
import { fieldWords } from '../forms/fields';
import { signInPath } from '../session/sign-in-path';
import { KeptField, isTyped, labelOf, type ReadBack } from './kept-words';

/** Where signing in beside a form ends: the way back is to the window that has the form. */
const signedInAside = '/sign-in/aside';

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
      <Link href={signInPath(signedInAside)} newWindow>
        {t('signIn.aside')}
      </Link>
    </p>
  );
}

const secretNames: Readonly<Record<string, MessageKey>> = { newPassword: 'field.newPassword', code: 'field.code' };

function SendAs(props: { name: string }) {
  return <Sentence says="sender.sendAs" words={{ name: <Words text={props.name} /> }} />;
}

/** Statuses after which the same words may well be accepted: signing in, waiting or setting something up helps. */
const isWorthSendingAgain = (status: number): boolean => status === 401 || status === 403 || status === 429 || status >= 500;

/**
 * A form that could not be sent: everything typed is here (except passwords), and where that may help one button sends it again, as the
 * same contribution.
 */
export function UnsentFormPage(props: {
  title: string;
  action: string;
  fields: Readonly<Record<string, unknown>>;
  /** The name of the command that it was for, if that is known. */
  command?: string;
  /** What the fields say in words, where somebody knows: it is read then, and sent as it was. */
  readBack?: ReadBack;
  status: number;
  detail?: ComponentChildren;
  incident?: string;
  /** The name of whoever would send it now, where somebody else wrote it. */
  sendAs?: string;
}) {
  const { t } = useTexts();
  const fields = Object.entries(props.fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: String(one) })),
  );
  const { command } = props;
  const isSecret = ({ name }: { name: string }) => fieldWords(name, command)?.isSecret === true;
  const isEdited = ({ name }: { name: string }) => isTyped(name, command) && !props.readBack?.of.test(name);
  const typed = fields.filter(isEdited);
  const steers = (field: { name: string }) => !isSecret(field) && !isEdited(field);
  const isAgain = props.sendAs !== undefined || isWorthSendingAgain(props.status);
  return (
    <div class="narrow stack">
      <Heading level={1} size="lg">
        {props.title}
      </Heading>
      <div class="ds-error-summary" role="alert" tabIndex={-1} autofocus>
        <p>
          {props.detail} {props.sendAs === undefined && t(isAgain ? 'error.unsent' : 'error.unsentFinal')}{' '}
          {props.incident && t('error.incident', { id: props.incident })}
        </p>
        {props.status === 401 && <SignInAside />}
      </div>
      <form method="post" action={props.action} class="form">
        {fields.filter(steers).map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {props.readBack?.lines.map(({ asked, said }, index) => (
          <KeptField id={`unsent-answer-${index}`} asked={<Words text={asked} by="office" />} said={said} key={index} />
        ))}
        {typed.map(({ name, value }, index) => (
          <div class="ds-field">
            <label class="ds-label" for={`unsent-${index}`}>
              {t(labelOf(name, command))}
            </label>
            <textarea class="ds-input" name={name} id={`unsent-${index}`} dir="auto" rows={value.length > 120 ? 6 : 2}>
              {value}
            </textarea>
          </div>
        ))}
        {fields.filter(isSecret).map(({ name }) => (
          <div class="ds-field" key={name}>
            <label class="ds-label" for={`unsent-${name}`}>
              {t(secretNames[name] ?? 'field.password')}
            </label>
            <input class="ds-input" type="password" name={name} id={`unsent-${name}`} autocomplete="off" />
          </div>
        ))}
        {isAgain && (
          <SubmitButton>
            <span>
              {props.sendAs === undefined ? t('error.sendAgain') : <SendAs name={props.sendAs} />}
            </span>
          </SubmitButton>
        )}
      </form>
    </div>
  );
}
