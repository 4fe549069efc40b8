import type { RankedCount, RunoffRound } from '../ranked-vote.contract';
import type { SameBallots } from './same-ballots.recount';

/** An instant runoff, every round counted anew from all ballots. */
export function runoffRecounted(
  ballots: readonly SameBallots[],
  options: readonly string[],
  lots: readonly string[],
): Pick<RankedCount, 'winner' | 'byLot' | 'rounds'> {
  const left = new Set(options);
  const rounds: RunoffRound[] = [];
  let winner: string | null = null;
  while (winner === null) {
    const votes = new Map([...left].map((option) => [option, 0]));
    let exhausted = 0;
    for (const { ranking, people } of ballots) {
      const preferred = ranking.find((option) => left.has(option));
      if (preferred === undefined) exhausted += people;
      else votes.set(preferred, votes.get(preferred)! + people);
    }
    const counts = [...votes.values()];
    const all = counts.reduce((sum, count) => sum + count, 0);
    winner = [...left].find((option) => votes.get(option)! > all / 2) ?? null;
    const isOver = winner !== null || all === 0;
    const fewest = lots.filter((option) => left.has(option) && votes.get(option) === Math.min(...counts));
    rounds.push({
      votes: options.map((option) => votes.get(option) ?? null),
      exhausted,
      eliminated: isOver ? null : fewest.at(-1)!,
      byLot: !isOver && fewest.length > 1,
    });
    if (isOver) break;
    left.delete(fewest.at(-1)!);
  }
  return { winner, byLot: rounds.some(({ byLot }) => byLot), rounds };
}
