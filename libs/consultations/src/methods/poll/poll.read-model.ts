import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { OptionTallyRow, PollBallotRow } from '../../results/tallies.read-model';
import type { ReadMethod } from '../method.read-model';
import { countPollBallots } from './count-ballots.read-model';
import type { PollBallotCast } from './poll-events.contract';
import type { OptionResult } from './poll-fields.contract';
import { pollTables } from './poll-tables.read-model';
import { poll as contract, type PollOption } from './poll.contract';

export const poll: ReadMethod = {
  contract,
  entities: [PollBallotRow, OptionTallyRow],
  tables: pollTables,
  count: (cast, rows) => countPollBallots(cast as Recorded<PollBallotCast>[], rows),
  async move({ consultationId, voter }, n, rows) {
    await rows.query(moveBallotStatement, [consultationId, voter, n]);
  },
  async results(rows, consultationId, { poll }) {
    const options = await optionResults(rows, consultationId, poll?.options ?? []);
    return () => Promise.resolve({ options });
  },
};

const moveBallotStatement = `
  UPDATE option_tally tally SET
    verified = tally.verified + $3::int * ballot.verified::int,
    unverified = tally.unverified + $3::int * (NOT ballot.verified)::int
  FROM poll_ballot ballot
  WHERE ballot.consultation_id = $1 AND ballot.voter = $2 AND tally.consultation_id = $1 AND tally.option_id = ANY (ballot.options)`;

async function optionResults(rows: EntityManager, consultationId: string, options: readonly PollOption[]): Promise<OptionResult[]> {
  if (options.length === 0) return [];
  const tallies = await rows.getRepository(OptionTallyRow).findBy({ consultationId });
  return options.map(({ id, text }) => {
    const { verified = 0, unverified = 0 } = tallies.find(({ optionId }) => optionId === id) ?? {};
    return { id, text, votes: verified + unverified, byAssurance: { verified, unverified } };
  });
}
