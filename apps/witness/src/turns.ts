/** Does the work for one log after the other, in the order of arrival, with a bound on what waits. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** @returns the result of the work, or undefined if too much waits already */
  async take<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const waiting = this.#waiting.get(name) ?? 0;
    if (waiting >= this.limit) return undefined;
    this.#waiting.set(name, waiting + 1);
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work);
    this.#last.set(name, turn.catch(() => undefined));
    try {
      return await turn;
    } finally {
      this.#waiting.set(name, this.#waiting.get(name)! - 1);
    }
  }
}
