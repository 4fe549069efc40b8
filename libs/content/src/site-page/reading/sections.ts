import type { MessageKey } from '@isegoria/texts';
import { moderationRules } from '../../rules/rules.contract';
import type { FactName, SitePageName } from '../facts.contract';

export interface SiteSection {
  /** Its address on the page, which reasons refer to: `/rules#respect`. */
  readonly id: string;
  readonly title: MessageKey;
  /** What is the same on every site. */
  readonly words?: readonly MessageKey[];
  readonly list?: readonly MessageKey[];
  /** What only the institution knows. */
  readonly facts?: readonly FactName[];
}

const stored = ['cookies.session', 'cookies.language', 'cookies.receipt', 'cookies.accepted', 'cookies.draft'] as const;

/** What each page about the site says, from top to bottom. */
export const sectionsOf: Readonly<Record<SitePageName, readonly SiteSection[]>> = {
  imprint: [{ id: 'who', title: 'sitePage.imprint.who', facts: ['provider', 'address', 'representative', 'reach', 'supervision'] }],
  terms: [
    { id: 'use', title: 'sitePage.terms.use', words: ['sitePage.terms.use.1', 'sitePage.terms.use.2'] },
    {
      id: 'contributions',
      title: 'sitePage.terms.contributions',
      words: ['sitePage.terms.contributions.1', 'sitePage.terms.contributions.2'],
    },
    { id: 'law', title: 'sitePage.terms.law', facts: ['law'] },
  ],
  privacy: [
    { id: 'who', title: 'sitePage.privacy.who', facts: ['controller', 'dataProtectionOfficer'] },
    { id: 'what', title: 'sitePage.privacy.what', words: ['privacy.1', 'privacy.2', 'privacy.4', 'privacy.5', 'privacy.6'] },
    { id: 'why', title: 'sitePage.privacy.why', words: ['sitePage.privacy.why.1'], facts: ['legalBasis'] },
    { id: 'how-long', title: 'sitePage.privacy.howLong', words: ['privacy.3'], facts: ['retention'] },
    { id: 'to-whom', title: 'sitePage.privacy.toWhom', words: ['sitePage.privacy.toWhom.1'], facts: ['recipients'] },
    {
      id: 'rights',
      title: 'sitePage.privacy.rights',
      words: ['sitePage.privacy.rights.1', 'sitePage.privacy.rights.2'],
      facts: ['authority'],
    },
  ],
  accessibility: [
    { id: 'status', title: 'sitePage.accessibility.status', facts: ['conformity'] },
    { id: 'barriers', title: 'sitePage.accessibility.barriers', facts: ['barriers'] },
    { id: 'preparation', title: 'sitePage.accessibility.preparation', facts: ['examination', 'examinedOn'] },
    { id: 'feedback', title: 'sitePage.accessibility.feedback', facts: ['feedback'] },
    { id: 'enforcement', title: 'sitePage.accessibility.enforcement', facts: ['enforcement'] },
    {
      id: 'built',
      title: 'sitePage.accessibility.built',
      words: ['accessibility.1', 'accessibility.2', 'accessibility.3', 'accessibility.4'],
    },
  ],
  rules: [
    ...moderationRules.map((rule): SiteSection => ({ id: rule, title: `ruleTitle.${rule}`, words: [`ruleText.${rule}`] })),
    { id: 'after', title: 'sitePage.rules.after', words: ['sitePage.rules.after.1', 'rules.appeal'], facts: ['moderators'] },
  ],
  cookies: [{ id: 'stored', title: 'sitePage.cookies.list', list: stored }],
};
