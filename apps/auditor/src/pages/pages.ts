import { Finding, plural, type AnsweredView } from '@isegoria/audit-kit';
import { listsStatements } from '@isegoria/consultations/recount';
import {
  listOfficialActions,
  listStatements,
  listThemes,
  showConsultation,
  type ConsultationResults,
  type ConsultationView,
  type OfficialAction,
  type StatementView,
  type ThemeView,
} from '@isegoria/contracts';
import { onEarlierPageOf } from '@isegoria/consultations/recount';
import { languages, sourceLanguage, type Language } from '@isegoria/texts';
import type { Source } from '../source/source';
import { api } from '../words/ask';
import { checkConsultationPage } from './consultation-page';
import { checkChoices } from './choices';
import { inTranslation } from './reading/in-translation';
import { checkOfficialsPage } from './officials-page';
import type { ReadPage } from './page-finding';
import { checkThemesPage } from './themes/themes-page';
import { checkResultsPage } from './results-page';
import { ownStyleIn } from './reading/own-style';
import { hidingClasses, visibleLines } from './reading/visible-text';

/** @throws Finding page */
type Check = (page: ReadPage) => void | Promise<void>;

/** A page and the answer that it is compared with are read so often while a site moves on. */
const attempts = 3;

/** What a browser without scripts shows of a site's pages, compared with what the site answers, which is compared with the log. */
export class Pages {
  private readonly hiding = new Map<string, ReadonlySet<string>>();
  private readonly moved: string[] = [];
  /** Addresses at which there is no page. */
  private readonly missing: string[] = [];
  private found: Finding | undefined;
  /** How many pages show what they must. */
  checked = 0;

  constructor(private readonly source: Source) {}

  /**
   * Checks the page of results.
   * @param again reads the figures once more, for a page that is of a later moment
   * @returns the figures that the page was compared with
   */
  async checkResults<Published extends PublishedFigures>(first: Published, again: () => Promise<Published>): Promise<Published> {
    let published = first;
    for (let attempt = 1; ; attempt++) {
      const { id, results, views } = published;
      const consultation = JSON.parse((await this.source.optional(`${api}/consultations/${id}`)) ?? '{}') as Partial<ConsultationView>;
      const wrong = await this.wrongIn(`/consultations/${id}/results`, async (page) => {
        const say = await inTranslation(this.source, consultation, page.language);
        const answers = views.map(({ view, answer }) => ({ view, answer: say(answer) }));
        checkResultsPage(page, say(consultation), say(results), answers);
      });
      if (!wrong || attempt === attempts || !this.source.isLive) {
        this.found ??= wrong;
        return published;
      }
      published = await again();
    }
  }

  /** Checks the page of results as they stood at the position that they name: nothing moves there. */
  async checkEarlierResults({ id, results, views }: PublishedFigures): Promise<void> {
    const answered = JSON.parse((await this.source.optional(`${api}/consultations/${id}`)) ?? '{}') as Partial<ConsultationView>;
    // How many people there are in all, and what is owed, is of now, and stands on pages of now alone.
    const { participants: _, answer: __, milestonesOverdue: ___, ...consultation } = answered;
    this.found ??= await this.wrongIn(`/consultations/${id}/results/as-of/${results.position}`, async (page) => {
      const say = await inTranslation(this.source, consultation, page.language);
      const answers = views.map(({ view, answer }) => ({ view, answer: say(answer) }));
      checkResultsPage(page, say(consultation), say(results), answers, onEarlierPageOf);
    });
  }

  /** Checks the pages of consultations and of what officials did, against answers that were read before. */
  async checkWords(answered: AnsweredBefore): Promise<void> {
    for (const [path, answer] of answered(showConsultation)) {
      const consultation = answer as ConsultationView;
      const withLists = consultation.activities.filter(listsStatements);
      const lists = (answered(listStatements) as readonly StatementsAnswer[]).filter(([list]) =>
        withLists.some(({ id }) => list.startsWith(`${api}/activities/${id}/`)),
      );
      const statements = lists.map(([list, { items }]) => ({ isFirst: list.endsWith('?status=accepted'), items }));
      await this.checkPage(`/consultations/${consultation.id}`, [[path, answer], ...lists], async (page) => {
        const say = await inTranslation(this.source, consultation, page.language);
        checkConsultationPage(page, say(consultation));
        checkChoices(page, say(consultation), say(statements));
      });
    }
    await this.checkThemes(answered);
    const [first] = answered(listOfficialActions);
    if (!first) return;
    const { items } = first[1] as { readonly items: readonly OfficialAction[] };
    await this.checkPage('/transparency/officials', [first], (page) => checkOfficialsPage(page, items));
  }

