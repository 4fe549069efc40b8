import { atEachLevel, counted, eachLevel, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import { castAt, type StandingVote, type Within } from '../../../results/analysis/analysis.recount';
import type { Participation } from '../../../results/participation/participation.recount';
import { ChoiceBook } from '../../choices/choice-book.recount';
import type { OptionResults } from '../../choices/options/options.contract';
import type { Book, CountedCast } from '../../method/method.recount';
import { drawnLots } from '../../choices/options/lots';
import type { RankedVoteResults, RankedVoteSettings, RankingCast } from '../ranked-vote.contract';
import { pairsRecounted } from './pairs.recount';
import { runoffRecounted } from './runoff.recount';
import type { SameBallots } from './same-ballots.recount';

/** A ranked vote, counted by procedures that share nothing with the read models but the rule by which lots are drawn. */
export class RankedBook implements Book {
  private readonly ballots = new ChoiceBook();

  constructor(
    private lots: string,
    private readonly settings: RankedVoteSettings,
    private readonly people: Participation,
  ) {}

  publish(lots: string): void {
    this.lots = lots;
  }

  cast(event: CountedCast, voter: number): void {
    this.ballots.cast(voter, [(event as RankingCast).data.options.join(' ')], castAt(event));
  }

  take(): void {
    // The only thing that happens in a ranked vote is that people cast ballots.
  }

  results(within?: Within): OptionResults & RankedVoteResults {
    const countsFrom = within?.level ?? this.people.countsFrom;
    const { counting, options } = this.settings;
    const ids = options.map(({ id }) => id);
    const lots = drawnLots(this.lots, ids);
    const first = new Map<string, ByAssurance<number>>();
    const same: SameBallots[] = [];
    for (const { choices, people } of this.ballots.said(this.people, within)) {
      const [said] = choices as ReadonlySet<string> & Iterable<string>;
      const ranking = said!.split(' ');
      const so = first.get(ranking[0]!) ?? atEachLevel(0);
      first.set(ranking[0]!, eachLevel((level) => so[level] + people[level]));
      if (counted(people, countsFrom) > 0) same.push({ ranking, people: counted(people, countsFrom) });
    }
    const working = counting === 'schulze' ? pairsRecounted(same, ids, lots) : runoffRecounted(same, ids, lots);
    return {
      options: options.map(({ id, text }) => {
        const byAssurance = first.get(id) ?? atEachLevel(0);
        return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
      }),
      ranking: { counting, lots, rounds: [], order: [], preferred: [], strengths: [], ...working },
    };
  }

  standing(): Iterable<StandingVote> {
    return this.ballots.standing(this.people);
  }
}
