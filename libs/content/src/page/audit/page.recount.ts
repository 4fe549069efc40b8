import type { ActsInWords } from '@isegoria/audit-kit';
import type { ContentEvent } from '../page.contract';

export const actsOfPages: ActsInWords<ContentEvent> = {
  PageDrafted: null,
  PageRevised: ({ pageId, by, note }) => `page ${pageId} revised by account ${by}${note == null ? '' : `: "${note}"`}`,
  PagePublicationPlanned: ({ pageId, at, by }) => `page ${pageId} to be published ${at ?? 'at no time'}, by account ${by}`,
  PagePublished: ({ pageId, by }) => `page ${pageId} published ${by === null ? 'by itself' : `by account ${by}`}`,
  PageArchived: ({ pageId, by, reason }) => `page ${pageId} archived by account ${by}: "${reason}"`,
  PageWithdrawn: ({ pageId, by, reason }) => `page ${pageId} withdrawn by account ${by}: "${reason}"`,
};
