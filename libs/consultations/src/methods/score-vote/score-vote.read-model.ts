import { atEachLevel, counted, eachLevel } from '../../results/assurance/by-assurance.contract';
import { countedByChoices, type Tallies } from '../choices/choice-method.read-model';
import type { OptionResult } from '../choices/options/options.contract';
import type { CountedActivity } from '../method/method.read-model';
import { scoreTables } from './ballot/score-tables.read-model';
import { countedScores } from './results/counted-scores.read-model';
import { scoreVote as contract, type ScoreVoteSettings, type ScoresCast } from './score-vote.contract';

/** Each score is a choice of its own: `<id of the option>:<score>`. */
export const scoreVote = countedByChoices<ScoresCast>({
  contract,
  tables: scoreTables,
  choices: ({ scores }) => scores.map(({ option, score }) => `${option}:${score}`),
  ballot: (options) => ({ options }),
  results: (tallies, activity) => ({ options: scoredOptions(tallies, activity), scores: countedScores(tallies, activity) }),
});

/** The options with the people who gave each a score, whatever it is. */
function scoredOptions(tallies: Tallies, { settings, countsFrom }: CountedActivity): OptionResult[] {
  const { options, highestScore } = settings as ScoreVoteSettings;
  return options.map(({ id, text }) => {
    const given = Array.from({ length: highestScore + 1 }, (_, score) => tallies.get(`${id}:${score}`) ?? atEachLevel(0));
    const byAssurance = eachLevel((level) => given.reduce((sum, people) => sum + people[level], 0));
    return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
  });
}
