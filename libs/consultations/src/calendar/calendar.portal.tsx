import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ApiClient } from '@isegoria/api-client';
import { isWithin } from '@isegoria/kernel';
import {
  SETTINGS,
  idInPath,
  unitsToNarrow,
  withQuery,
  categoriesOf,
  type PortalSettings,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { languages, textsIn, type Language } from '@isegoria/texts';
import type { ChosenConsultations } from '../category/chosen/chosen.contract';
import { chosenIn } from '../category/hub/narrowing.portal';
import { showUnitsOfConsultations } from '../consultation/consultation.contract';
import { listMilestones } from '../milestone/milestone.contract';
import { readConsultation } from '../translation/reading/translated.page';
import { TranslatedNames } from '../translation/reading/translated-names.portal';
import { CalendarPage } from './calendar.page';
import { calendarPath, datesOfAll, entriesOf, namesIn, revisionOf, type DateOf } from './entries.page';
import { calendarFile, readAgainAfter } from './icalendar';
import { KnownDates } from './known-dates.portal';

/** Characters. */
const mostKept = 16_000_000;

/** When consultations open and close, and when answers are promised: a page, and files for calendar programs. */
@Controller()
export class CalendarController {
  private readonly known: KnownDates;
  private readonly names: TranslatedNames;
  /** Made once for all who ask until the dates are read again: the file of a large site takes a second. */
  private readonly files = new LRUCache<string, string>({ maxSize: mostKept, sizeCalculation: ({ length }) => length });

  constructor(@Inject(SETTINGS) settings: PortalSettings) {
    const api = new ApiClient(settings.gatewayUrl, {});
    [this.known, this.names] = [new KnownDates(api), new TranslatedNames(api)];
  }

  @Get('calendar')
  async show(@Res() { visit }: Visited): Promise<void> {
    const chosen = chosenIn(visit);
    const { unit, topic, area } = chosen;
    const isNarrowed = (topic ?? area) !== undefined;
    const [dates, units, tree] = await Promise.all([
      this.datesIn(visit.texts.language, chosen),
      unitsToNarrow(visit, showUnitsOfConsultations),
      isNarrowed ? categoriesOf(visit) : undefined,
    ]);
    const file = withQuery('/calendar.ics', { unit, topic, area, lang: visit.texts.language });
    const page = <CalendarPage {...{ dates, units, unit, file, tree, topic, area }} site={visit.siteAddress} />;
    visit.show(page, { title: visit.texts.t('calendar.title') });
  }

  @Get('calendar.ics')
  async file(@Res() response: Visited): Promise<void> {
    const { visit } = response;
    const { unit, topic, area } = chosenIn(visit);
    const dates = await this.datesIn(visit.texts.language, { unit, topic, area });
    const made = this.known.readAt;
    const key = JSON.stringify([made, unit, topic, area, visit.texts.language, visit.siteZone, visit.origin, visit.ministry]);
    const file = this.files.get(key) ?? fileOf(visit, { dates, made, path: withQuery(calendarPath, { unit, topic, area }) });
    this.files.set(key, file);
    send(response, file);
  }

  @Get('consultations/:id/calendar.ics')
  async ofOne(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const consultationId = idInPath(id);
    const [view, { items: milestones }] = await Promise.all([
      readConsultation(response.visit.publicApi, response.visit.texts.language, consultationId),
      response.visit.publicApi.ask(listMilestones, { consultationId }),
    ]);
    const dates = datesOfAll([{ ...view, ...revisionOf(view), milestones }]);
    send(response, fileOf(response.visit, { dates, made: new Date(), path: `/consultations/${consultationId}` }));
  }

  private async datesIn(language: Language, { unit, topic, area }: ChosenConsultations): Promise<DateOf[]> {
    const isOf = (categories: readonly string[], chosen: string | undefined) =>
      chosen === undefined || categories.some((category) => isWithin(category, chosen));
    const all = await this.known.all();
    const chosen = all.filter((one) => isWithin(one.unit, unit ?? one.unit) && isOf(one.categories, topic) && isOf(one.categories, area));
    return datesOfAll(await this.names.into(language, chosen, namesIn));
  }
}

/**
 * The same for everybody who asks under the same address, in the zone of the site: caches may keep it where the address says the language,
 * and where the operator said how the site is called. Cookies are no part of it.
 */
function send(response: Visited, file: string): void {
  const { visit } = response;
  const isSaid = languages.some((language) => language === visit.request.query['lang']);
  const isPublic = isSaid && visit.siteAddress !== undefined;
  if (isPublic) response.removeHeader('set-cookie');
  response.set({
    'cache-control': isPublic ? `public, max-age=${readAgainAfter}` : 'no-store',
    'content-disposition': 'attachment; filename="calendar.ics"',
  });
  response.type('text/calendar; charset=utf-8').send(file);
}

/** @param path of the page that says the same */
function fileOf(visit: Visit, { dates, made, path }: { dates: readonly DateOf[]; made: Date; path: string }): string {
  const texts = textsIn(visit.texts.language, visit.siteZone);
  const name = `${texts.t('calendar.title')} – ${visit.ministry}`;
  const head = { name, address: visit.origin + path, language: texts.language, made };
  return calendarFile(head, entriesOf(texts, visit.origin, dates));
}
