/** Where an event was written. */
export interface Written {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/**
 * Remembers the last events by id. Two generations: when the young one is full the old one is dropped whole,
 * because expiring the oldest key of one large Map again and again is slow.
 */
export class RecentIds {
  private young = new Map<string, Written>();
  private old = new Map<string, Written>();

  /** @param generation how many ids are remembered at least; at most twice as many are */
  constructor(private readonly generation: number) {}

  remember(id: string, written: Written): void {
    this.young.set(id, written);
    if (this.young.size < this.generation) return;
    this.old = this.young;
    this.young = new Map();
  }

  find(id: string): Written | undefined {
    return this.young.get(id) ?? this.old.get(id);
  }
}
