import { useTexts } from '@isegoria/ui';

/** Which colour of a bar is whose votes. */
export function AssuranceLegend() {
  const { t } = useTexts();
  return (
    <ul class="legend">
      <li>
        <span class="key key-verified" /> {t('assurance.verified')}
      </li>
      <li>
        <span class="key key-unverified" /> {t('assurance.unverified')}
      </li>
    </ul>
  );
}
