import type { Entry, ShownText } from '@isegoria/audit-kit';
import type { ActivityResults } from '../../../../results/results.contract';
import type { MethodTexts } from '../../../method/method.recount';
import type { StatementResultsPage } from '../../statement-results/statement-results.contract';
import { statementSubmitted } from '../statement.contract';

/** Who wrote the statements of all deliberations. */
export class StatementTexts implements MethodTexts {
  private readonly authorOf = new Map<string, string | null>();

  take({ leaf, body }: Entry): void {
    if (leaf.type !== statementSubmitted.type || !body) return;
    this.authorOf.set(String(body.data.statementId), typeof body.data.author === 'string' ? body.data.author : null);
  }

  /** Those that are accepted: of the others no text is shown anyway. */
  *shownIn({ statements = [] }: ActivityResults, answers: readonly object[]): Iterable<ShownText> {
    const listed = answers.flatMap((answer) => (answer as Partial<StatementResultsPage>).items ?? []);
    for (const { id, status, text } of [...statements, ...listed]) {
      if (status === 'accepted') yield { what: `statement ${id}`, author: this.authorOf.get(id), isGone: text === null };
    }
  }
}
