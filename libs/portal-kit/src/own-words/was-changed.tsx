import { Time, useTexts } from '@isegoria/ui';

/** That the words are no longer those that were said first, and since when. */
export function WasChanged(props: { at: string | null }) {
  const { t } = useTexts();
  if (props.at === null) return null;
  return (
    <span>
      {t('own.edited')} <Time at={props.at} withTime />
    </span>
  );
}
