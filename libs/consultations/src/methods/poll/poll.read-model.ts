import { atEachLevel, counted } from '../../results/assurance/by-assurance.contract';
import { drawnLots, firstByLot } from '../choices/options/lots';
import type { DrawnLotsView } from '../choices/options/options.contract';
import { countedByChoices } from '../choices/choice-method.read-model';
import { pollTables } from './ballot/poll-tables.read-model';
import { poll as contract, type PollBallotCast, type PollSettings } from './poll.contract';

export const poll = countedByChoices<PollBallotCast>({
  contract,
  tables: pollTables,
  choices: ({ options }) => options,
  ballot: (options) => ({ options }),
  results(tallies, { id: activityId, settings, countsFrom }) {
    const { options: offered, ties, lots = activityId } = settings as PollSettings & DrawnLotsView;
    const options = offered.map(({ id, text }) => {
      const byAssurance = tallies.get(id) ?? atEachLevel(0);
      return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
    });
    if (ties !== 'lot') return { options, firstByLot: null };
    return { options, firstByLot: firstByLot(lots, options), lots: drawnLots(lots, offered.map(({ id }) => id)) };
  },
});
