import { Finding, plural, type AnsweredView } from '@isegoria/audit-kit';
import { listsStatements, onEarlierPageOf } from '@isegoria/consultations/recount';
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
import type { Motion, Stood } from '../recount/stood';
import type { Source } from '../source/source';
import { api, look } from '../words/ask';
import { checkConsultationPage } from './consultation-page';
import { checkChoices } from './choices';
import { HeldPages } from './moving/held-page';
import { PageReader } from './moving/page-reader';
import { motionOf, resultsInLog, stillResults, type ResultsAnswers } from './moving/results-in-motion';
import { consultationInLog, shownOfConsultation, stillWords, type AnswersInWords } from './moving/words-in-motion';
import { actsInTranslation, inTranslation } from './reading/in-translation';
import { checkOfficialsPage } from './officials-page';
import type { ReadPage } from './page-finding';
import { checkThemesPage } from './themes/themes-page';
import { checkResultsPage } from './results-page';

/** What a browser without scripts shows of a site's pages, compared with what the site answers, which is compared with the log. */
export class Pages {
  private readonly reader: PageReader;
  private readonly held: HeldPages;

  constructor(private readonly source: Source) {
    this.reader = new PageReader(source);
    this.held = new HeldPages(source, this.reader);
  }

  /** How many pages show what they must. */
  get checked(): number {
    return this.held.checked;
  }

  /** Of pages that wait for the log. */
  get motions(): Motion[] {
    return this.held.motions;
  }

  /**
   * Checks the page of results.
   * @param again reads the figures once more, for a page that is of a later moment
   * @returns the figures that were read last
   */
  async checkResults<Published extends PublishedFigures>(first: Published, again: () => Promise<Published>): Promise<Published> {
    const beside = async (published: Published) => ({ ...published, consultation: await this.consultation(published.id) });
    const check = (page: ReadPage, answers: ResultsAnswers) => this.checkFigures(page, answers);
    return this.held.hold<Published & ResultsAnswers>({
      path: `/consultations/${first.id}/results`,
      answers: await beside(first),
      again: async () => beside(await again()),
      check,
      between: stillResults(check),
      motion: motionOf,
      inLog: resultsInLog(check),
    });
  }

  /** Checks the page of results as they stood at the position that they name: nothing moves there. */
  async checkEarlierResults(figures: PublishedFigures): Promise<void> {
    // How many people there are in all, and what is owed, is of now, and stands on pages of now alone.
    const { participants: _, answer: __, milestonesOverdue: ___, ...consultation } = await this.consultation(figures.id);
    const path = `/consultations/${figures.id}/results/as-of/${figures.results.position}`;
    await this.held.check(path, (page) => this.checkFigures(page, { ...figures, consultation }, onEarlierPageOf));
  }

  /** Checks the pages of consultations and of what officials did, against answers that were read before. */
  async checkWords(answered: AnsweredBefore): Promise<void> {
    for (const [path, answer] of answered(showConsultation)) {
      const consultation = answer as ConsultationView;
      const withLists = consultation.activities.filter(listsStatements);
      const lists = (answered(listStatements) as readonly StatementsAnswer[]).filter(([list]) =>
        withLists.some(({ id }) => list.startsWith(`${api}/activities/${id}/`)),
      );
      const check = async (page: ReadPage, [shown, ...statements]: readonly unknown[]) => {
        const say = await inTranslation(this.source, shown as ConsultationView, page.language);
        checkConsultationPage(page, say(shown as ConsultationView));
        const pages = (statements as readonly StatementsAnswer[1][]).map(({ items }, index) => ({
          isFirst: lists[index]![0].endsWith('?status=accepted'),
          items,
        }));
        checkChoices(page, say(shown as ConsultationView), say(pages));
      };
      await this.held.hold({
        ...this.inWords(`/consultations/${consultation.id}`, [[path, answer], ...lists], check, shownOfConsultation),
        motion: (_, { before, after }) => ({
          ...{ id: consultation.id, from: before.reached, to: after.reached },
          ...{ places: [], views: [], placed: [] },
        }),
        inLog: consultationInLog(check),
      });
    }
    await this.checkThemes(answered);
    const [first] = answered(listOfficialActions);
    if (!first) return;
    const check = async (page: ReadPage, [list]: readonly unknown[]) =>
      checkOfficialsPage(page, await actsInTranslation(this.source, (list as OfficialsAnswer).items, page.language));
    await this.held.hold(this.inWords('/transparency/officials', [first], check));
  }

