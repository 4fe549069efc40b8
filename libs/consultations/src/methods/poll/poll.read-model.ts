import { atEachLevel, counted } from '../../results/assurance/by-assurance.contract';
import { countedByChoices } from '../choices/choice-method.read-model';
import { pollTables } from './ballot/poll-tables.read-model';
import { poll as contract, type PollBallotCast, type PollSettings } from './poll.contract';

export const poll = countedByChoices<PollBallotCast>({
  contract,
  tables: pollTables,
  choices: ({ options }) => options,
  ballot: (options) => ({ options }),
  results: (tallies, { settings, countsFrom }) => ({
    options: (settings as PollSettings).options.map(({ id, text }) => {
      const byAssurance = tallies.get(id) ?? atEachLevel(0);
      return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
    }),
  }),
});
