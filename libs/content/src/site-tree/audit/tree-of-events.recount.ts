import type { TreeEvent } from '../site-tree.contract';

export interface KnownPlace {
  readonly above: string | null;
  readonly address: string;
}

/** The tree as its events make it, for rules and for what is shown: one list of pages below each page. */
export class TreeOfEvents {
  private readonly places = new Map<string, KnownPlace>();
  private readonly lists = new Map<string | null, string[]>();
  /** Which page had an address last. */
  private readonly addresses = new Map<string, string>();

  of(pageId: string): KnownPlace | undefined {
    return this.places.get(pageId);
  }

  below(pageId: string | null): readonly string[] {
    return this.lists.get(pageId) ?? [];
  }

  /** The page and those above it, the nearest first. */
  up(pageId: string | null): string[] {
    const way: string[] = [];
    for (let at = pageId; at !== null && !way.includes(at); at = this.places.get(at)?.above ?? null) way.push(at);
    return way;
  }

  pathOf(pageId: string): string | null {
    if (!this.places.has(pageId)) return null;
    return this.up(pageId)
      .map((one) => this.places.get(one)?.address)
      .reverse()
      .join('/');
  }

  ledTo(path: string): string | undefined {
    return this.addresses.get(path);
  }

  get paths(): Iterable<string> {
    return this.addresses.keys();
  }

  /** What would put a page below itself, which the rules find, is left out: nobody can walk such a tree. */
  take({ type, data }: TreeEvent): void {
    if (type === 'PagePlaced' && this.up(data.above).includes(data.pageId)) return;
    this.leave(data.pageId);
    if (type === 'PageTakenOut') return;
    const { pageId, above, before, address } = data;
    const list = [...this.below(above)];
    const at = before === null ? -1 : list.indexOf(before);
    list.splice(at < 0 ? list.length : at, 0, pageId);
    this.lists.set(above, list);
    this.places.set(pageId, { above, address });
    this.remember(pageId);
  }

  private remember(pageId: string): void {
    this.addresses.set(this.pathOf(pageId)!, pageId);
    for (const one of this.below(pageId)) this.remember(one);
  }

  private leave(pageId: string): void {
    const place = this.places.get(pageId);
    if (!place) return;
    this.places.delete(pageId);
    this.lists.set(
      place.above,
      this.below(place.above).filter((one) => one !== pageId),
    );
  }
}
