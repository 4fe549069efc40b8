import { changed, plural, type ActsInWords } from '@isegoria/audit-kit';
import { counted } from '../../results/assurance/by-assurance.contract';
import { castAt, type StandingVote, type Within } from '../../results/analysis/analysis.recount';
import { levelsInWords } from '../../results/assurance/levels.recount';
import type { Participation } from '../../results/participation/participation.recount';
import type { ActivityResults } from '../../results/results.contract';
import { onceClosed, type Book, type CountedCast, type MethodStory, type OnPage, type RecountedMethod } from '../method/method.recount';
import type { SentenceOnPage } from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import { optionsAnswered, type OptionResults } from '../choices/options/options.contract';
import { drawnLots } from '../choices/options/lots';
import { lotsOnPage } from '../choices/lots-on-page.recount';
import { ChoiceBook } from '../choices/choice-book.recount';
import { mayBeOfPoll, rulesOfPolls } from './ballot/poll-rules.recount';
import { poll as contract, type PollBallotCast, type PollResults, type PollSettings } from './poll.contract';

class PollRecount implements Book {
  private readonly ballots = new ChoiceBook();

  constructor(
    private lots: string,
    private readonly settings: PollSettings,
    private readonly people: Participation,
  ) {}

  publish(lots: string): void {
    this.lots = lots;
  }

  cast(event: CountedCast, voter: number): void {
    this.ballots.cast(voter, (event as PollBallotCast).data.options, castAt(event));
  }

  take(): void {
    // The only thing that happens in a poll is that people cast ballots.
  }

  results(within?: Within): OptionResults & PollResults {
    const countsFrom = within?.level ?? this.people.countsFrom;
    const options = this.settings.options.map(({ id, text }) => {
      const byAssurance = this.ballots.tally(id, this.people, within);
      return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
    });
    if (this.settings.ties !== 'lot') return { options, firstByLot: null };
    const lots = drawnLots(this.lots, this.settings.options.map(({ id }) => id));
    return { options, firstByLot: this.firstDrawn(options, lots), lots };
  }

  /** In the order of the lots, the first option that no other has more votes than, if another one has as many. */
  private firstDrawn(options: OptionResults['options'], lots: readonly string[]): string | null {
    const votesOf = new Map(options.map(({ id, votes }) => [id, votes]));
    const [first = 0, second = 0] = [...votesOf.values()].sort((one, other) => other - one);
    if (first === 0 || first !== second) return null;
    return lots.find((id) => votesOf.get(id) === first)!;
  }

  standing(): Iterable<StandingVote> {
    return this.ballots.standing(this.people);
  }
}

const story: MethodStory = {
  take: () => undefined,
  inWords: ({ options }: OptionResults) =>
    options.map(({ text, votes, byAssurance }) => `    - "${text}": ${plural(votes, 'vote', 'votes')} (${levelsInWords(byAssurance)})`),
  changesSince: (earlier: OptionResults | undefined, { options }: OptionResults) =>
    options.flatMap(({ text, votes }, index) => changed(`votes for "${text}"`, earlier?.options[index]?.votes, votes)),
  inJson: () => ({}),
};

type Found = OptionResults & PollResults & Pick<ActivityResults, 'participants' | 'closed'>;

/** Which option has the most votes, or that several have and what decides. */
function onPage({ options, participants: people, firstByLot, lots, closed }: Found): OnPage {
  const once = onceClosed(closed);
  const count = Math.max(0, ...options.map(({ votes }) => votes));
  const first = count > 0 ? options.filter(({ votes }) => votes === count) : [];
  const [{ text: option } = { text: '' }] = first;
  const found = { values: { option, count, people }, shares: { share: count / Math.max(1, people) } };
  const drawn = options.find(({ id }) => id === firstByLot);
  const byLot = drawn && { says: `poll.findingByLot${once}`, values: { option: drawn.text } };
  const rule = byLot ? [byLot, ...lotsOnPage(options, lots)] : [{ says: 'poll.findingNoRule', values: {} }];
  const alone: readonly SentenceOnPage[][] = [[{ says: `votes.nobody${once}`, values: {} }], [{ says: `poll.finding${once}`, ...found }]];
  const level = { says: `poll.findingLevel${once}`, ...found, lists: { tied: first.map(({ text }) => text) } };
  return { sentences: alone[first.length] ?? [level, ...rule], rows: [], first: first.map(({ id }) => id) };
}

export const poll: RecountedMethod = {
  contract,
  events: [],
  begin: (settings: MethodSettings, people, activityId) => new PollRecount(activityId, settings as PollSettings, people),
  views: [],
  onPage,
  isFiltered: true,
  tell: () => story,
  texts: [],
  permissions: [],
  mayHave: mayBeOfPoll,
  answered: ({ settings }) => optionsAnswered(settings),
  rules: rulesOfPolls,
};

export const actsOfPolls: ActsInWords<PollBallotCast> = { PollBallotCast: null };
