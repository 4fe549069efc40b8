import {
  Allowance,
  CompactTable,
  OwnWords,
  Stages,
  rule,
  ruleBook,
  saltedHash,
  type Judged,
  type RuleBook,
  type RulesOf,
  isSealed,
} from '@isegoria/audit-kit';
import { minutesToEdit, mostContributions, settingsChanged, type SettingsChanged } from '@isegoria/content';
import { sameInStream, type OpenConsultations } from '../../consultations/open-consultations.recount';
import type { CommentHidden, CommentRestored } from '../hiding/hiding.contract';
import type { CommentEvent, CommentSubmitted } from '../comment.contract';
import type { CommentEdited, CommentWithdrawn } from '../own-comment/own-comment.contract';

/** What keeps comments within the rules. */
export function rulesOfComments(consultations: OpenConsultations): RuleBook {
  const comments = new Stages('shown', 'hidden', 'withdrawn');
  const { remembers, isKept } = sameInStream();
  const own = new OwnWords(minutesToEdit());
  const allowance = new Allowance(mostContributions());
  /** Of each comment: its consultation and its thread. */
  const placed = new CompactTable();
  const placeIn = (consultationId: string, thread: string) => saltedHash(`${consultationId} ${thread}`)[0] || 1;
  const rules: RulesOf<CommentEvent> = {
    CommentSubmitted: [
      comments.begins('shown', 'comment-begins', 'A comment is the first event of its stream.'),
      rule<CommentSubmitted>('comment-on-published', 'People comment on consultations that are published.', ({ data }) =>
        consultations.arePublished(data.consultationId),
      ),
      rule<CommentSubmitted>(
        'reply-in-thread',
        'A reply is to a comment on the same consultation, and stays in its thread.',
        ({ data: { consultationId, reply } }) =>
          reply === undefined || placed.get(...saltedHash(reply.to)) === placeIn(consultationId, reply.thread),
        ({ data: { commentId, consultationId, reply } }) =>
          placed.set(...saltedHash(commentId), placeIn(consultationId, reply?.thread ?? commentId)),
      ),
      rule<CommentSubmitted>(
        'comment-sealed',
        'The words of a comment are sealed.',
        ({ data }) => isSealed(data.text),
        (event) => {
          remembers(event);
          own.begins(event);
        },
      ),
      allowance.rule<CommentSubmitted>(
        'comments-allowed',
        'One person adds no more comments to a consultation than the settings allow.',
        ({ data, metadata }) => (metadata.imported ? undefined : data.author),
      ),
    ],
    CommentHidden: [
      comments.follows(['shown'], 'comment-shown', 'Only a comment that is shown is hidden.', 'hidden'),
      rule<CommentHidden>('comment-of-consultation', 'What is hidden stays in its consultation.', isKept),
    ],
    CommentRestored: [
      comments.follows(['hidden'], 'comment-hidden-before', 'Only a comment that is hidden is shown again.', 'shown'),
      rule<CommentRestored>('restored-comment-of-consultation', 'What is shown again stays in its consultation.', isKept),
    ],
    CommentEdited: [
      comments.follows(['shown'], 'comment-changed-while-shown', 'Only a comment that is shown is changed.'),
      ...own.rules<CommentEdited>('comment'),
      rule<CommentEdited>('changed-comment-of-consultation', 'A comment that is changed stays in its consultation.', isKept),
      rule<CommentEdited>('changed-comment-sealed', 'The new words of a comment are sealed.', ({ data }) => isSealed(data.text)),
    ],
    CommentWithdrawn: [
      comments.follows(['shown', 'hidden'], 'comment-withdrawn-once', 'Only a comment that stands is withdrawn.', 'withdrawn'),
      rule<CommentWithdrawn>('comment-withdrawn-by-its-author', 'A comment is withdrawn by whoever wrote it.', (event) =>
        own.isAuthor(event),
      ),
      rule<CommentWithdrawn>('withdrawn-comment-of-consultation', 'A comment that is withdrawn stays in its consultation.', isKept),
    ],
  };
  return ruleBook<CommentEvent>(rules, {
    [settingsChanged.type]: ({ data, time }: Judged<SettingsChanged>) => {
      allowance.become(mostContributions(data), time);
      own.become(minutesToEdit(data), time);
    },
  });
}
