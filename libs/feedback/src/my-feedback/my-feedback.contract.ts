import { IsInt, IsString, IsUUID } from 'class-validator';
import { OrAbsent, OrNull, PageRequest, pageQuery, query } from '@isegoria/kernel';
import { CommentView } from '../comment/comment.contract';
import { QuestionView } from '../question/question.contract';

/** What the signed-in person has said so far where only so much may be said, and how much that is. */
export class MyFeedback {
  /** The pseudonym under which the person speaks there. */
  @IsString() readonly author: string;
  /** How many comments, and how many questions, a person may add. */
  @IsInt() readonly most: number;
  @IsInt() readonly comments: number;
  @IsInt() readonly questions: number;
}

export class ShowMyFeedback {
  /** Absent for questions to the ministry in general, of which those of this month (UTC) count. */
  @OrAbsent() @IsUUID() consultationId?: string;
}
export const showMyFeedback = query(ShowMyFeedback, MyFeedback, {
  route: 'GET /my-feedback',
  may: 'participate',
  summary: 'How many comments and questions the signed-in person has added to a consultation, and how many there may be',
});

/** A comment with the title of its consultation, for a list over all of them. */
export class OwnCommentView extends CommentView {
  @IsString() readonly consultationTitle: string;
}
export class ListOwnComments extends PageRequest {}
export const listOwnComments = pageQuery(ListOwnComments, OwnCommentView, {
  route: 'GET /my-comments',
  may: 'participate',
  summary: 'The comments of the signed-in person, newest first',
});

/** A question with the title of its consultation, for a list over all of them. */
export class OwnQuestionView extends QuestionView {
  /** Null for a question in general. */
  @OrNull() @IsString() readonly consultationTitle: string | null;
}
export class ListOwnQuestions extends PageRequest {}
export const listOwnQuestions = pageQuery(ListOwnQuestions, OwnQuestionView, {
  route: 'GET /my-questions',
  may: 'participate',
  summary: 'The questions of the signed-in person, newest first',
});

export class ListSupportedComments extends PageRequest {}
export const listSupportedComments = pageQuery(ListSupportedComments, OwnCommentView, {
  route: 'GET /my-supported-comments',
  may: 'participate',
  summary: 'The comments that the signed-in person supports, newest first',
});

export class ListSupportedQuestions extends PageRequest {}
export const listSupportedQuestions = pageQuery(ListSupportedQuestions, OwnQuestionView, {
  route: 'GET /my-supported-questions',
  may: 'participate',
  summary: 'The questions that the signed-in person supports, newest first',
});
