import { useTexts } from '@isegoria/ui';

/** A plain link to what somebody wrote; with scripts it opens the share sheet of the device. @param name of the author */
export function ShareLink(props: { href: string; name: string }) {
  const { t } = useTexts();
  return (
    <a class="ds-link" href={props.href} data-share aria-label={t('share.of', { name: props.name })}>
      {t('share.link')}
    </a>
  );
}
