import { In, type EntityManager } from 'typeorm';
import type { AssuranceLevel, Recorded } from '@isegoria/kernel';
import { counted } from '../../results/assurance/by-assurance.contract';
import { inWords, movedAtLevel } from '../../results/assurance/levels-in-rows.read-model';
import type { ReadMethod } from '../method/method.read-model';
import { OptionTallyRow, PollBallotRow } from './results/ballot-tally.read-model';
import { countPollBallots, raisePollBallots } from './results/count-ballots.read-model';
import { pollTables } from './ballot/poll-tables.read-model';
import { poll as contract, type OptionResult, type PollBallotCast, type PollOption, type PollSettings } from './poll.contract';

export const poll: ReadMethod = {
  contract,
  entities: [PollBallotRow, OptionTallyRow],
  alsoChangedBy: [],
  tables: pollTables,
  count: (cast, rows) => countPollBallots(cast as Recorded<PollBallotCast>[], rows),
  raise: raisePollBallots,
  async move({ activityId, voter }, n, rows) {
    await rows.query(moveBallotStatement, [activityId, voter, n]);
  },
  async results(rows, { id, countsFrom, settings }) {
    const options = await optionResults(rows, id, countsFrom, (settings as PollSettings).options);
    return () => Promise.resolve({ options });
  },
  async ballot(rows, activityId, voter) {
    const ballot = await rows.findOneBy(PollBallotRow, { activityId, voter });
    return ballot ? { options: ballot.options } : {};
  },
  async votes(rows, activityId, voters) {
    const ballots = await rows.findBy(PollBallotRow, { activityId, voter: In(voters) });
    return new Map(ballots.map(({ voter, options }) => [voter, options.length]));
  },
  async chance(rows, activityId, voter) {
    const [{ chance }]: [{ chance: number | null }] = await rows.query(shareOfBallotsStatement, [activityId, voter]);
    return chance ?? 1;
  },
};

const moveBallotStatement = `
  UPDATE option_tally tally SET votes = ${movedAtLevel('tally.votes', 'ballot.assurance', '$3::int')}
  FROM poll_ballot ballot
  WHERE ballot.activity_id = $1 AND ballot.voter = $2 AND tally.activity_id = $1 AND tally.option_id = ANY (ballot.options)`;

/** The share of the ballots that choose the very same options. */
const shareOfBallotsStatement = `
  SELECT count(*) FILTER (WHERE ballot.options @> own.options AND own.options @> ballot.options)::float8 / count(*) AS chance
  FROM poll_ballot ballot, poll_ballot own
  WHERE ballot.activity_id = $1 AND own.activity_id = $1 AND own.voter = $2`;

async function optionResults(
  rows: EntityManager,
  activityId: string,
  countsFrom: AssuranceLevel,
  options: readonly PollOption[],
): Promise<OptionResult[]> {
  const tallies = await rows.findBy(OptionTallyRow, { activityId });
  return options.map(({ id, text }) => {
    const byAssurance = inWords(tallies.find(({ optionId }) => optionId === id)?.votes);
    return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
  });
}
