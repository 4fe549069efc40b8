import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, formFor, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { languages } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { factsOf, isInWords, sitePageNames, type FactName, type SitePageName, type StatedFacts } from '../facts.contract';
import { showGoingPublic } from '../going-public/going-public.contract';
import { GoingPublicPage } from '../going-public/going-public.page';
import { fillInSitePage, showSitePage, type FillInSitePage } from '../site-page.contract';
import { EditSitePage } from './site-office.page';

@Controller('office/site-pages')
export class SiteOfficeController {
  @Get()
  async goingPublic(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('administer');
    const view = await visit.api.ask(showGoingPublic, {});
    visit.show(<GoingPublicPage view={view} />, { title: visit.texts.t('goingPublic.title') });
  }

  @Get(':page')
  async edit(@Res() { visit }: Visited, @Param('page') asked: string): Promise<void> {
    const page = pageCalled(asked);
    await show(visit, page);
  }

  @Post(':page')
  async save(@Res() { visit }: Visited, @Param('page') asked: string, @Body() body: unknown): Promise<void> {
    const page = pageCalled(asked);
    await carry(visit, body, fillInSitePage, {
      command: (form) => ({ page, ...factsIn(form, page) }),
      accepted: ({ position }) => visit.seeOther('/office/site-pages', position),
      refused: (form, status) => show(visit, page, form, status),
    });
  }
}

async function show(visit: Visit, page: SitePageName, refused?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const { facts, version } = await visit.api.ask(showSitePage, { page });
  const form = formFor({ version, values: fieldsOf(page, facts) }, refused);
  const { t } = visit.texts;
  visit.show(<EditSitePage page={page} form={form} />, {
    title: t('sitePage.edit', { page: t(`nav.${page}`) }),
    status,
    address: `/office/site-pages/${page}`,
  });
}

/** @throws Rejection NOT_FOUND */
function pageCalled(asked: string): SitePageName {
  const page = sitePageNames.find((name) => name === asked);
  if (!page) throw new Rejection('NOT_FOUND');
  return page;
}

/** One field for a day or an answer, and one for each language where it is words: `controller.fr`. */
function fieldsOf(page: SitePageName, facts: StatedFacts): Record<string, string | undefined> {
  return Object.fromEntries(
    factsOf[page].flatMap((fact) => {
      const stated = facts[fact];
      if (typeof stated === 'string') return [[fact, stated]];
      return languages.map((language) => [`${fact}.${language}`, stated?.[language]]);
    }),
  );
}

function factsIn(form: FormState, page: SitePageName): Omit<FillInSitePage, 'page'> {
  return Object.fromEntries(factsOf[page].map((fact) => [fact, isInWords(fact) ? wordsIn(form, fact) : textOf(form, fact).trim() || null]));
}

/** A field that was emptied counts as absent. */
function wordsIn(form: FormState, fact: FactName): Readonly<Record<string, string>> {
  const words = languages.map((language) => [language, textOf(form, `${fact}.${language}`).trim()]);
  return Object.fromEntries(words.filter(([, text]) => text !== '')) as Record<string, string>;
}
