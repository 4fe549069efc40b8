import { eventIn, type Entry, type ShownText } from '@isegoria/audit-kit';
import type { ActivityDrafted } from '../../../../activity/activity.contract';
import type { ActivityResults } from '../../../../results/results.contract';
import type { MethodTexts } from '../../../method/method.recount';
import type { StatementResultsPage } from '../../statement-results/statement-results.contract';
import type { StatementSubmitted } from '../statement.contract';
import { mayRead } from './statement-text.recount';

/** Who wrote the statements of all deliberations, and whether a moderator has to let them through. */
export class StatementTexts implements MethodTexts {
  private readonly settingsOf = new Map<string, object>();
  private readonly authorOf = new Map<string, string | null>();

  take(entry: Entry): void {
    const event = eventIn<ActivityDrafted | StatementSubmitted>(entry);
    if (event?.type === 'ActivityDrafted') this.settingsOf.set(event.data.activityId, event.data.settings);
    if (event?.type === 'StatementSubmitted') {
      const { statementId, author } = event.data;
      this.authorOf.set(statementId, typeof author === 'string' ? author : null);
    }
  }

  /** Those that everybody may read, and whatever else is shown: in place of all others no text stands anyway. */
  *shownIn({ activityId, statements = [] }: ActivityResults, answers: readonly object[]): Iterable<ShownText> {
    const listed = answers.flatMap((answer) => (answer as Partial<StatementResultsPage>).items ?? []);
    const settings = this.settingsOf.get(activityId);
    for (const { id, status, text } of [...statements, ...listed])
      if (text !== null || mayRead(status, settings)) yield { what: `statement ${id}`, author: this.authorOf.get(id), isGone: text === null };
  }
}
