import { Picture, plainExcerpt } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { About, ButtonLink, Heading, InLanguage, Link, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation.contract';
import { MethodTags, StatusTag } from '../view/consultation-card.page';
import { OpenSentence } from '../when/open-sentence.page';

/** A consultation that is put before all others: what it asks, until when, and the way to it. */
export function FeaturedConsultation(props: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { consultation } = props;
  const { id, language, title, summary, description } = consultation;
  return (
    <article class="featured" aria-labelledby="featured">
      <About language={consultation.language}>
        <Picture picture={consultation.picture} />
      </About>
      <div class="featured-words">
        <div class="tags">
          <StatusTag status={consultation.status} />
          <MethodTags methods={consultation.methods} />
        </div>
        <div lang={language} dir={directionOf(language)}>
          <Heading level={2} size="md" id="featured">
            <Link href={`/consultations/${id}`}>{title}</Link>
          </Heading>
        </div>
        <InLanguage language={language}>
          <p>{summary ?? plainExcerpt(description, 180)}</p>
        </InLanguage>
        <p class="meta">
          <OpenSentence of={consultation} />
          <span>{t('consultation.participants', { count: consultation.participants })}</span>
        </p>
        <ButtonLink href={`/consultations/${id}`}>{t('featured.takePart')}</ButtonLink>
      </div>
    </article>
  );
}
