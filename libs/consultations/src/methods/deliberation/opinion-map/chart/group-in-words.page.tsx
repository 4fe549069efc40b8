import { Sentence } from '@isegoria/ui';
import type { StatementResult } from '../../deliberation.contract';
import type { OpinionGroup } from '../opinion-map.contract';

/** So many statements that set a group apart are shown of each. */
export const shownPerGroup = 4;

/** What a group holds that others do not, in a sentence: the strongest statement that it agrees with, and that it rejects. */
export function GroupInWords({ group, statements }: { group: OpinionGroup; statements: ReadonlyMap<string, StatementResult> }) {
  const strongest = (choice: 'agree' | 'disagree') =>
    group.representative
      .slice(0, shownPerGroup)
      .filter((entry) => entry.choice === choice)
      .map(({ statementId }) => statements.get(statementId)?.text ?? undefined)
      .find((text) => text !== undefined);
  const [agrees, rejects] = [strongest('agree'), strongest('disagree')];
  if (agrees === undefined && rejects === undefined) return null;
  const says = agrees === undefined ? 'map.groupRejects' : rejects === undefined ? 'map.groupAgrees' : 'map.groupHolds';
  return (
    <p>
      <Sentence says={says} words={{ agrees, rejects }} />
    </p>
  );
}
