import { IsIn } from 'class-validator';
import { HasNoPicture, IsDay, Nested, OrAbsent, OrNull, limits, textByLanguage, type TextByLanguage } from '@isegoria/kernel';

/** The pages on which an institution says who it is and by which rules it works; each has an address of its own. */
export const sitePageNames = ['imprint', 'terms', 'privacy', 'accessibility', 'rules', 'cookies'] as const;
export type SitePageName = (typeof sitePageNames)[number];

const FactWords = textByLanguage(limits.factLength);
const FactMarkdown = textByLanguage(limits.factLength, HasNoPicture());
type Words = InstanceType<typeof FactWords> | null;

export const conformities = ['full', 'partial', 'none'] as const;
export const examinations = ['self', 'third-party'] as const;

/**
 * What only the institution knows. Names are those of roles and offices: an event stays in the log for ever, so nobody is named in one.
 * The statement on accessibility has what the model of Implementing Decision (EU) 2018/1523 asks for.
 */
export class SiteFacts {
  /** Who publishes the site, with the legal form. */
  @IsFactInWords() provider?: Words;
  @IsFactInWords() address?: Words;
  /** The office that acts for the institution. */
  @IsFactInWords() representative?: Words;
  /** How to reach it: an address for mail, a telephone number. */
  @IsFactInWords() reach?: Words;
  /** Who supervises the institution. */
  @IsFactInWords() supervision?: Words;
  /** Which law applies, and where it is enforced. */
  @IsFactInWords() law?: Words;
  /** Who answers for personal data (Regulation (EU) 2016/679, article 13). */
  @IsFactInWords() controller?: Words;
  @IsFactInWords() dataProtectionOfficer?: Words;
  @IsFactInWords() legalBasis?: Words;
  @IsFactInWords() retention?: Words;
  /** Who else gets to see data: hosting, mail. */
  @IsFactInWords() recipients?: Words;
  /** Where people complain about the use of their data. */
  @IsFactInWords() authority?: Words;
  @OrAbsent() @OrNull() @IsIn(conformities) conformity?: (typeof conformities)[number] | null;
  /** What is not accessible, and why. */
  @IsFactInWords() barriers?: Words;
  @OrAbsent() @OrNull() @IsIn(examinations) examination?: (typeof examinations)[number] | null;
  /** The day on which the statement was made, or was last looked through (YYYY-MM-DD). */
  @OrAbsent() @OrNull() @IsDay() examinedOn?: string | null;
  /** Where barriers are reported, and how soon there is an answer. */
  @IsFactInWords() feedback?: Words;
  /** Where people turn who got no satisfying answer. */
  @IsFactInWords() enforcement?: Words;
  /** Who moderates, and how soon. */
  @IsFactInWords() moderators?: Words;
  /** What a page says besides, at its end; Markdown. */
  @IsFactInWords(FactMarkdown) more?: Words;
}

export type FactName = keyof SiteFacts;

/** What was stated: words by language, a day, or one of a few answers. */
export type StatedFacts = Readonly<Partial<Record<FactName, TextByLanguage | string>>>;

/** What each page has to say besides what is the same on every site. */
export const factsOf: Readonly<Record<SitePageName, readonly FactName[]>> = {
  imprint: ['provider', 'address', 'representative', 'reach', 'supervision', 'more'],
  terms: ['law', 'more'],
  privacy: ['controller', 'dataProtectionOfficer', 'legalBasis', 'retention', 'recipients', 'authority', 'more'],
  accessibility: ['conformity', 'barriers', 'examination', 'examinedOn', 'feedback', 'enforcement', 'more'],
  rules: ['moderators', 'more'],
  cookies: ['more'],
};

/** May be left out. */
const optional: readonly FactName[] = ['supervision', 'more'];

export const choicesOf = { conformity: conformities, examination: examinations } as const;

/** The facts that a page must state before the public sees it: a site without barriers has none to describe. */
export function neededOn(page: SitePageName, stated: StatedFacts): FactName[] {
  return factsOf[page].filter((fact) => !optional.includes(fact) && !(fact === 'barriers' && stated.conformity === 'full'));
}

export function isInWords(fact: FactName): boolean {
  return fact !== 'examinedOn' && !(fact in choicesOf);
}

function IsFactInWords(shape = FactWords): PropertyDecorator {
  return (target, property) => {
    OrAbsent()(target, property);
    OrNull()(target, property);
    Nested(() => shape)(target, property);
  };
}
