/** The last response of one person, link or form. */
export interface Standing {
  readonly cells: readonly string[];
  readonly beyond: boolean;
  readonly leftOut: boolean;
  /** Whether it came at a level below the one from which responses are counted. */
  readonly below: boolean;
  /** Whether the person was raised to that level: whatever comes later has it. */
  readonly raised: boolean;
}

/**
 * Who has a place in the quotas of one survey, from what happened in the order of the log. A response takes a place in each of its quotas,
 * or in none where one of them is full: then it is beyond, and stays so until it is sent again. One that is left out or below the level
 * that is counted takes none meanwhile: accounts that anybody makes in a moment would push out those who count.
 */
export class QuotaFold {
  /** @param most by quota, how many places it has @param taken how many of them are taken so far */
  constructor(
    private readonly most: ReadonlyMap<string, number>,
    readonly taken: Map<string, number>,
    readonly standing: Map<string, Standing>,
  ) {}

  /** Whoever sends again gives back a place first. Returns whether it is beyond. @param counts whether its level is one that is counted */
  respond(key: string, choices: readonly string[], counts: boolean): boolean {
    const before = this.standing.get(key);
    this.move(before, -1);
    const { leftOut = false, raised = false } = before ?? {};
    const cells = choices.filter((choice) => this.most.has(choice));
    return this.place(key, { cells, leftOut, raised, below: !counts && !raised, beyond: false });
  }

  leaveOut(key: string): void {
    const before = this.standing.get(key);
    if (!before || before.leftOut) return;
    this.move(before, -1);
    this.standing.set(key, { ...before, leftOut: true });
  }

  /** Whoever had a place takes one again if there is room. Returns whether the response is beyond. */
  putBack(key: string): boolean {
    const before = this.standing.get(key);
    if (!before?.leftOut) return before?.beyond ?? false;
    return this.place(key, { ...before, leftOut: false });
  }

  /** Whoever was below the level takes a place if there is room. Returns whether the response is beyond from now on. */
  raise(key: string): boolean {
    const before = this.standing.get(key);
    if (!before) return false;
    if (before.below) return this.place(key, { ...before, below: false, raised: true });
    this.standing.set(key, { ...before, raised: true });
    return false;
  }

  /** Of one that had no place before. */
  private place(key: string, response: Standing): boolean {
    const wants = !response.beyond && !response.leftOut && !response.below;
    const placed = wants && !this.hasRoom(response.cells) ? { ...response, beyond: true } : response;
    this.standing.set(key, placed);
    this.move(placed, 1);
    return placed.beyond;
  }

  private hasRoom(cells: readonly string[]): boolean {
    return cells.every((cell) => (this.taken.get(cell) ?? 0) < this.most.get(cell)!);
  }

  private move(response: Standing | undefined, n: 1 | -1): void {
    if (!response || response.beyond || response.leftOut || response.below) return;
    for (const cell of response.cells) this.taken.set(cell, (this.taken.get(cell) ?? 0) + n);
  }
}
