/**
 * How the command ends, one code for each kind of finding; scripts rely on these, so they never change their meaning.
 * The help and docs/reference/command-line.md explain each.
 */
export const exitCodes = {
  verified: 0,
  cannotRun: 1,
  signature: 2,
  log: 3,
  tally: 4,
  quorum: 5,
  history: 6,
  body: 7,
  gap: 8,
  map: 9,
  figure: 10,
  credentials: 11,
  authority: 12,
  receipt: 13,
  bundle: 14,
  tile: 15,
  stream: 16,
  stale: 17,
  rule: 18,
  time: 19,
  act: 20,
  words: 21,
  page: 22,
  file: 23,
} as const;

export type FindingKind = Exclude<keyof typeof exitCodes, 'verified'>;

/** What stopped the audit, in one sentence: the first thing that is not as it must be, or why nothing could be said. */
export class Finding extends Error {
  override readonly name = 'Finding';

  /** @param index of the entry that it is about, from 0, where it is about one */
  constructor(
    readonly kind: FindingKind,
    sentence: string,
    readonly index?: number,
  ) {
    super(sentence);
  }

  get exitCode(): number {
    return exitCodes[this.kind];
  }
}
