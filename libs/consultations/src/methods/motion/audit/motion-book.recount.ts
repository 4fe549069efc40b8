import { counted } from '../../../results/assurance/by-assurance.contract';
import { castAt, type StandingVote, type Within } from '../../../results/analysis/analysis.recount';
import type { Participation } from '../../../results/participation/participation.recount';
import { ChoiceBook } from '../../choices/choice-book.recount';
import type { Book, CountedCast } from '../../method/method.recount';
import type { Majority, MotionBallotCast, MotionResults, MotionSettings, MotionVote } from '../motion.contract';

/** What carries a motion, told from how many people voted how. */
const carriedBy: Readonly<Record<Majority, (yes: number, no: number, abstain: number) => boolean>> = {
  simple: (yes, no) => yes > no,
  absolute: (yes, no, abstain) => yes > no + abstain,
  'two-thirds': (yes, no) => yes > 0 && yes >= no + no,
};

/** A motion, counted by a procedure that shares nothing with the read models. */
export class MotionBook implements Book {
  private readonly ballots = new ChoiceBook();

  constructor(
    private readonly settings: MotionSettings,
    private readonly people: Participation,
  ) {}

  cast(event: CountedCast, voter: number): void {
    this.ballots.cast(voter, [(event as MotionBallotCast).data.vote], castAt(event));
  }

  take(): void {
    // The only thing that happens to a motion is that people vote on it.
  }

  results(within?: Within): MotionResults {
    const countsFrom = within?.level ?? this.people.countsFrom;
    const { majority, quorum } = this.settings;
    const of = (vote: MotionVote) => {
      const byAssurance = this.ballots.tally(vote, this.people, within);
      return { vote, votes: counted(byAssurance, countsFrom), byAssurance };
    };
    const [yes, no, abstain] = [of('yes'), of('no'), of('abstain')];
    const ballots = [yes, no, abstain].reduce((sum, { votes }) => sum + votes, 0);
    const reachesQuorum = !(ballots < quorum);
    const isCarried = carriedBy[majority](yes.votes, no.votes, abstain.votes) && reachesQuorum;
    const needed = quorum > 0 ? quorum : null;
    return { motion: { majority, quorum: needed, votes: [yes, no, abstain], ballots, reachesQuorum, isCarried } };
  }

  standing(): Iterable<StandingVote> {
    return this.ballots.standing(this.people);
  }
}
