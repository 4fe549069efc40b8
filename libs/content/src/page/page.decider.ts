import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { Language } from '@isegoria/texts';
import type { ContentEvent, PageKind, PageStatus } from './page.contract';

export type PageCommand =
  | { type: 'DraftPage'; pageId: string; kind: PageKind; title: string; body: string; language: Language; by: string }
  | { type: 'RevisePage'; pageId: string; title: string; body: string; language: Language; by: string }
  | { type: 'PublishPage'; pageId: string; by: string }
  | { type: 'WithdrawPage'; pageId: string; reason: string; by: string };

/** Where a page stands in its life; `absent` until it is drafted. */
export type PageState = PageStatus | 'absent';

/**
 * The life of one page. A revision shows at once wherever the page is: a published page stays published, a withdrawn one withdrawn.
 * Withdrawing keeps the page and its reason on record; it may be published again.
 */
export const pageDecider: Decider<PageState, PageCommand, ContentEvent> = {
  initialState: 'absent',

  decide(command, status) {
    if (command.type === 'DraftPage') {
      if (status !== 'absent') throw new Rejection('ALREADY_DONE');
      const { pageId, kind, title, body, language, by } = command;
      return [{ type: 'PageDrafted', data: { pageId, kind, title, body, language, by } }];
    }
    if (status === 'absent') throw new Rejection('PAGE_NOT_FOUND');
    const { pageId, by } = command;
    switch (command.type) {
      case 'RevisePage':
        return [{ type: 'PageRevised', data: { pageId, title: command.title, body: command.body, language: command.language, by } }];
      case 'PublishPage':
        return status === 'published' ? [] : [{ type: 'PagePublished', data: { pageId, by } }];
      case 'WithdrawPage':
        return status === 'withdrawn' ? [] : [{ type: 'PageWithdrawn', data: { pageId, by, reason: command.reason } }];
    }
  },

  evolve(status, event) {
    switch (event.type) {
      case 'PageDrafted':
        return 'draft';
      case 'PageRevised':
        return status;
      case 'PagePublished':
        return 'published';
      case 'PageWithdrawn':
        return 'withdrawn';
      default:
        return unchangedBy(event, status);
    }
  },
};