  /** Checks the pages of what offices answered by theme. */
  private async checkThemes(answered: AnsweredBefore): Promise<void> {
    for (const [path, answer] of answered(listThemes)) {
      const { items } = answer as ThemesAnswer;
      const [, id] = /\/consultations\/([\da-f-]+)\/themes$/.exec(path) ?? [];
      const place = answered(showConsultation).find(([known]) => known === `${api}/consultations/${id}`);
      if (!place || items.length === 0) continue;
      const check = async (page: ReadPage, [themes, consultation]: readonly unknown[]) => {
        const say = await inTranslation(this.source, consultation as ConsultationView, page.language);
        checkThemesPage(page, consultation as ConsultationView, say((themes as ThemesAnswer).items));
      };
      const shownOf = ([themes, consultation]: readonly unknown[]) => [themes, shownOfConsultation([withoutPeople(consultation)])];
      await this.held.hold(this.inWords(`/consultations/${id}/themes`, [[path, answer], place], check, shownOf));
    }
  }

  /** Holds pages that moved against the log. */
  settle(stoodIn: (motion: Motion) => Stood | undefined): Promise<void> {
    return this.held.settle(stoodIn);
  }

  /** @throws Finding page, the first */
  refuse(): void {
    if (this.held.found) throw this.held.found;
    const [missing] = this.reader.missing;
    if (this.checked > 0 && missing !== undefined)
      throw new Finding('page', `The site serves no page at ${missing}, and serves others that are beside it.`);
  }

  /** In one sentence each. */
  notChecked(): string[] {
    const { size } = this.reader.missing;
    return [
      ...(size > 0 ? [`${plural(size, 'page', 'pages')} that the site does not serve here`] : []),
      ...this.held.notChecked(),
      ...(this.checked > 0
        ? [
            `what pages draw and not write, as charts; what their stylesheets and scripts change; what they say besides ` +
              `the answers, and outside their main part; other pages than those of results, of ` +
              `consultations, of themes and of what officials did; statements that are moderated afterwards; and languages other than the one that the site prefers and one more`,
          ]
        : []),
    ];
  }

  private async consultation(id: string): Promise<Partial<ConsultationView>> {
    return JSON.parse((await this.source.optional(`${api}/consultations/${id}`)) ?? '{}') as Partial<ConsultationView>;
  }

  private async checkFigures(page: ReadPage, { results, views, consultation }: ResultsAnswers, onPage?: typeof onEarlierPageOf) {
    const say = await inTranslation(this.source, consultation, page.language);
    const answers = views.map(({ view, answer }) => ({ view, answer: say(answer) }));
    checkResultsPage(page, say(consultation), say(results), answers, onPage);
  }

  /** A page that is compared with answers as they are. */
  private inWords(path: string, answers: readonly Answer[], judge: WordsCheck, shownOf?: (answers: readonly unknown[]) => unknown) {
    const again = async (): Promise<AnswersInWords | undefined> => {
      const { consultations } = (await look(this.source)).groups;
      const bodies: (string | undefined)[] = [];
      for (const [asked] of answers) bodies.push(await this.source.anew(asked));
      if (bodies.includes(undefined)) return undefined;
      return { reached: consultations?.position ?? -1, answers: bodies.map((body) => JSON.parse(body!) as unknown) };
    };
    return {
      path,
      answers: { reached: -1, answers: answers.map(([, answer]) => answer) } as AnswersInWords,
      again,
      check: (page: ReadPage, read: AnswersInWords) => judge(page, read.answers),
      between: stillWords(judge, shownOf),
    };
  }
}

const withoutPeople = (consultation: unknown) => ({ ...(consultation as ConsultationView), participants: null });

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
type OfficialsAnswer = { readonly items: readonly OfficialAction[] };
type ThemesAnswer = { readonly items: readonly ThemeView[] };
type WordsCheck = (page: ReadPage, answers: readonly unknown[]) => void | Promise<void>;
