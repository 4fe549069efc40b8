import { Breadcrumbs, useTexts } from '@isegoria/ui';
import { ConsultationHead } from '../../consultation/view/consultation.page';
import { titleFor, type ReadConsultation } from '../../translation/reading/translated.page';

/** The way to a page below the results of a consultation, and what that is called and where it stands. */
export function HeadBelowResults({ consultation }: { consultation: ReadConsultation }) {
  const { t, language: reader } = useTexts();
  const title = titleFor(reader, consultation);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/consultations', label: t('nav.consultations') },
          { href: `/consultations/${consultation.id}`, label: title.text, language: title.language },
          { href: `/consultations/${consultation.id}/results`, label: t('results.tag') },
        ]}
      />
      <ConsultationHead consultation={consultation} />
    </>
  );
}
