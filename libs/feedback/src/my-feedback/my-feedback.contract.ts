import { IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { query } from '@isegoria/kernel';

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
  @IsOptional() @IsUUID() consultationId?: string;
}
export const showMyFeedback = query(ShowMyFeedback, MyFeedback, {
  route: 'GET /my-feedback',
  may: 'participate',
  summary: 'How many comments and questions the signed-in person has added to a consultation, and how many there may be',
});
