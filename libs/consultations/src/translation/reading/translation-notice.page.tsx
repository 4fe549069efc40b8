import { nameIn } from '@isegoria/texts';
import { Link, useTexts } from '@isegoria/ui';
import { originalParameter, type ReadConsultation } from './translated.page';

/** Above a consultation that is read in translation, or in the original although there is one: the way to the other. */
export function TranslationNotice(props: { consultation: ReadConsultation; page: string }) {
  const { t, language: reader } = useTexts();
  const { language, translated, translations } = props.consultation;
  const original = nameIn(reader, language);
  if (translated) return (
      <p class="meta">
        <span>{t('translation.shown', { language: original })}</span>
        <Link href={`${props.page}?${originalParameter}=1`}>{t('translation.original')}</Link>
      </p>
    );
  if (!translations.some((one) => one.language === reader)) return null;
  return (
    <p class="meta">
      <span>{t('translation.originalShown', { language: original })}</span>
      <Link href={props.page}>{t('translation.back')}</Link>
    </p>
  );
}
