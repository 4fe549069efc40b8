import { rule, ruleBook, type ActsInWords, type RuleBook } from '@isegoria/audit-kit';
import { factsOf, type FactName } from '../facts.contract';
import type { SitePageFilledIn } from '../site-page.contract';

export const actsOfSitePages: ActsInWords<SitePageFilledIn> = {
  SitePageFilledIn: ({ page, facts, by }) => `page ${page} filled in by account ${by}: ${JSON.stringify(facts)}`,
};

/** What pages about the site state. */
export function rulesOfSitePages(): RuleBook {
  const standing = new Map<string, string>();
  return ruleBook<SitePageFilledIn>({
    SitePageFilledIn: [
      rule('site-page-facts', 'A page about the site states what belongs on it.', ({ data: { page, facts } }) =>
        Object.keys(facts).every((name) => factsOf[page]?.includes(name as FactName)),
      ),
      rule(
        'site-page-differs',
        'What a page about the site states is recorded where it differs from before.',
        ({ data: { page, facts } }) => inOneForm(facts) !== (standing.get(page) ?? inOneForm({})),
        ({ data: { page, facts } }) => standing.set(page, inOneForm(facts)),
      ),
    ],
  });
}

/** The same for the same facts, in whatever order they and their languages stand. */
function inOneForm(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${inOneForm(member)}`);
  return `{${members.sort().join(',')}}`;
}
