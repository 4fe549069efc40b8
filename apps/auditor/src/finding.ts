/** How the command ends; scripts rely on these, so they never change their meaning. */
export const exitCodes = { verified: 0, cannotRun: 1, signature: 2, log: 3, tally: 4 } as const;

/** What stopped the audit, in one sentence: the first thing that is not as it must be, or why nothing could be said. */
export class Finding extends Error {
  override readonly name = 'Finding';

  constructor(
    readonly kind: Exclude<keyof typeof exitCodes, 'verified'>,
    sentence: string,
  ) {
    super(sentence);
  }

  get exitCode(): number {
    return exitCodes[this.kind];
  }
}
