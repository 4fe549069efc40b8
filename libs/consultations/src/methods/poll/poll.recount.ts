import { changed, plural, type ActsInWords } from '@isegoria/audit-kit';
import { counted } from '../../results/assurance/by-assurance.contract';
import { castAt, type StandingVote, type Within } from '../../results/analysis/analysis.recount';
import { levelsInWords } from '../../results/assurance/levels.recount';
import type { Participation } from '../../results/participation/participation.recount';
import type { Book, CountedCast, MethodStory, RecountedMethod } from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import { ChoiceBook } from '../choices/choice-book.recount';
import { mayBeOfPoll, rulesOfPolls } from './ballot/poll-rules.recount';
import { poll as contract, type PollBallotCast, type PollResults, type PollSettings } from './poll.contract';

class PollRecount implements Book {
  private readonly ballots = new ChoiceBook();

  constructor(
    private readonly settings: PollSettings,
    private readonly people: Participation,
  ) {}

  cast(event: CountedCast, voter: number): void {
    this.ballots.cast(voter, (event as PollBallotCast).data.options, castAt(event));
  }

  take(): void {
    // The only thing that happens in a poll is that people cast ballots.
  }

  results(within?: Within): PollResults {
    const countsFrom = within?.level ?? this.people.countsFrom;
    const options = this.settings.options.map(({ id, text }) => {
      const byAssurance = this.ballots.tally(id, this.people, within);
      return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
    });
    return { options };
  }

  standing(): Iterable<StandingVote> {
    return this.ballots.standing(this.people);
  }
}

const story: MethodStory = {
  take: () => undefined,
  inWords: ({ options }: PollResults) =>
    options.map(({ text, votes, byAssurance }) => `    - "${text}": ${plural(votes, 'vote', 'votes')} (${levelsInWords(byAssurance)})`),
  changesSince: (earlier: PollResults | undefined, { options }: PollResults) =>
    options.flatMap(({ text, votes }, index) => changed(`votes for "${text}"`, earlier?.options[index]?.votes, votes)),
  inJson: () => ({}),
};

export const poll: RecountedMethod = {
  contract,
  events: [],
  begin: (settings: MethodSettings, people) => new PollRecount(settings as PollSettings, people),
  views: [],
  isFiltered: true,
  tell: () => story,
  texts: [],
  permissions: [],
  mayHave: mayBeOfPoll,
  rules: rulesOfPolls,
};

export const actsOfPolls: ActsInWords<PollBallotCast> = { PollBallotCast: null };
