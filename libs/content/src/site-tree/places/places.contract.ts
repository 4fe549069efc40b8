import { IsArray, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  IsOneLine,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  languages,
  pageQuery,
  query,
  type Language,
} from '@isegoria/kernel';
import { pageKinds, pageStatuses, type PageKind, type PageStatus } from '../../page/page.contract';
import { pathLength } from '../address.contract';

/** A page of the tree, as a list or a trail shows it. */
export class PlacedPage {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @IsIn(pageKinds) readonly kind: PageKind;
  @IsIn(pageStatuses) readonly status: PageStatus;
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
  /** The page right above it, whether or not everybody may read that; null at the top. */
  @OrNull() @IsUUID() readonly above: string | null;
  /** Which one it is of those right below the same page, from 0. */
  @IsInt() readonly order: number;
  /** Its own part of its address. */
  @IsString() readonly address: string;
  /** Its whole address in the tree, such as `water/permits`. */
  @IsString() readonly path: string;
}

export class ShowAddress {
  /** Such as `water/permits`. */
  @IsOneLine()
  @MaxLength(pathLength)
  path: string;
}
export class AddressView {
  @IsUUID() readonly pageId: string;
  /** Where the page stands now; null where it stands in the tree no longer. */
  @OrNull() @IsString() readonly path: string | null;
}
export const showAddress = query(ShowAddress, AddressView, {
  route: 'GET /site-address',
  may: 'anyone',
  summary: 'To which page an address leads: that of the page which stands there, or which did last',
});

export class ShowPlace {
  @IsUUID() pageId: string;
}
export class PlaceView {
  @IsUUID() readonly pageId: string;
  /** Null for a page that stands nowhere in the tree. */
  @OrNull() @IsString() readonly path: string | null;
  /** Those above it that everybody may read, from the top on. */
  @IsArray() @Nested(() => PlacedPage) readonly trail: readonly PlacedPage[];
  /** Those below it, in their order; below one that nobody may read, those below that. */
  @IsArray() @Nested(() => PlacedPage) readonly below: readonly PlacedPage[];
  /** The list in which it stands itself: those below the last one of the trail, in their order. */
  @IsArray() @Nested(() => PlacedPage) readonly beside: readonly PlacedPage[];
  /** Of the whole tree: a place means something among those beside it alone. */
  @IsInt() readonly version: number;
}
export const showPlace = query(ShowPlace, PlaceView, {
  route: 'GET /pages/:pageId/place',
  may: 'anyone',
  summary: 'Where a page stands in the tree of the site, with what everybody may read above it, below it and beside it',
});

export class ShowTop {}
export class SiteSection {
  @Nested(() => PlacedPage) readonly page: PlacedPage;
  @IsArray() @Nested(() => PlacedPage) readonly below: readonly PlacedPage[];
}
export class TopView {
  @IsArray() @Nested(() => SiteSection) readonly sections: readonly SiteSection[];
}
export const showTop = query(ShowTop, TopView, {
  route: 'GET /site-top',
  may: 'anyone',
  summary: 'The pages at the top of the site, in their order, each with those below it',
});

export class ListPlaces extends PageRequest {
  /** `all`: those that are not published as well, of units for whose pages the account may answer. */
  @OrAbsent() @IsIn(['published', 'all']) status?: 'published' | 'all';
}
export const listPlaces = pageQuery(ListPlaces, PlacedPage, {
  route: 'GET /site-places',
  may: 'anyone',
  summary: 'All pages of the tree of the site, those first whose place was chosen first',
});

export class ShowTreeVersion {}
export class TreeVersion {
  @IsInt() readonly version: number;
}
export const showTreeVersion = query(ShowTreeVersion, TreeVersion, {
  route: 'GET /site-tree',
  may: 'anyone',
  summary: 'The version of the tree of the site, which changes with every place',
});
