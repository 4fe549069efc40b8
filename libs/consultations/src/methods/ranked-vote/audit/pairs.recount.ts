import type { RankedCount } from '../ranked-vote.contract';
import type { SameBallots } from './same-ballots.recount';

/** The Schulze method, with the strongest paths searched from each option by itself, the strongest reach first. */
export function pairsRecounted(
  ballots: readonly SameBallots[],
  options: readonly string[],
  lots: readonly string[],
): Pick<RankedCount, 'winner' | 'byLot' | 'order' | 'preferred' | 'strengths'> {
  const preferred = comparedIn(ballots, options);
  const strengths = options.map((_, from) => reachedFrom(from, preferred));
  const beats = (one: string, other: string) => {
    const [row, column] = [options.indexOf(one), options.indexOf(other)];
    return strengths[row]![column]! > strengths[column]![row]!;
  };
  const order: string[] = [];
  for (const { length } = lots; order.length < length; ) {
    const left = lots.filter((option) => !order.includes(option));
    order.push(left.find((option) => left.every((other) => !beats(other, option)))!);
  }
  const unbeaten = lots.filter((option) => lots.every((other) => !beats(other, option)));
  const hasVotes = ballots.length > 0;
  return { winner: hasVotes ? order[0]! : null, byLot: hasVotes && unbeaten.length > 1, order, preferred, strengths };
}

/** How many people rank the option of the row before that of the column. */
function comparedIn(ballots: readonly SameBallots[], options: readonly string[]): number[][] {
  const preferred = options.map(() => options.map(() => 0));
  for (const { ranking, people } of ballots) {
    const places = options.map((option) => ranking.indexOf(option)).map((place) => (place === -1 ? Infinity : place));
    for (const [one, row] of preferred.entries())
      for (const other of row.keys()) if (places[one]! < places[other]!) row[other]! += people;
  }
  return preferred;
}

/** How strong the strongest path from an option to each other one is: what is reached most strongly leads on. */
function reachedFrom(from: number, preferred: readonly (readonly number[])[]): number[] {
  const beaten = (one: number, other: number) => (preferred[one]![other]! > preferred[other]![one]! ? preferred[one]![other]! : 0);
  const reached = preferred.map((_, to) => beaten(from, to));
  const open = new Set(preferred.keys());
  open.delete(from);
  while (open.size > 0) {
    const via = [...open].reduce((best, option) => (reached[option]! > reached[best]! ? option : best));
    open.delete(via);
    for (const to of open) reached[to] = Math.max(reached[to]!, Math.min(reached[via]!, beaten(via, to)));
  }
  return reached;
}
