import type { Entry, ShownText } from '@isegoria/audit-kit';
import type { ActivityResults } from '../../results/results.contract';
import type { MethodTexts } from '../method.recount';
import { statementSubmitted } from './statement.contract';

/** Who wrote the statements of all deliberations. */
export class StatementTexts implements MethodTexts {
  private readonly authorOf = new Map<string, string | null>();

  take({ leaf, body }: Entry): void {
    if (leaf.type !== statementSubmitted.type || !body) return;
    this.authorOf.set(String(body.data.statementId), typeof body.data.author === 'string' ? body.data.author : null);
  }

  /** Those that are accepted: of the others no text is shown anyway. */
  *shownIn({ statements = [] }: ActivityResults): Iterable<ShownText> {
    for (const { id, status, text } of statements) {
      if (status === 'accepted') yield { what: `statement ${id}`, author: this.authorOf.get(id), isGone: text === null };
    }
  }
}
