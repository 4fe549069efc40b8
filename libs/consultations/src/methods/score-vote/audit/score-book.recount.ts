import { atEachLevel, counted, eachLevel, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import { castAt, type StandingVote, type Within } from '../../../results/analysis/analysis.recount';
import type { Participation } from '../../../results/participation/participation.recount';
import { ChoiceBook } from '../../choices/choice-book.recount';
import { drawnLots } from '../../choices/options/lots';
import type { OptionResults } from '../../choices/options/options.contract';
import type { Book, CountedCast } from '../../method/method.recount';
import type { ScoreVoteResults, ScoreVoteSettings, ScoresCast } from '../score-vote.contract';

/** A score vote, counted ballot by ballot by a procedure that shares nothing with the read models but how lots are drawn. */
export class ScoreBook implements Book {
  private readonly ballots = new ChoiceBook();

  constructor(
    private lots: string,
    private readonly settings: ScoreVoteSettings,
    private readonly people: Participation,
  ) {}

  publish(lots: string): void {
    this.lots = lots;
  }

  cast(event: CountedCast, voter: number): void {
    const { scores } = (event as ScoresCast).data;
    this.ballots.cast(voter, scores.map(({ option, score }) => `${score} ${option}`), castAt(event));
  }

  take(): void {
    // The only thing that happens in a score vote is that people give scores.
  }

  results(within?: Within): OptionResults & ScoreVoteResults {
    const { scoring, highestScore, options } = this.settings;
    const countsFrom = within?.level ?? this.people.countsFrom;
    const everybody = new Map<string, ByAssurance<number>>(options.map(({ id }) => [id, atEachLevel(0)]));
    const counts = new Map<string, number[]>(options.map(({ id }) => [id, new Array<number>(highestScore + 1).fill(0)]));
    for (const { choices, people } of this.ballots.said(this.people, within)) {
      for (const choice of choices) {
        const [score, option] = [Number(choice.slice(0, choice.indexOf(' '))), choice.slice(choice.indexOf(' ') + 1)];
        const [so, row] = [everybody.get(option), counts.get(option)];
        if (!so || row?.[score] === undefined) continue;
        everybody.set(option, eachLevel((level) => so[level] + people[level]));
        row[score] += counted(people, countsFrom);
      }
    }
    const scored = options.map(({ id }) => {
      const row = counts.get(id)!;
      let [people, total] = [0, 0];
      for (const [score, n] of row.entries()) [people, total] = [people + n, total + score * n];
      return { id, people, total, mean: people === 0 ? null : Math.round((total / people) * 1_000) / 1_000, counts: row };
    });
    const lots = drawnLots(this.lots, options.map(({ id }) => id));
    const first = scored.filter(({ total }) => total > 0).sort((one, other) => this.lead(other) - this.lead(one));
    const level = first.filter((one) => this.lead(one) === this.lead(first[0]!)).map(({ id }) => id);
    const winner = lots.find((id) => level.includes(id)) ?? null;
    return {
      options: options.map(({ id, text }) => {
        const byAssurance = everybody.get(id)!;
        return { id, text, votes: counted(byAssurance, countsFrom), byAssurance };
      }),
      scores: { scoring, highestScore, options: scored, winner, byLot: level.length > 1, lots },
    };
  }

  /** Two equal fractions of whole numbers are the same number here, and two different ones of so few people never are. */
  private lead({ people, total }: { readonly people: number; readonly total: number }): number {
    return this.settings.scoring === 'mean' ? total / people : total;
  }

  standing(): Iterable<StandingVote> {
    return this.ballots.standing(this.people);
  }
}
