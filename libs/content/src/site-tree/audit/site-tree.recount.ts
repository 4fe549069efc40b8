import type { ActsInWords } from '@isegoria/audit-kit';
import type { TreeEvent } from '../site-tree.contract';

export const actsOfSiteTree: ActsInWords<TreeEvent> = {
  PagePlaced: ({ pageId, above, address, by }) =>
    `page ${pageId} placed ${above === null ? 'at the top of the site' : `below page ${above}`} as "${address}" by account ${by}`,
  PageTakenOut: ({ pageId, by, reason }) => `page ${pageId} taken out of the tree of the site by account ${by}: "${reason}"`,
};
