import { CategoriesOnRecord, FilesOnRecord, Stages, ruleBook, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import type { ContentEvent, PageDrafted, PageRevised } from '../page.contract';

/** The life of a page. */
export function rulesOfPages(): RuleBook {
  const pages = new Stages('draft', 'published', 'withdrawn');
  const files = new FilesOnRecord();
  const categories = new CategoriesOnRecord();
  const areOffered = <Event extends PageDrafted | PageRevised>() =>
    categories.rule<Event>(
      'page-categories-offered',
      'A page is about topics and areas that are there, each once; what was withdrawn stays only where it was chosen before.',
      ({ pageId }) => pageId,
    );
  const rules: RulesOf<ContentEvent> = {
    PageDrafted: [
      pages.begins('draft', 'page-begins', 'A page is drafted once, with the first event of its stream.'),
      ...files.rules<PageDrafted>((page) => page.files),
      areOffered<PageDrafted>(),
    ],
    PageRevised: [
      pages.follows(['draft', 'published', 'withdrawn'], 'page-exists', 'Only a page that was drafted is revised.'),
      ...files.rules<PageRevised>((page) => page.files),
      areOffered<PageRevised>(),
    ],
    PagePublished: [
      pages.follows(['draft', 'withdrawn'], 'page-not-published', 'Only a page that is not published is published.', 'published'),
    ],
    PageWithdrawn: [
      pages.follows(['draft', 'published'], 'page-not-withdrawn', 'Only a page that is not withdrawn is withdrawn.', 'withdrawn'),
    ],
  };
  return ruleBook(rules, { ...files.remembers, ...categories.remembers });
}
