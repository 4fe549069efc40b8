import { IsBoolean, IsIn, IsString } from 'class-validator';
import { Nested, languages, query, type TextByLanguage } from '@isegoria/kernel';
import type { PlatformSettings } from '../../settings/settings.contract';
import { isInWords, neededOn, sitePageNames, type FactName } from '../facts.contract';
import type { SitePageView } from '../site-page.contract';

/** Where something is filled in: the settings, or one of the pages about the site. */
const places = ['settings', ...sitePageNames] as const;

export class MissingFact {
  @IsIn(places) readonly where: (typeof places)[number];
  /** The field, with its language where it is words: `controller.fr`. */
  @IsString() readonly field: string;
}

export class GoingPublicView {
  /** Whether nothing is missing. */
  @IsBoolean() readonly ready: boolean;
  @Nested(() => MissingFact, { each: true }) readonly missing: readonly MissingFact[];
}

export class ShowGoingPublic {}
/** For administrators and for pipelines: it follows from what everybody may read anyway. */
export const showGoingPublic = query(ShowGoingPublic, GoingPublicView, {
  route: 'GET /going-public',
  may: 'anyone',
  summary: 'What the institution must still fill in before the site goes public',
});

type Named = Pick<PlatformSettings, 'institution' | 'contactEmail' | 'staffNeedSecondFactor'>;

/** What is still missing, in the order in which it is filled in. */
export function goingPublic(settings: Named, pages: readonly Pick<SitePageView, 'page' | 'facts'>[]): GoingPublicView {
  const ofPages = sitePageNames.flatMap((page) => {
    const facts = pages.find((one) => one.page === page)?.facts ?? {};
    return neededOn(page, facts)
      .flatMap((fact) => missingIn(fact, facts[fact]))
      .map((field): MissingFact => ({ where: page, field }));
  });
  const missing = [...missingSettings(settings).map((field): MissingFact => ({ where: 'settings', field })), ...ofPages];
  return { ready: missing.length === 0, missing };
}

function missingSettings({ institution, contactEmail, staffNeedSecondFactor }: Named): string[] {
  return [
    ...languages.filter((language) => !institution?.[language]).map((language) => `institution.${language}`),
    ...(contactEmail ? [] : ['contactEmail']),
    ...(staffNeedSecondFactor === false ? ['secondFactor'] : []),
  ];
}

function missingIn(fact: FactName, stated: TextByLanguage | string | undefined): string[] {
  if (!isInWords(fact)) return stated ? [] : [fact];
  const words = typeof stated === 'object' ? stated : {};
  return languages.filter((language) => !words[language]).map((language) => `${fact}.${language}`);
}
