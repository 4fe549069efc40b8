import { Sentence, Words, useTexts } from '@isegoria/ui';
import type { AnnotationPlace } from '../annotation/place.contract';

/** What an annotation proposes, in a few words beside it; nothing for a comment. */
export function Proposes({ at }: { at: AnnotationPlace | null | undefined }) {
  const { t } = useTexts();
  return at?.replaces ? <span>{t(at.leavesOut ? 'paper.proposesNone' : 'paper.proposes')}</span> : null;
}

/** Above what somebody wrote to a draft law: a proposal is not understood without the words that it is about. */
export function AboutWords({ at }: { at: AnnotationPlace | null | undefined }) {
  if (!at?.words && !at?.replaces) return null;
  return (
    <p class="meta">
      <Proposes at={at} />
      {at.words && (
        <span>
          <Sentence says="paper.about" words={{ words: <Words text={at.words.exact} by="office" /> }} />
        </span>
      )}
    </p>
  );
}
