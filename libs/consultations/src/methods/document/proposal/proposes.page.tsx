import { useTexts } from '@isegoria/ui';
import type { AnnotationPlace } from '../annotation/place.contract';

/** What an annotation proposes, in a few words beside it; nothing for a comment. */
export function Proposes({ at }: { at: AnnotationPlace | null | undefined }) {
  const { t } = useTexts();
  return at?.replaces ? <span>{t(at.leavesOut ? 'paper.proposesNone' : 'paper.proposes')}</span> : null;
}