  /** Checks the pages of what offices answered by theme. */
  private async checkThemes(answered: AnsweredBefore): Promise<void> {
    for (const [path, answer] of answered(listThemes)) {
      const { items } = answer as { readonly items: readonly ThemeView[] };
      const [, id] = /\/consultations\/([\da-f-]+)\/themes$/.exec(path) ?? [];
      const place = answered(showConsultation).find(([known]) => known === `${api}/consultations/${id}`);
      if (!place || items.length === 0) continue;
      const consultation = place[1] as ConsultationView;
      await this.checkPage(`/consultations/${id}/themes`, [[path, answer], place], async (page) => {
        const say = await inTranslation(this.source, consultation, page.language);
        checkThemesPage(page, consultation, say(items));
      });
    }
  }

  /** @throws Finding page, the first */
  refuse(): void {
    if (this.found) throw this.found;
    const [missing] = this.missing;
    if (this.checked > 0 && missing !== undefined)
      throw new Finding('page', `The site serves no page at ${missing}, and serves others that are beside it.`);
  }

  /** In one sentence each. */
  notChecked(): string[] {
    return [
      ...(this.missing.length > 0 ? [`${plural(this.missing.length, 'page', 'pages')} that the site does not serve here`] : []),
      ...(this.moved.length > 0 ? [`pages that changed while they were read: ${this.moved.join(', ')}`] : []),
      ...(this.checked > 0
        ? [
            `what pages draw and not write, as charts; what their stylesheets and scripts change; what they say besides ` +
              `the answers, and outside their main part; other pages than those of results, of ` +
              `consultations, of themes and of what officials did; statements that are moderated afterwards; and languages other than the one that the site prefers and one more`,
          ]
        : []),
    ];
  }

  private async checkPage(path: string, answers: readonly Answer[], check: Check): Promise<void> {
    const wrong = await this.wrongIn(path, check);
    if (!wrong) return;
    for (const [answerPath, answer] of this.source.isLive ? answers : []) {
      const now = await this.source.optional(answerPath);
      if (now !== undefined && now !== JSON.stringify(answer)) return void this.moved.push(path);
    }
    this.found ??= wrong;
  }

  /**
   * The first thing that is wrong with a page: at the address that everybody opens, in the language that the site prefers, and then in one
   * other, so that what a page writes is checked in two ways of writing.
   */
  private async wrongIn(path: string, check: Check): Promise<Finding | undefined> {
    const [plain, first] = await this.readAs(path, check, sourceLanguage);
    if (first) return first;
    const other = languages.find((language) => language !== plain)!;
    const [, second] = await this.readAs(`${path}?lang=${other}`, check, other);
    return second;
  }

  /** In which language a page is, and the first thing that is wrong with it. @param language the one that it is believed to be in */
  private async readAs(path: string, check: Check, language: Language): Promise<[Language, Finding | undefined]> {
    const html = await this.source.page(path);
    if (html === undefined) {
      this.missing.push(path);
      return [language, undefined];
    }
    const said = languageOf(html) ?? language;
    try {
      const styled = ownStyleIn(html);
      if (styled !== undefined)
        throw new Finding('page', `The page ${path} has a style of its own, which may hide what it says: ${styled}.`);
      await check({ path, language: said, lines: visibleLines(html, await this.hiddenBy(html)) });
    } catch (error) {
      if (error instanceof Finding) return [said, error];
      throw error;
    }
    this.checked += 1;
    return [said, undefined];
  }

  /** The classes that the stylesheets of a page hide. */
  private async hiddenBy(html: string): Promise<ReadonlySet<string>> {
    const hidden = new Set<string>();
    for (const [, path = ''] of html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="(\/[^"]*)"/g)) {
      let classes = this.hiding.get(path);
      if (!classes) this.hiding.set(path, (classes = new Set(hidingClasses((await this.source.optional(path)) ?? ''))));
      for (const one of classes) hidden.add(one);
    }
    return hidden;
  }
}

/** What pages of results are compared with. */
export interface PublishedFigures {
  readonly id: string;
  readonly results: ConsultationResults;
  readonly views: readonly AnsweredView[];
}

/** The answers to a query that were read, with their paths. */
export type AnsweredBefore = (query: object) => readonly Answer[];
type StatementsAnswer = readonly [path: string, answer: { readonly items: readonly StatementView[] }];
type Answer = readonly [path: string, answer: unknown];

/** As a page names it itself; undefined where it names none that the product speaks. */
function languageOf(html: string): Language | undefined {
  const named = /<html[^>]*\blang="([^"]*)"/i.exec(html)?.[1];
  return languages.find((language) => language === named);
}
