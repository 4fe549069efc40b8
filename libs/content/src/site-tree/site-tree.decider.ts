import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, commonUnit, permitted, rootUnit, type Actor } from '@isegoria/kernel';
import { pagesBelowMax, siteDepthMax, sitePagesMax } from './address.contract';
import type { PlacePage, TakePageOut, TreeEvent } from './site-tree.contract';

interface ByOfficial {
  readonly actor: Actor;
  /** The unit of the page; undefined where the log has no such page. */
  readonly unit: string | undefined;
}
type Place = ByOfficial & PlacePage & { readonly type: 'PlacePage'; /** The unit of the page above. */ readonly unitAbove?: string };
type TakeOut = ByOfficial & TakePageOut & { readonly type: 'TakePageOut' };
export type TreeCommand = Place | TakeOut;

interface Standing {
  readonly above: string | null;
  readonly address: string;
}
export interface SiteTree {
  readonly places: ReadonlyMap<string, Standing>;
  /** Those right below each page, and at the top, in their order. */
  readonly below: ReadonlyMap<string | null, readonly string[]>;
}

/**
 * Where each page of the site stands. The list below a page is in the hands of officials of a unit to which that page and the one that goes
 * there both belong; the top of the site, of those of the root: nobody puts a page into somebody else's list.
 */
export const siteTreeDecider: Decider<SiteTree, TreeCommand, TreeEvent> = {
  initialState: { places: new Map(), below: new Map() },

  decide(command, tree) {
    if (command.unit === undefined) throw new Rejection('PAGE_NOT_FOUND');
    return command.type === 'PlacePage' ? place(command, command.unit, tree) : takeOut(command, command.unit, tree);
  },

  evolve(tree, event) {
    switch (event.type) {
      case 'PagePlaced': {
        const { pageId, above, before, address } = event.data;
        const { places, below } = without(tree, pageId);
        const beside = listBelow({ below }, above);
        const at = before === null ? -1 : beside.indexOf(before);
        const list = beside.toSpliced(at < 0 ? beside.length : at, 0, pageId);
        return { places: new Map(places).set(pageId, { above, address }), below: new Map(below).set(above, list) };
      }
      case 'PageTakenOut':
        return without(tree, event.data.pageId);
      default:
        return unchangedBy(event, tree);
    }
  },
};

function place({ pageId, above, address, actor, unitAbove, ...asked }: Place, unitOfPage: string, tree: SiteTree): TreeEvent[] {
  const unit = above === null ? rootUnit : commonUnit(unitOfPage, unitAbove ?? rootUnit);
  const by = permitted(actor, 'publish', unit).accountId;
  if (above !== null && !tree.places.has(above)) throw new Rejection('PAGE_NOT_FOUND', { field: 'above' });
  if (above !== null && wayTo(tree, above).includes(pageId)) throw new Rejection('PAGE_BELOW_ITSELF', { field: 'above' });
  const standing = tree.places.get(pageId);
  const beside = listBelow(tree, above);
  const others = beside.filter((other) => other !== pageId);
  mustHaveRoom(tree, pageId, above, others.length);
  if (others.some((other) => tree.places.get(other)?.address === address)) throw new Rejection('ADDRESS_TAKEN', { field: 'address' });
  const isHere = standing?.above === above;
  const stood = isHere ? (beside[beside.indexOf(pageId) + 1] ?? null) : null;
  const before = asked.before === undefined ? stood : asked.before;
  if (before !== null && !others.includes(before))
    throw new Rejection('VALIDATION_FAILED', { field: 'before', params: { constraint: 'doesNotFit' } });
  if (isHere && standing?.address === address && before === stood) return [];
  return [{ type: 'PagePlaced', data: { pageId, unit, above, before, address, by } }];
}

function takeOut({ pageId, reason, actor }: TakeOut, unit: string, tree: SiteTree): TreeEvent[] {
  const by = permitted(actor, 'publish', unit).accountId;
  if (!tree.places.has(pageId)) return [];
  if (listBelow(tree, pageId).length > 0) throw new Rejection('PAGES_BELOW');
  return [{ type: 'PageTakenOut', data: { pageId, unit, reason, by } }];
}

function mustHaveRoom(tree: SiteTree, pageId: string, above: string | null, besides: number): void {
  const depth = (above === null ? 0 : wayTo(tree, above).length) + heightOf(tree, pageId);
  const isFull = besides >= pagesBelowMax || depth > siteDepthMax || (!tree.places.has(pageId) && tree.places.size >= sitePagesMax);
  if (isFull) throw new Rejection('NO_ROOM_BELOW', { field: 'above', params: { most: pagesBelowMax, depth: siteDepthMax } });
}

const listBelow = ({ below }: Pick<SiteTree, 'below'>, above: string | null): readonly string[] => below.get(above) ?? [];

/** The page and all above it. */
function wayTo(tree: SiteTree, pageId: string): string[] {
  const above = tree.places.get(pageId)?.above ?? null;
  return above === null ? [pageId] : [...wayTo(tree, above), pageId];
}

/** How many levels there are from a page down, its own included. */
function heightOf(tree: SiteTree, pageId: string): number {
  return 1 + Math.max(0, ...listBelow(tree, pageId).map((one) => heightOf(tree, one)));
}

function without(tree: SiteTree, pageId: string): SiteTree {
  const standing = tree.places.get(pageId);
  if (!standing) return tree;
  const places = new Map(tree.places);
  places.delete(pageId);
  const left = listBelow(tree, standing.above).filter((other) => other !== pageId);
  return { places, below: new Map(tree.below).set(standing.above, left) };
}
