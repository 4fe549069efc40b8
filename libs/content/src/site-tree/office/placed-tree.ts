import { commonUnit, rootUnit } from '@isegoria/kernel';
import type { PlacedPage } from '../places/places.contract';

/** The tree as an office sees it: what nobody of it may see is left out, and what stands below that comes to the top. */
export class PlacedTree {
  private readonly byId: ReadonlyMap<string, PlacedPage>;

  constructor(private readonly pages: readonly PlacedPage[]) {
    this.byId = new Map(pages.map((page) => [page.id, page]));
  }

  get(pageId: string | null): PlacedPage | undefined {
    return pageId === null ? undefined : this.byId.get(pageId);
  }

  below(above: string | null): PlacedPage[] {
    const isHere = ({ above: own }: PlacedPage) => (above === null ? own === null || !this.byId.has(own) : own === above);
    return this.pages.filter(isHere).sort((one, other) => one.order - other.order);
  }

  /** Each before those below it, without a page and those below that. */
  inOrder(without?: string, above: string | null = null): PlacedPage[] {
    return this.below(above).flatMap((one) => (one.id === without ? [] : [one, ...this.inOrder(without, one.id)]));
  }

  depthOf(page: PlacedPage): number {
    return page.path.split('/').length - 1;
  }

  /** In whose hands a place below another page is. @param unit of the page that goes there */
  unitOfPlace(unit: string, above: string | null): string {
    return above === null ? rootUnit : commonUnit(unit, this.get(above)?.unit ?? rootUnit);
  }
}
