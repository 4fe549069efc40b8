import type { EntityManager } from 'typeorm';
import type { RevealedVote } from '../method/method.read-model';
import { openChoices } from './count-choices.read-model';

/** Ballots that are opened at once. */
const portion = 2_000;

/** Counts what the ballots of an activity say that was hidden. @param choicesIn the choices in a hidden text */
export async function revealChoices(
  { activityId, position }: RevealedVote,
  choicesIn: (text: string) => readonly string[],
  rows: EntityManager,
): Promise<void> {
  for (;;) {
    const hidden: { voter: string; hidden: string }[] = await rows.query(
      `SELECT voter, hidden FROM choice_ballot WHERE activity_id = $1 AND hidden IS NOT NULL ORDER BY voter LIMIT ${portion}`,
      [activityId],
    );
    if (hidden.length === 0) return;
    const opened = hidden.map((ballot) => ({ voter: ballot.voter, choices: [...new Set(choicesIn(ballot.hidden))] }));
    await openChoices(activityId, JSON.stringify(opened), position, rows);
  }
}
