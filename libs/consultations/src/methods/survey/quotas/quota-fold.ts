/** The last response of one person, link or form. */
export interface Standing {
  readonly cells: readonly string[];
  readonly beyond: boolean;
  readonly leftOut: boolean;
}

/**
 * Who has a place in the quotas of one survey, from what happened in the order of the log. A response takes a place in each of its quotas,
 * or in none where one of them is full: then it is beyond, and stays so until it is sent again.
 */
export class QuotaFold {
  /** @param most by quota, how many places it has @param taken how many of them are taken so far */
  constructor(
    private readonly most: ReadonlyMap<string, number>,
    readonly taken: Map<string, number>,
    readonly standing: Map<string, Standing>,
  ) {}

  /** Whoever sends again gives back a place first. Returns whether the response is beyond. */
  respond(key: string, choices: readonly string[]): boolean {
    const before = this.standing.get(key);
    this.move(before, -1);
    const cells = choices.filter((choice) => this.most.has(choice));
    const leftOut = before?.leftOut ?? false;
    return this.place(key, { cells, leftOut, beyond: !leftOut && !this.hasRoom(cells) });
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
    return this.place(key, { ...before, leftOut: false, beyond: before.beyond || !this.hasRoom(before.cells) });
  }

  private place(key: string, response: Standing): boolean {
    this.standing.set(key, response);
    this.move(response, 1);
    return response.beyond;
  }

  private hasRoom(cells: readonly string[]): boolean {
    return cells.every((cell) => (this.taken.get(cell) ?? 0) < this.most.get(cell)!);
  }

  private move(response: Standing | undefined, n: 1 | -1): void {
    if (!response || response.beyond || response.leftOut) return;
    for (const cell of response.cells) this.taken.set(cell, (this.taken.get(cell) ?? 0) + n);
  }
}
