import type { RankedBallots } from './rankings';

/** An election whose outcome was published, each option with a letter. */
export interface PublishedCase {
  readonly letters: string;
  /** Rankings by letter, and how many ballots have each. */
  readonly ballots: Readonly<Record<string, number>>;
}

/** Memphis, Nashville, Chattanooga and Knoxville want the capital near: the textbook example of Tennessee. */
export const tennessee: PublishedCase = { letters: 'MNCK', ballots: { MNCK: 42, NCKM: 26, CKNM: 15, KCNM: 17 } };

/** Example 1 in Schulze's paper, with 45 ballots. */
export const schulzes: PublishedCase = {
  letters: 'ABCDE',
  ballots: { ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 },
};

/** Burlington, Vermont, 2009, once only Kiss, Montroll and Wright were left, as those who analysed it published the ballots. */
export const burlington: PublishedCase = {
  letters: 'KMW',
  ballots: { MKW: 1_332, MWK: 767, M: 455, KMW: 2_043, KWM: 371, K: 568, WMK: 1_513, WKM: 495, W: 1_289 },
};

/** The presidential election in Ireland, 1990: Robinson, Lenihan and Currie. Of Currie's ballots, the transfers alone were published. */
export const ireland: PublishedCase = {
  letters: 'RLC',
  ballots: { R: 612_265, L: 694_484, CR: 205_565, CL: 36_789, C: 25_548 },
};

/** Lots are drawn in the order of the letters. */
export function ballotsOf({ letters, ballots }: PublishedCase): RankedBallots {
  const ranked = Object.entries(ballots).map(([ranking, ballots]) => ({
    ranking: [...ranking].map((letter) => letters.indexOf(letter)),
    ballots,
  }));
  return { options: letters.length, ranked, lots: [...letters].map((_, option) => option) };
}
