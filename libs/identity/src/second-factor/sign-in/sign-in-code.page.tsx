import { withQuery } from '@isegoria/portal-kit';
import { Form, Link, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { CodeField } from './code-field.page';

/** The second step of a sign-in. */
export function SignInCodePage(props: { form: FormState; back: string }) {
  const { t } = useTexts();
  return (
    <Frame title={t('signInCode.title')} lead={t('signInCode.lead')}>
      <Form name="sign-in-code" action="/sign-in/code" state={props.form}>
        <input type="hidden" name="return" value={props.back} />
        <CodeField form="sign-in-code" state={props.form} />
        <SubmitButton>{t('nav.signIn')}</SubmitButton>
      </Form>
      <p>{t('signInCode.lost')}</p>
      <p>
        <Link href={withQuery('/sign-in', { again: '', return: props.back })}>{t('signInCode.again')}</Link>
      </p>
    </Frame>
  );
}
