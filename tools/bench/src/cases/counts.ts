import { randomUUID } from 'node:crypto';
import { countedRankings } from '@isegoria/consultations/methods/ranked-vote/results/counted-rankings.read-model';
import { countings } from '@isegoria/contracts';
import { towards, type Figure } from '../figure';
import { sized } from '../load';

const options = 50;
const mostBallots = 100_000;
/** Milliseconds. */
const aim = 2_000;

/** How long it takes to count ranked votes, beside the tally of the first choices of the same ballots in one pass. */
export function measureCounts(seconds: number, tell: (sentence: string) => void): Promise<Figure[]> {
  const ballots = sized(mostBallots, seconds);
  const ids = Array.from({ length: options }, (_, option) => String(option + 1));
  tell(`Making ${ballots.toLocaleString('en')} rankings of ${options} options, each different ...`);
  const random = randomNumbers(20_261_127);
  const rankings = Array.from({ length: ballots }, () => ({ options: shuffled(ids, random), ballots: 1 }));
  const of = `${options} options, ${ballots.toLocaleString('en')} ballots`;
  const figures: Figure[] = [{ name: `tally of first choices, ${of}`, ...timeOf(() => tallied(rankings)) }];
  for (const counting of countings) {
    tell(`Counting them by ${counting} ...`);
    const settings = { counting, options: ids.map((id) => ({ id, text: id })) };
    const name = `${counting === 'schulze' ? 'Schulze' : 'instant runoff'}, ${of}`;
    figures.push(towards({ name, ...timeOf(() => countedRankings(rankings, randomUUID(), settings)) }, aim, true));
  }
  return Promise.resolve(figures);
}

/** The slower of two runs, so that neither is flattered by what the other has warmed up. */
function timeOf(count: () => unknown): Pick<Figure, 'value' | 'unit'> {
  const once = () => {
    const began = performance.now();
    count();
    return performance.now() - began;
  };
  return { value: Math.max(once(), once()), unit: 'ms' };
}

function tallied(rankings: readonly { readonly options: readonly string[] }[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const { options } of rankings) votes.set(options[0]!, (votes.get(options[0]!) ?? 0) + 1);
  return votes;
}

/** Mulberry32: the same ballots in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(ids: readonly string[], random: () => number): string[] {
  const mixed = [...ids];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
