import { IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainText, OrAbsent, OrNull, command, event, limits, rootUnit, stream, type DomainEvent } from '@isegoria/kernel';
import { addressPart, addressPartLength } from './address.contract';

export class PlacePage {
  @IsUUID()
  pageId: string;

  /** The page right above it; null at the top of the site. */
  @OrNull()
  @IsUUID()
  above: string | null;

  /** The page beside it that comes next; null: it is the last. Absent: it keeps its place, and comes last where it is new. */
  @OrAbsent()
  @OrNull()
  @IsUUID()
  before?: string | null;

  /** Its own part of its address, after those of the pages above it. */
  @Matches(addressPart)
  @MaxLength(addressPartLength)
  address: string;
}

export class TakePageOut {
  @IsUUID()
  pageId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

/** What makes a new version of the tree, which has one version as a whole: a place means something among those beside it alone. */
export const newTrees: readonly TreeEvent['type'][] = ['PagePlaced', 'PageTakenOut'];

export const placePage = command(PlacePage, {
  route: 'PUT /pages/:pageId/place',
  may: 'publish',
  summary: 'Put a page into the tree of the site, move it there, or give it another address; its earlier addresses lead to it',
  versionedBy: newTrees,
});
export const takePageOut = command(TakePageOut, {
  route: 'POST /pages/:pageId/removal',
  may: 'publish',
  summary: 'Take a page out of the tree of the site, with the reason; its addresses lead to it nevertheless',
  versionedBy: newTrees,
});

/** The one stream of the tree: that no address is taken twice and no page is below itself follows from its order alone. */
export const treeStream = 'site-tree';

const tree = stream(treeStream, 'public');
const pageId = '5f6e1a00-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';

export type PagePlaced = DomainEvent<
  'PagePlaced',
  { pageId: string; unit: string; above: string | null; before: string | null; address: string; by: string }
>;
export const pagePlaced = event<PagePlaced>('PagePlaced', {
  stream: tree,
  says:
    'From now on the page stands right below the page `above` (at the top of the site where that is null), right before the page ' +
    '`before` (last where that is null), under `address` after the addresses of those above it. `unit` is the nearest to which the page ' +
    'and the one above it both belong, and the root at the top.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, unit: rootUnit, above: null, before: null, address: 'lake-park', by },
});

export type PageTakenOut = DomainEvent<'PageTakenOut', { pageId: string; unit: string; reason: string; by: string }>;
export const pageTakenOut = event<PageTakenOut>('PageTakenOut', {
  stream: tree,
  says: 'The page stands in the tree of the site no longer; its addresses lead to it nevertheless. `unit` is that of the page.',
  may: 'publish',
  act: { subject: 'pageId' },
  sample: { pageId, unit: rootUnit, reason: 'Part of another page now.', by },
});

export type TreeEvent = PagePlaced | PageTakenOut;
export const eventsOfSiteTree = [pagePlaced, pageTakenOut] as const;
