import { Stages, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { ContentEvent } from '../page.contract';

/** The life of a page. */
export function rulesOfPages(): RuleBook {
  const pages = new Stages('draft', 'published', 'withdrawn');
  return ruleBook<ContentEvent>({
    PageDrafted: [pages.begins('draft', 'page-begins', 'A page is drafted once, with the first event of its stream.')],
    PageRevised: [pages.follows(['draft', 'published', 'withdrawn'], 'page-exists', 'Only a page that was drafted is revised.')],
    PagePublished: [
      pages.follows(['draft', 'withdrawn'], 'page-not-published', 'Only a page that is not published is published.', 'published'),
    ],
    PageWithdrawn: [
      pages.follows(['draft', 'published'], 'page-not-withdrawn', 'Only a page that is not withdrawn is withdrawn.', 'withdrawn'),
    ],
  });
}
