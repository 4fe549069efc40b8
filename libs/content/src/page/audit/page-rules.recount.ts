import {
  CategoriesOnRecord,
  FilesOnRecord,
  Stages,
  leeway,
  rule,
  ruleBook,
  type Judged,
  type RuleBook,
  type RulesOf,
} from '@isegoria/audit-kit';
import type { ContentEvent, PageDrafted, PagePublicationPlanned, PagePublished, PageRevised, PageWithdrawn } from '../page.contract';

const all = ['draft', 'published', 'withdrawn', 'archived'] as const;

/** The life of a page. */
export function rulesOfPages(): RuleBook {
  const pages = new Stages('draft', 'published', 'withdrawn', 'archived');
  const files = new FilesOnRecord();
  const categories = new CategoriesOnRecord();
  /** When each page publishes itself, in milliseconds since 1970; only while that is planned. */
  const planned = new Map<string, number>();
  const noLonger = ({ data: { pageId } }: Judged<PagePublished | PageWithdrawn>) => void planned.delete(pageId);
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
      pages.follows(all, 'page-exists', 'Only a page that was drafted is revised.'),
      ...files.rules<PageRevised>((page) => page.files),
      areOffered<PageRevised>(),
    ],
    PagePublicationPlanned: [
      pages.follows(['draft', 'withdrawn'], 'planned-unpublished', 'The publication of a page is planned that is not published.'),
      rule<PagePublicationPlanned>(
        'planned-ahead',
        'A page is planned to be published at a time to come; only what was planned is called off.',
        ({ data: { pageId, at }, time }) => (at === null ? planned.has(pageId) : Date.parse(at) > time - leeway),
        ({ data: { pageId, at } }) => void (at === null ? planned.delete(pageId) : planned.set(pageId, Date.parse(at))),
      ),
    ],
    PagePublished: [
      pages.follows(
        ['draft', 'withdrawn', 'archived'],
        'page-not-published',
        'Only a page that is not published is published.',
        'published',
      ),
      rule<PagePublished>(
        'published-as-planned',
        'A page publishes itself at the time that was planned, and not before.',
        ({ data: { pageId, by }, time }) => by !== null || (planned.get(pageId) ?? Infinity) <= time + leeway,
        noLonger,
      ),
    ],
    PageArchived: [pages.follows(['published'], 'page-current', 'Only a page that is published is archived, and once.', 'archived')],
    PageWithdrawn: [
      pages.follows(
        ['draft', 'published', 'archived'],
        'page-not-withdrawn',
        'Only a page that is not withdrawn is withdrawn.',
        'withdrawn',
      ),
    ],
  };
  return ruleBook(rules, { ...files.remembers, ...categories.remembers, PageWithdrawn: noLonger });
}
