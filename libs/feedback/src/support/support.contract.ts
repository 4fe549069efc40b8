import { IsBoolean, IsString, IsUUID, Matches } from 'class-validator';
import { command, event, limits, query, stream, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';

export class SupportComment {
  @IsUUID()
  commentId: string;

  /** False takes one's support back. */
  @IsBoolean()
  supports: boolean;
}
export const supportComment = command(SupportComment, {
  route: 'PUT /comments/:commentId/support',
  may: 'contribute',
  summary: 'Support a comment, or take one’s support back; the last word counts',
});

export class SupportQuestion {
  @IsUUID()
  questionId: string;

  /** False takes one's support back. */
  @IsBoolean()
  supports: boolean;
}
export const supportQuestion = command(SupportQuestion, {
  route: 'PUT /questions/:questionId/support',
  may: 'contribute',
  summary: 'Support a question, or take one’s support back; the last word counts',
});

export class OwnSupport {
  /** Those of the ids asked for that the person supports. */
  @IsString({ each: true }) readonly items: readonly string[];
}

const id = '[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}';

export class ShowOwnSupport {
  /** Ids of comments and questions, separated by commas. */
  @Matches(new RegExp(`^${id}(?:,${id}){0,${limits.pageSize - 1}}$`)) of: string;
}
export const showOwnSupport = query(ShowOwnSupport, OwnSupport, {
  route: 'GET /my-support',
  may: 'participate',
  summary: 'Which of these comments and questions the signed-in person supports',
});

/** What can be supported. */
export type SupportedKind = 'comment' | 'question';

/**
 * `supporter` is the person's pseudonym in that consultation, or for questions about none (`consultationId` null). `supports` is false
 * where somebody takes support back.
 */
export type SupportCast = DomainEvent<
  'SupportCast',
  {
    item: SupportedKind;
    itemId: string;
    consultationId: string | null;
    supporter: string;
    supports: boolean;
    assurance: AssuranceLevel;
  }
>;
export const supportCast = event<SupportCast>('SupportCast', {
  stream: stream('support-<itemId>-<supporter>', 'public'),
  says: 'A citizen supports a comment or a question, or takes that back (`supports` false); the last one counts.',
  lastCountsBy: ['itemId'],
  sample: {
    item: 'comment',
    itemId: 'c0330000-0000-4000-8000-000000000001',
    consultationId: 'c0450000-0000-4000-8000-000000000001',
    supporter: 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff',
    supports: true,
    assurance: 'email',
  },
});

export type SupportEvent = SupportCast;
