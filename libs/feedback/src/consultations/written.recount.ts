import { CompactTable, saltedHash, type Judged, type RuleBook } from '@isegoria/audit-kit';
import { statementSubmitted, type StatementSubmitted } from '@isegoria/consultations';
import { commentSubmitted, type CommentSubmitted } from '../comment/comment.contract';
import { questionAsked, type QuestionAsked } from '../question/question.contract';
import type { ReportedKind } from '../report/report.contract';

interface WrittenThing {
  readonly consultationId: string | null;
  /** Null for what the office put. */
  readonly author: string | null;
}

/** What citizens wrote so far, each with its consultation and its author. */
export class Written {
  private readonly consultations = new CompactTable();
  private readonly authors = new CompactTable();

  readonly book: RuleBook = {
    rules: {},
    remembers: {
      [commentSubmitted.type]: ({ data }: Judged<CommentSubmitted>) => this.note('comment', data.commentId, data),
      [questionAsked.type]: ({ data }: Judged<QuestionAsked>) => this.note('question', data.questionId, data),
      [statementSubmitted.type]: ({ data }: Judged<StatementSubmitted>) => this.note('statement', data.statementId, data),
    },
  };

  isIn(consultationId: string | null, item: ReportedKind, itemId: string): boolean {
    return this.consultations.get(...hashOf(item, itemId)) === placeOf(consultationId);
  }

  isBy(author: string, item: ReportedKind, itemId: string): boolean {
    return this.authors.get(...hashOf(item, itemId)) === placeOfAuthor(author);
  }

  private note(item: ReportedKind, itemId: string, { consultationId, author }: WrittenThing): void {
    if (author !== null) this.authors.set(...hashOf(item, itemId), placeOfAuthor(author));
    this.consultations.set(...hashOf(item, itemId), placeOf(consultationId));
  }
}

const hashOf = (item: ReportedKind, itemId: string) => saltedHash(`${item} ${itemId}`);
const placeOfAuthor = (author: string) => saltedHash(`by ${author}`)[0] || 1;
const placeOf = (consultationId: string | null) => saltedHash(`within ${consultationId}`)[0] || 1;
