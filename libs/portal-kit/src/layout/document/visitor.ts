import type { VNode } from 'preact';
import type { PlatformSettings, TopView } from '@isegoria/content';
import type { AccountView } from '@isegoria/identity';
import type { Permission } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import type { MapSettings } from '../../settings/map-settings';
import type { Refused } from '../../errors/kept-words';
import type { Acceptance } from '../../forms/done/acceptance';

export interface PageOptions {
  readonly title: string;
  /** What the page says of a form that was accepted, where that is not that it is done. */
  readonly notDone?: 'overtaken' | 'late';
  readonly status?: number;
  /** A sentence or two about the page for search engines and for those who share it; what the site is for, if absent. */
  readonly description?: string;
  /** The path of a picture that stands for the page where its address is shared, and what it shows. */
  readonly picture?: { readonly path: string; readonly alt: string; readonly width?: number | null; readonly height?: number | null };
  /** The path of a picture of the page's words, for when it has no other one; that of the site, if absent. */
  readonly card?: string;
  /** What the page is about, for programs: schema.org as JSON-LD. */
  readonly data?: object;
  /** The address to which the language links lead; the page's own when absent. A form that was sent has none of its own. */
  readonly address?: string;
  /** Scripts of the page; each makes it nicer and none is required. */
  readonly islands?: readonly string[];
  /** Shown edge to edge, before the frame of the page begins. */
  readonly banner?: VNode;
  /** A form that was refused and for which the page has no room. */
  readonly kept?: Refused;
}

/** The frame of a page depends on who sees it, and where. */
export interface Visitor {
  readonly texts: Texts;
  /** The name of the institution. */
  readonly ministry: string;
  readonly site: PlatformSettings;
  /** The top of the tree of the site. */
  readonly menu?: TopView;
  /** The address at which people reach the site; undefined where only their requests say it, which anybody may make up. */
  readonly siteAddress?: string;
  readonly account: AccountView | undefined;
  /** Whose forms the page has: of whoever is signed in, or was when the form was written that comes back. */
  readonly sender?: string;
  /** How many notes wait for the visitor; undefined where that is not known. */
  readonly unreadNotes?: number;
  /** The form that was accepted before this page, and the key of the one that was accepted last. */
  readonly accepted?: Acceptance;
  readonly acceptedKey?: string;
  /** How maps look. */
  readonly settings?: { readonly map?: MapSettings };
  readonly request: { readonly path: string; readonly originalUrl: string };
  may(permission: Permission): boolean;
}
