import { Breadcrumbs, useTexts, type Crumb } from '@isegoria/ui';
import type { ConsultationView } from '../consultation.contract';

/** The way from the office to one of the pages on which it runs a consultation. */
export function OfficeTrail(props: { consultation: Pick<ConsultationView, 'id' | 'title' | 'language'>; below?: readonly Crumb[] }) {
  const { t } = useTexts();
  const { id, title, language } = props.consultation;
  const trail = [{ href: '/office', label: t('nav.office') }, { href: `/office/consultations/${id}`, label: title, language }];
  return <Breadcrumbs trail={[...trail, ...(props.below ?? [])]} />;
}
