import { In, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { ByAssurance } from '../../results/assurance/by-assurance.contract';
import { isWithin, standingByLevel, type Within } from '../../results/analysis/within.read-model';
import { inWords } from '../../results/assurance/levels-in-rows.read-model';
import type { CountedActivity, ReadMethod } from '../method/method.read-model';
import type { CastEvent, MethodBallot, MethodResults } from '../methods.contract';
import { ChoiceBallotRow, ChoiceTallyRow } from './choice-tally.read-model';
import { countChoices, moveChoices, raiseChoices } from './count-choices.read-model';
import { revealChoices } from './reveal-choices.read-model';

/** How many of the counted ballots make a choice, by level; nobody where nobody made it. */
export type Tallies = ReadonlyMap<string, ByAssurance<number>>;

/** A method in which a ballot is a few choices, and the results follow from how many made each. */
export interface ChoiceMethod<Cast extends CastEvent> extends Pick<ReadMethod, 'contract' | 'tables'> {
  /** What a ballot says, each a short text that is counted by itself. */
  choices(cast: Cast['data']): readonly string[];
  results(tallies: Tallies, activity: CountedActivity): Partial<MethodResults>;
  /** What a person cast, from its choices. */
  ballot(choices: readonly string[]): Partial<MethodBallot>;
}

/** Its read model. */
export function countedByChoices<Cast extends CastEvent>({
  contract,
  tables,
  choices,
  results,
  ballot,
}: ChoiceMethod<Cast>): ReadMethod {
  return {
    contract,
    tables,
    entities: [ChoiceBallotRow, ChoiceTallyRow],
    alsoChangedBy: [],
    hiding: {
      async hiddenText(rows, activityId, voter) {
        return (await rows.findOneBy(ChoiceBallotRow, { activityId, voter }))?.hidden ?? null;
      },
      opened: (choice) => ballot(choices(choice as Cast['data'])),
      reveal: (activityId, open, rows) =>
        revealChoices(activityId, (text) => ((choice) => (choice ? choices(choice as Cast['data']) : []))(open(text)), rows),
    },
    count: (cast, rows) => countChoices(cast as Recorded<Cast>[], choices, rows),
    raise: raiseChoices,
    move: ({ activityId, voter }, n, rows) => moveChoices(activityId, voter, n, rows),
    async results(rows, activity) {
      const tallies = await talliesOf(rows, activity);
      return () => Promise.resolve(results(tallies, activity));
    },
    async ballot(rows, activityId, voter) {
      const found = await rows.findOneBy(ChoiceBallotRow, { activityId, voter });
      return found && found.hidden === null ? ballot(found.choices) : {};
    },
    async votes(rows, activityId, voters) {
      const ballots = await rows.findBy(ChoiceBallotRow, { activityId, voter: In(voters) });
      return new Map(ballots.map(({ voter, choices, hidden }) => [voter, hidden === null ? choices.length : 1]));
    },
    async chance(rows, activityId, voter) {
      const [{ chance }]: [{ chance: number | null }] = await rows.query(shareOfBallotsStatement, [activityId, voter]);
      return chance ?? 1;
    },
  };
}

async function talliesOf(rows: EntityManager, { id: activityId, within }: CountedActivity): Promise<Tallies> {
  const tallies = within ? await talliesWithin(rows, activityId, within) : await talliesOfAll(rows, activityId);
  return new Map(tallies.map(({ choice, votes }) => [choice, inWords(votes)]));
}

/** Asked without entities: ballots that rank many options may each say something else. */
function talliesOfAll(rows: EntityManager, activityId: string): Promise<Pick<ChoiceTallyRow, 'choice' | 'votes'>[]> {
  return rows.query('SELECT choice, votes FROM choice_tally WHERE activity_id = $1', [activityId]);
}

function talliesWithin(rows: EntityManager, activityId: string, within: Within): Promise<Pick<ChoiceTallyRow, 'choice' | 'votes'>[]> {
  return rows.query(
    `SELECT about AS choice, ${standingByLevel(within)} AS votes FROM standing_votes
     WHERE activity_id = $1 AND about <> '' AND ${isWithin(within)} GROUP BY about`,
    [activityId],
  );
}

/** The share of the ballots that make the very same choices. */
const shareOfBallotsStatement = `
  SELECT count(*) FILTER (WHERE ballot.choices @> own.choices AND own.choices @> ballot.choices)::float8 / count(*) AS chance
  FROM choice_ballot ballot, choice_ballot own
  WHERE ballot.activity_id = $1 AND own.activity_id = $1 AND own.voter = $2`;
