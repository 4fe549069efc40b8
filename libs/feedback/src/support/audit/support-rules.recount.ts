import { CompactTable, rule, ruleBook, saltedHash, type Judged, type RuleBook } from '@isegoria/audit-kit';
import { rankOf } from '@isegoria/kernel';
import { commentSubmitted, type CommentSubmitted } from '../../comment/comment.contract';
import { questionAsked, type QuestionAsked } from '../../question/question.contract';
import type { SupportCast, SupportEvent } from '../support.contract';

const takenBack = 255;

/** What keeps support within the rules. */
export function rulesOfSupport(): RuleBook {
  /** Of each comment and question: its consultation. */
  const written = new CompactTable();
  /** Of each stream: what was last said in it. */
  const last = new CompactTable();
  const within = (consultationId: string | null) => saltedHash(`within ${consultationId}`)[0] || 1;
  const itemIn = (item: string, itemId: string) => saltedHash(`${item} ${itemId}`);
  const said = ({ supports, assurance }: SupportCast['data']) => (supports ? rankOf(assurance) + 1 : takenBack);
  return ruleBook<SupportEvent>(
    {
      SupportCast: [
        rule<SupportCast>(
          'support-of-written',
          'Support is for a comment or a question of the consultation that it names.',
          ({ data }) => written.get(...itemIn(data.item, data.itemId)) === within(data.consultationId),
        ),
        rule<SupportCast>(
          'support-changes',
          'Support is given before it is taken back, and given again only at another level.',
          ({ stream, data }) => said(data) !== (last.get(...saltedHash(stream)) || takenBack),
          ({ stream, data }) => last.set(...saltedHash(stream), said(data)),
        ),
      ],
    },
    {
      [commentSubmitted.type]: ({ data }: Judged<CommentSubmitted>) =>
        written.set(...itemIn('comment', data.commentId), within(data.consultationId)),
      [questionAsked.type]: ({ data }: Judged<QuestionAsked>) =>
        written.set(...itemIn('question', data.questionId), within(data.consultationId)),
    },
  );
}
