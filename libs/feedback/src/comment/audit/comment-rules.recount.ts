import { Stages, rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { isSealed, sameInStream, type OpenConsultations } from '../../consultations/open-consultations.recount';
import type { CommentEvent, CommentHidden, CommentSubmitted } from '../comment.contract';

/** What keeps comments within the rules. */
export function rulesOfComments(consultations: OpenConsultations): RuleBook {
  const comments = new Stages('shown', 'hidden');
  const { remembers, isKept } = sameInStream();
  return ruleBook<CommentEvent>({
    CommentSubmitted: [
      comments.begins('shown', 'comment-begins', 'A comment is the first event of its stream.'),
      rule<CommentSubmitted>('comment-on-published', 'People comment on consultations that are published.', ({ data }) =>
        consultations.arePublished(data.consultationId),
      ),
      rule<CommentSubmitted>('comment-sealed', 'The words of a comment are sealed.', ({ data }) => isSealed(data.text), remembers),
    ],
    CommentHidden: [
      comments.follows(['shown'], 'comment-shown', 'Only a comment that is shown is hidden.', 'hidden'),
      rule<CommentHidden>('comment-of-consultation', 'What is hidden stays in its consultation.', isKept),
    ],
  });
}
