import { Link, useTexts } from '@isegoria/ui';
import { signInPath } from './sign-in-path';

/** Shown in place of a form to people who are not signed in. */
export function SignInFirst(props: { path: string }) {
  const { t } = useTexts();
  return (
    <p>
      <Link href={signInPath(props.path)}>{t('signIn.first')}</Link> <span class="erased">{t('signIn.firstWhy')}</span>
    </p>
  );
}
