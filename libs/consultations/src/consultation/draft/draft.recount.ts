import { rule, type ActsInWords, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../audit/consultation-facts.recount';
import type { DraftDiscarded, DraftEvent, DraftRevised } from './draft.contract';

export const actsOfDrafts: ActsInWords<DraftEvent> = {
  DraftRevised: ({ title, edition, by }) => `drafted anew (edition ${edition}) by account ${by}: "${title}"`,
  DraftDiscarded: ({ by }) => `discarded by account ${by}, never published`,
};

export function rulesOfRevisions(known: KnownConsultations): readonly Rule<DraftRevised>[] {
  return [
    rule(
      'only-drafts-revised',
      'A consultation is drafted anew only before it is published.',
      ({ data: { consultationId } }) => known.of(consultationId)?.isPublished === false && !known.of(consultationId)!.isDiscarded,
    ),
    rule(
      'editions-in-turn',
      'The editions of a draft are counted one by one.',
      ({ data: { consultationId, edition } }) => edition === known.of(consultationId)!.edition + 1,
    ),
    rule('edition-has-phases', 'A draft has a phase or several, each once.', ({ data: { phases } }) => {
      const ids = new Set(phases.map(({ phaseId }) => phaseId));
      return ids.size > 0 && ids.size === phases.length;
    }),
  ];
}

export function rulesOfDiscardings(known: KnownConsultations): readonly Rule<DraftDiscarded>[] {
  return [
    rule(
      'only-drafts-discarded',
      'A consultation is discarded only before it is published, and once.',
      ({ data: { consultationId } }) => known.of(consultationId)?.isPublished === false && !known.of(consultationId)!.isDiscarded,
    ),
  ];
}
