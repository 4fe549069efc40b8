import { Picture, plainExcerpt } from '@isegoria/portal-kit';
import { About, ButtonLink, Heading, Link, Words, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation.contract';
import { MethodTags, StatusTag } from '../view/consultation-card.page';
import { listedIn } from '../../translation/reading/translated.page';
import { OpenSentence } from '../when/open-sentence.page';

/** A consultation that is put before all others: what it asks, until when, and the way to it. */
export function FeaturedConsultation(props: { consultation: ConsultationView }) {
  const { t, language: reader } = useTexts();
  const { consultation } = props;
  const { id, language, title, summary, description } = consultation;
  const about = { language, translated: listedIn(reader, consultation) };
  return (
    <article class="featured" aria-labelledby="featured">
      <About {...about}>
        <Picture picture={consultation.picture} />
      </About>
      <div class="featured-words">
        <div class="tags">
          <StatusTag status={consultation.status} />
          <MethodTags methods={consultation.methods} />
        </div>
        <Heading level={2} size="md" id="featured">
          <Link href={`/consultations/${id}`}>
            <About {...about}>
              <Words text={title} by="office" />
            </About>
          </Link>
        </Heading>
        <p>
          <About {...about}>
            <Words text={summary ?? plainExcerpt(description, 180)} by="office" />
          </About>
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
