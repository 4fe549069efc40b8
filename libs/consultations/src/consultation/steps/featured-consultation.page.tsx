import { Picture, plainExcerpt } from '@isegoria/portal-kit';
import { About, ButtonLink, Heading, Link, WordsIn, useTexts } from '@isegoria/ui';
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
        <Heading level={2} size="md" id="featured">
          <Link href={`/consultations/${id}`}>
            <WordsIn language={language}>{title}</WordsIn>
          </Link>
        </Heading>
        <p>
          <WordsIn language={language}>{summary ?? plainExcerpt(description, 180)}</WordsIn>
        </p>
        <p class="meta">
          <OpenSentence of={consultation} />
          <span>{t('consultation.participants', { count: consultation.participants })}</span>
        </p>
        <ButtonLink href={`/consultations/${id}`}>{t('featured.takePart')}</ButtonLink>
      </div>
    </article>
  );
}
