import { Breadcrumbs, useTexts, type Crumb } from '@isegoria/ui';
import type { ConsultationView } from '../consultation.contract';

interface OfficeTrailProps {
  readonly consultation: Pick<ConsultationView, 'id' | 'title' | 'language'>;
  readonly below?: readonly Crumb[];
  /** Whether the reader may read the page on which the consultation is run: moderators go back to the one that everybody reads. */
  readonly mayRun?: boolean;
}

/** The way from the office to one of the pages on which it runs a consultation. */
export function OfficeTrail({ mayRun = true, ...props }: OfficeTrailProps) {
  const { t } = useTexts();
  const { id, title, language } = props.consultation;
  const href = mayRun ? `/office/consultations/${id}` : `/consultations/${id}`;
  const trail = [
    { href: '/office', label: t('nav.office') },
    { href, label: title, language },
  ];
  return <Breadcrumbs trail={[...trail, ...(props.below ?? [])]} />;
}
