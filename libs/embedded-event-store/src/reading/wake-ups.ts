/** Tells waiting subscriptions that something new is on disk, each only of what it follows. */
export class WakeUps {
  private readonly ofAll = new Set<() => void>();
  private readonly ofStream = new Map<string, Set<() => void>>();

  /** @returns the function that ends it */
  followAll(wake: () => void): () => void {
    this.ofAll.add(wake);
    return () => this.ofAll.delete(wake);
  }

  /** @returns the function that ends it */
  followStream(stream: string, wake: () => void): () => void {
    const followers = this.ofStream.get(stream) ?? new Set();
    this.ofStream.set(stream, followers.add(wake));
    return () => {
      followers.delete(wake);
      if (followers.size === 0 && this.ofStream.get(stream) === followers) this.ofStream.delete(stream);
    };
  }

  announce(streams: Iterable<string>): void {
    for (const wake of this.ofAll) wake();
    if (this.ofStream.size === 0) return;
    for (const stream of streams) for (const wake of this.ofStream.get(stream) ?? []) wake();
  }
}
