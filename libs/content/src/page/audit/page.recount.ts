import type { ActsInWords } from '@isegoria/audit-kit';
import type { ContentEvent } from '../page.contract';

export const actsOfPages: ActsInWords<ContentEvent> = {
  PageDrafted: null,
  PageRevised: ({ pageId, by, note }) => `page ${pageId} revised by account ${by}${note == null ? '' : `: "${note}"`}`,
  PagePublished: ({ pageId, by }) => `page ${pageId} published by account ${by}`,
  PageWithdrawn: ({ pageId, by, reason }) => `page ${pageId} withdrawn by account ${by}: "${reason}"`,
};
