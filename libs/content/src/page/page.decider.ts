import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  categoriesSaid,
  mustBeOpen,
  permitted,
  type Actor,
  type Language,
  type UnitStanding,
  type WithStandings,
} from '@isegoria/kernel';
import { filesOf, type WithFiles } from '../file/attached/attached.contract';
import type { ContentEvent, PageKind, PageStatus } from './page.contract';

interface ByOfficial {
  readonly pageId: string;
  readonly actor: Actor;
}
interface Words extends WithFiles, WithStandings {
  readonly title: string;
  readonly body: string;
  readonly language: Language;
}
type Draft = ByOfficial & Words & { type: 'DraftPage'; unit: string; standing: UnitStanding; kind: PageKind };
export type PageCommand =
  | Draft
  | (ByOfficial & Words & { type: 'RevisePage' })
  | (ByOfficial & { type: 'PublishPage' })
  | (ByOfficial & { type: 'WithdrawPage'; reason: string });

export interface PageState {
  /** The unit whose page it is. */
  readonly unit: string;
  readonly status: PageStatus;
  /** The topics and areas that it is about; absent where there are none. */
  readonly categories?: readonly string[];
}

/**
 * The life of one page, in the hands of officials of its unit. A revision is visible at once, whatever the status of the page: a published
 * page stays published, a withdrawn one withdrawn. Withdrawing keeps the page and its reason on record; it may be published again.
 */
export const pageDecider: Decider<PageState | undefined, PageCommand, ContentEvent> = {
  initialState: undefined,

  decide(command, page) {
    if (command.type === 'DraftPage') return draft(command, page);
    if (!page) throw new Rejection('PAGE_NOT_FOUND');
    const { pageId, actor } = command;
    const by = permitted(actor, 'publish', page.unit).accountId;
    switch (command.type) {
      case 'RevisePage':
        return [{ type: 'PageRevised', data: { pageId, ...wordsOf(command, page.categories), by } }];
      case 'PublishPage':
        return page.status === 'published' ? [] : [{ type: 'PagePublished', data: { pageId, by } }];
      case 'WithdrawPage':
        return page.status === 'withdrawn' ? [] : [{ type: 'PageWithdrawn', data: { pageId, by, reason: command.reason } }];
    }
  },

  evolve(page, event) {
    switch (event.type) {
      case 'PageDrafted':
        return { unit: event.data.unit, status: 'draft', categories: event.data.categories };
      case 'PageRevised':
        return page && { ...page, categories: event.data.categories };
      case 'PagePublished':
        return page && { ...page, status: 'published' };
      case 'PageWithdrawn':
        return page && { ...page, status: 'withdrawn' };
      default:
        return unchangedBy(event, page);
    }
  },
};

function draft({ pageId, unit, standing, kind, actor, ...words }: Draft, page: PageState | undefined): ContentEvent[] {
  const by = permitted(actor, 'publish', unit).accountId;
  if (page) throw new Rejection('ALREADY_DONE');
  mustBeOpen(standing);
  return [{ type: 'PageDrafted', data: { pageId, unit, kind, ...wordsOf(words), by } }];
}

function wordsOf({ title, body, language, attached, ...about }: Words, before?: readonly string[]) {
  return { title, body, language, files: filesOf({ attached }), ...categoriesSaid(about, before) };
}
