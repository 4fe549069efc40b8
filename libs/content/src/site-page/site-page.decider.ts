import type { Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { factsOf, type FactName, type SitePageName, type StatedFacts } from './facts.contract';
import type { SitePageFilledIn } from './site-page.contract';

export interface SitePageCommand {
  readonly page: SitePageName;
  readonly facts: StatedFacts;
  readonly by: string;
}

/** What a page about the site states. Only a change is recorded, so that the record says who changed what. */
export const sitePageDecider: Decider<StatedFacts, SitePageCommand, SitePageFilledIn> = {
  initialState: {},

  decide({ page, facts, by }, standing) {
    const names = Object.keys(facts) as FactName[];
    const stray = names.find((name) => !factsOf[page].includes(name));
    if (stray) throw new Rejection('UNKNOWN_FIELD', { field: stray });
    return inOneForm(facts) === inOneForm(standing) ? [] : [{ type: 'SitePageFilledIn', data: { page, facts, by } }];
  },

  evolve(standing, { type, data }) {
    return type === 'SitePageFilledIn' ? data.facts : standing;
  },
};

function inOneForm(facts: StatedFacts): string {
  return JSON.stringify(sorted(facts).map(([name, fact]) => [name, typeof fact === 'string' ? fact : sorted(fact ?? {})]));
}

const sorted = <Value>(members: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1));
