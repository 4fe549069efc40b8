import { CompactTable, saltedHash, type Judged, type RuleBook } from '@isegoria/audit-kit';
import { statementSubmitted, type StatementSubmitted } from '@isegoria/consultations';
import { commentSubmitted, type CommentSubmitted } from '../comment/comment.contract';
import { questionAsked, type QuestionAsked } from '../question/question.contract';
import type { ReportedKind } from '../report/report.contract';

/** What citizens wrote so far, each with its consultation. */
export class Written {
  private readonly consultations = new CompactTable();

  readonly book: RuleBook = {
    rules: {},
    remembers: {
      [commentSubmitted.type]: ({ data }: Judged<CommentSubmitted>) => this.note('comment', data.commentId, data.consultationId),
      [questionAsked.type]: ({ data }: Judged<QuestionAsked>) => this.note('question', data.questionId, data.consultationId),
      [statementSubmitted.type]: ({ data }: Judged<StatementSubmitted>) => this.note('statement', data.statementId, data.consultationId),
    },
  };

  isIn(consultationId: string | null, item: ReportedKind, itemId: string): boolean {
    return this.consultations.get(...hashOf(item, itemId)) === placeOf(consultationId);
  }

  private note(item: ReportedKind, itemId: string, consultationId: string | null): void {
    this.consultations.set(...hashOf(item, itemId), placeOf(consultationId));
  }
}

const hashOf = (item: ReportedKind, itemId: string) => saltedHash(`${item} ${itemId}`);
const placeOf = (consultationId: string | null) => saltedHash(`within ${consultationId}`)[0] || 1;
