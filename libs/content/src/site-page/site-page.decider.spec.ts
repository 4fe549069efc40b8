import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { StatedFacts } from './facts.contract';
import type { SitePageFilledIn } from './site-page.contract';
import { sitePageDecider } from './site-page.decider';

const by = 'administrator-1';
const fillIn = (facts: StatedFacts) => ({ page: 'accessibility', facts, by }) as const;
const filledIn = (facts: StatedFacts): SitePageFilledIn => ({ type: 'SitePageFilledIn', data: { page: 'accessibility', facts, by } });
const stated: StatedFacts = { conformity: 'partial', barriers: { en: 'Maps of groups.', fr: 'Les cartes des groupes.' } };

describe('a page about the site', () => {
  it('states what an administrator fills in, as a whole', () => {
    given(sitePageDecider)
      .when(fillIn(stated))
      .then([filledIn(stated)]);
    given(sitePageDecider, [filledIn(stated)])
      .when(fillIn({}))
      .then([filledIn({})]);
  });

  it('records nothing where nothing changes, in whatever order it comes', () => {
    const again: StatedFacts = { barriers: { fr: 'Les cartes des groupes.', en: 'Maps of groups.' }, conformity: 'partial' };
    given(sitePageDecider, [filledIn(stated)])
      .when(fillIn(again))
      .then([]);
    given(sitePageDecider).when(fillIn({})).then([]);
  });

  it('states nothing that belongs on another page', () => {
    given(sitePageDecider)
      .when(fillIn({ controller: { en: 'The ministry.' } }))
      .thenRejected('UNKNOWN_FIELD');
  });
});
