import { changed, cut, inWords, mostTold, plural, wordsIn, type ActsInWords, type Words } from '@isegoria/audit-kit';
import type { CountedEvent, MethodStory } from '../../../method/method.recount';
import type { RecountedStatements } from '../../vote/deliberation-book.recount';
import type { StatementVoteCast } from '../../vote/statement-vote.contract';
import type { StatementEvent } from '../statement.contract';

interface SaidThen {
  readonly id: string;
  words: Words;
  /** Why it was rejected. */
  reason: string | null;
}

/** What the statements of one deliberation say. */
export class StatementStory implements MethodStory {
  private readonly said = new Map<string, SaidThen>();

  take({ type, data }: CountedEvent): void {
    if (type === 'StatementSubmitted') this.said.set(data.statementId, { id: data.statementId, words: wordsIn(data.text), reason: null });
    if (type === 'StatementEdited') this.change(data.statementId, { words: wordsIn(data.text) });
    if (type === 'StatementRejected') this.change(data.statementId, { reason: data.reason });
    if (type === 'StatementAccepted' || type === 'StatementDecisionUndone') this.change(data.statementId, { reason: null });
  }

  private change(id: string, what: Partial<SaidThen>): void {
    const statement = this.said.get(id);
    if (statement) Object.assign(statement, what);
  }

  inWords({ statements }: RecountedStatements): string[] {
    const [accepted, waiting, rejected, withdrawn] = ['accepted', 'pending', 'rejected', 'withdrawn'].map(
      (status) => statements.filter((one) => one.status === status).length,
    );
    const lines = statements.slice(0, mostTold).map(({ id, status, agrees, disagrees, passes }) => {
      const reason = this.said.get(id)?.reason ?? null;
      const why = reason === null ? '' : ` ("${cut(reason)}")`;
      return `    - ${this.wordsOf(id)} ${status}${why}: ${agrees} agreed, ${disagrees} disagreed, ${passes} passed`;
    });
    return [
      `  ${plural(statements.length, 'statement', 'statements')}: ${accepted} accepted, ${waiting} waiting, ${rejected} rejected, ${withdrawn} withdrawn.`,
      ...lines,
      ...(statements.length > mostTold ? [`    ... and ${statements.length - mostTold} more (--json has all)`] : []),
    ];
  }

  changesSince(earlier: RecountedStatements | undefined, { statements }: RecountedStatements): string[] {
    return statements.flatMap((statement, index) => {
      const before = earlier?.statements[index];
      const { id, status, agrees, disagrees, passes } = statement;
      const name = `statement ${this.wordsOf(id)} (${id})`;
      return [
        ...(before ? [] : [`  ${name} was added`]),
        ...(before && before.status !== status ? [`  ${name} was ${before.status} before, and ${status} after`] : []),
        ...changed(`agreed with ${name}`, before?.agrees, agrees),
        ...changed(`disagreed with ${name}`, before?.disagrees, disagrees),
        ...changed(`passed on ${name}`, before?.passes, passes),
      ];
    });
  }

  inJson(): object {
    return { said: [...this.said.values()] };
  }

  private wordsOf(id: string): string {
    return inWords(this.said.get(id)?.words ?? { sealed: true });
  }
}

export const actsOfDeliberations: ActsInWords<StatementEvent | StatementVoteCast> = {
  StatementSubmitted: null,
  StatementAccepted: ({ statementId, by }) => `statement ${statementId} accepted by account ${by}`,
  StatementRejected: ({ statementId, by, reason }) => `statement ${statementId} rejected by account ${by}: "${reason}"`,
  StatementDecisionUndone: ({ statementId, by }) => `decision on statement ${statementId} undone by account ${by}`,
  StatementEdited: null,
  StatementWithdrawn: null,
  StatementVoteCast: null,
};
