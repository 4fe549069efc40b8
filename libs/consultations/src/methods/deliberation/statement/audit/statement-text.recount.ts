import { wordsSaid, type MustBe } from '@isegoria/audit-kit';
import type { DeliberationSettings, ModerationMode } from '../../deliberation.contract';
import type { StatementStatus, StatementSubmitted } from '../statement.contract';

/** The words of a statement, for whoever may read them. @param place where in the log it was submitted */
export function textOf(
  { statementId, consultationId, author, text }: Pick<StatementSubmitted['data'], 'statementId' | 'consultationId' | 'author' | 'text'>,
  place: number,
): MustBe<string | null> {
  return wordsSaid(text, { what: `statement ${statementId}`, author, within: consultationId, group: 'consultations', place });
}

/** Whether everybody may read a statement: whether it may be voted on. */
export function mayRead(status: StatementStatus, settings: object | undefined): boolean {
  const { moderation } = (settings ?? {}) as Partial<DeliberationSettings>;
  return status === 'accepted' || (status === 'pending' && moderation === ('after' satisfies ModerationMode));
}

/** One that was rejected stays so. */
export function withdrawnFrom(status: StatementStatus): StatementStatus {
  return status === 'rejected' ? status : 'withdrawn';
}
