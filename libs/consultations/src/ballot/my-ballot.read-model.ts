import type { DataSource, EntityManager } from 'typeorm';
import { assuranceIn, isReissuedIn, permitted } from '@isegoria/kernel';
import { answer, isRowId } from '@isegoria/projection';
import { publishedPosition } from '../consultation/consultation.read-model';
import { choiceValues } from '../methods/deliberation/count-votes.read-model';
import type { VoteChoice } from '../methods/deliberation/deliberation.contract';
import { showMyBallot, type MyBallot } from '../queries.contract';
import { ParticipantRow, PollBallotRow, StatementVoteRow } from '../results/tallies.read-model';

const choices = new Map(Object.entries(choiceValues).map(([choice, value]) => [value, choice as VoteChoice]));

/** What is in a ballot; what it counts as, the account says. */
export type CastBallot = Omit<MyBallot, 'assurance' | 'reissued'>;

/** What the person of that pseudonym has cast in one consultation: the last votes, by statement id, and the options of the last ballot. */
export async function myBallot(rows: DataSource | EntityManager, consultationId: string, pseudonym: string): Promise<CastBallot> {
  if (!isRowId(consultationId)) return { consultationId, votes: [], options: [], excludedReason: null };
  const mine = { consultationId, voter: pseudonym };
  const votes = await rows.getRepository(StatementVoteRow).find({ where: mine, order: { statementId: 'ASC' } });
  const ballot = await rows.getRepository(PollBallotRow).findOneBy(mine);
  const participant = await rows.getRepository(ParticipantRow).findOneBy(mine);
  return {
    consultationId,
    votes: votes.flatMap(({ statementId, choice }) => {
      const named = choices.get(choice as 1 | -1 | 0);
      return named ? [{ statementId, choice: named }] : [];
    }),
    options: ballot?.options ?? [],
    excludedReason: participant?.excludedReason ?? null,
  };
}

export const myBallotAnswers = [
  answer(showMyBallot, ['consultations'], async ({ consultationId }, { rows, keys, reader }) => {
    const actor = permitted(reader, 'participate');
    const publishedAt = await publishedPosition(rows, consultationId);
    const ballot = await myBallot(rows, consultationId, await keys.pseudonym(actor.accountId, consultationId));
    return {
      ...ballot,
      assurance: assuranceIn(actor, publishedAt),
      reissued: publishedAt !== undefined && isReissuedIn(actor, publishedAt),
    };
  }),
];
