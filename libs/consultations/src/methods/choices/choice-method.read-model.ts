import { In, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { ByAssurance } from '../../results/assurance/by-assurance.contract';
import { isWithin, standingByLevel, type Within } from '../../results/analysis/within.read-model';
import { CountMoveRow, movedUpTo } from '../../results/as-of/count-moves.read-model';
import { inWords, sumByLevel } from '../../results/assurance/levels-in-rows.read-model';
import type { CountedActivity, ReadMethod } from '../method/method.read-model';
import type { CastEvent, MethodBallot, MethodResults } from '../methods.contract';
import { ChoiceBallotRow, ChoiceTallyRow } from './choice-tally.read-model';
import { countChoices, moveChoices, raiseChoices, type Told } from './count-choices.read-model';
import { notCountedMark, saidIn } from './not-counted.pure';
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
  /** Which figures its results ever tell: as of earlier places and within days and channels as well, unless it says otherwise. */
  told?: Told;
}

/** Settings of methods that offer options; a motion has none. */
interface OfferedOptions {
  readonly options?: readonly { readonly text: string }[];
}

/** Its read model. */
export function countedByChoices<Cast extends CastEvent>({
  contract,
  tables,
  choices,
  results,
  ballot,
  told = 'inParts',
}: ChoiceMethod<Cast>): ReadMethod {
  return {
    contract,
    tables,
    entities: [ChoiceBallotRow, ChoiceTallyRow, CountMoveRow],
    alsoChangedBy: [],
    hiding: {
      async hiddenText(rows, activityId, voter) {
        return (await rows.findOneBy(ChoiceBallotRow, { activityId, voter }))?.hidden ?? null;
      },
      opened: (choice) => ballot(choices(choice as Cast['data'])),
      reveal: (vote, open, rows) =>
        revealChoices(vote, (text) => ((choice) => (choice ? choices(choice as Cast['data']) : []))(open(text)), rows),
    },
    words: (_, { settings }) => Promise.resolve(((settings as OfferedOptions).options ?? []).map(({ text }) => text)),
    count: (cast, rows) => countChoices(cast as Recorded<Cast>[], choices, rows, told),
    raise: (raised, rows) => raiseChoices(raised, rows, told),
    move: ({ voter, ...moved }, n, rows) => moveChoices({ ...moved, voters: [voter] }, n, rows, told),
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

async function talliesOf(rows: EntityManager, { id: activityId, within, upTo }: CountedActivity): Promise<Tallies> {
  const all = () => (upTo === undefined ? talliesOfAll(rows, activityId) : talliesUpTo(rows, activityId, upTo));
  const tallies = await (within ? talliesWithin(rows, activityId, within) : all());
  return new Map(tallies.map(({ choice, votes }) => [choice, inWords(votes)]));
}

/** Asked without entities: ballots that rank many options may each say something else. */
function talliesOfAll(rows: EntityManager, activityId: string): Promise<Pick<ChoiceTallyRow, 'choice' | 'votes'>[]> {
  return rows.query('SELECT choice, votes FROM choice_tally WHERE activity_id = $1', [activityId]);
}

function talliesUpTo(rows: EntityManager, activityId: string, position: number): Promise<Pick<ChoiceTallyRow, 'choice' | 'votes'>[]> {
  return rows.query(
    `SELECT about AS choice, ${sumByLevel('n')} AS votes FROM ${movedUpTo('method', position)} AS moved GROUP BY about`,
    [activityId],
  );
}

function talliesWithin(rows: EntityManager, activityId: string, within: Within): Promise<Pick<ChoiceTallyRow, 'choice' | 'votes'>[]> {
  return rows.query(
    `SELECT about AS choice, ${standingByLevel(within)} AS votes FROM standing_votes
     WHERE activity_id = $1 AND about <> '' AND ${isWithin(within)} GROUP BY about`,
    [activityId],
  );
}

/** The share of the ballots that make the very same choices, counted or not: who is not counted is told by nothing in it. */
const shareOfBallotsStatement = `
  WITH own AS (
    SELECT ARRAY(SELECT ${saidIn('choice')} FROM unnest(choices) AS choice) AS said,
      ARRAY(SELECT '${notCountedMark}' || ${saidIn('choice')} FROM unnest(choices) AS choice) AS kept
    FROM choice_ballot WHERE activity_id = $1 AND voter = $2
  )
  SELECT count(*) FILTER (WHERE (choices @> said AND said @> choices) OR (choices @> kept AND kept @> choices))::float8 / count(*) AS chance
  FROM choice_ballot CROSS JOIN own WHERE activity_id = $1`;
