import {
  InAnyOrder,
  eventIn,
  isAbout,
  pageMustBe,
  said,
  shown,
  someCategories,
  timeSaid,
  type Entry,
  type Fields,
  type MustBe,
  type ShownBook,
} from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import { saysTheSame, type ServiceWords } from '../described/described.contract';
import { lifeEvents } from '../described/life-events.contract';
import {
  listServices,
  showService,
  showUnitsOfServices,
  type ListServices,
  type ServiceView,
  type TranslatedService,
} from '../public-service.contract';
import { eventsOfServices, type ServiceDrafted, type ServiceEvent, type ServiceRevised } from '../public-service-events.contract';

type Details = ServiceRevised['data'];
type Own = Pick<ServiceView, 'language' | 'words' | 'channels' | 'lifeEvents' | 'categories' | 'revisedAt' | 'version'>;

interface Translation {
  readonly madeFrom: number;
  readonly shown: Fields<Omit<TranslatedService, 'isOfOlderWords'>>;
}

interface KnownService {
  readonly id: string;
  readonly unit: string;
  /** Where in the log it was first published. */
  place: number;
  details: Details;
  own: Fields<Own>;
  wordsPosition: number;
  translations: Map<string, Translation>;
  translationsVersion: MustBe<number>;
  isPublished: boolean;
  publishedAt: MustBe<string> | undefined;
}

/** The directory of services, as everybody may read it. */
export class PublicServicesShown implements ShownBook {
  readonly events = eventsOfServices.map(({ type }) => type);
  private readonly services = new Map<string, KnownService>();
  /** In the order of their first publication. */
  private readonly published: KnownService[] = [];

  take(entry: Entry): void {
    const event = eventIn<ServiceEvent>(entry);
    if (!event) return;
    if (event.type === 'ServiceDrafted') this.draft(entry, event.data);
    const service = this.services.get(event.data.serviceId);
    if (!service) return;
    if (event.type === 'ServiceRevised') revise(service, entry, event.data);
    if (event.type === 'ServiceTranslated') translate(service, entry, event.data.language, event.data.words);
    if (event.type === 'ServiceWithdrawn') service.isPublished = false;
    if (event.type !== 'ServicePublished') return;
    service.isPublished = true;
    if (service.publishedAt !== undefined) return;
    service.publishedAt = said(entry, timeSaid(entry));
    service.place = entry.position;
    this.published.push(service);
  }

  readonly shows = [
    shown<ListServices, Page<ServiceView>>({
      query: listServices,
      groups: ['public-services'],
      asks: () => [
        {},
        ...lifeEvents.map((lifeEvent) => ({ lifeEvent })),
        ...someCategories(this.published.flatMap(({ details }) => details.categories ?? [])),
      ],
      expected: ({ lifeEvent, topic, area, cursor }) =>
        pageMustBe({
          things: this.published.filter(({ isPublished, details: { lifeEvents: chosen, categories = [] } }) => {
            const isFor = lifeEvent === undefined || chosen.includes(lifeEvent);
            return isPublished && isFor && isAbout(categories, topic) && isAbout(categories, area);
          }),
          placeOf: ({ place }) => place,
          itemOf: viewOf,
          cursor,
          newestFirst: true,
        }),
    }),
    shown({
      query: showService,
      groups: ['public-services'],
      asks: ({ itemsOf }) => itemsOf(listServices).map(({ id }) => ({ serviceId: id })),
      expected: ({ serviceId }) => {
        const service = this.services.get(serviceId);
        return service?.isPublished ? viewOf(service) : undefined;
      },
    }),
    shown({
      query: showUnitsOfServices,
      groups: ['public-services'],
      asks: () => [{}],
      expected: () => {
        const units = this.published.filter(({ isPublished }) => isPublished).map(({ unit }) => unit);
        return { units: new InAnyOrder([...new Set(units)]) };
      },
    }),
  ];

  private draft(entry: Entry, drafted: ServiceDrafted['data']): void {
    if (this.services.has(drafted.serviceId)) return;
    this.services.set(drafted.serviceId, {
      id: drafted.serviceId,
      unit: drafted.unit,
      place: -1,
      details: drafted,
      own: ownOf(entry, drafted),
      wordsPosition: entry.position,
      translations: new Map(),
      translationsVersion: said(entry, entry.position),
      isPublished: false,
      publishedAt: undefined,
    });
  }
}

function ownOf(entry: Entry, details: Details): Fields<Own> {
  const { language, words, channels, lifeEvents: chosen, categories = [] } = details;
  return {
    language: said(entry, language),
    words: said<ServiceWords>(entry, words),
    channels: said<ServiceView['channels']>(entry, channels),
    lifeEvents: said<readonly string[]>(entry, chosen),
    categories: said<readonly string[]>(entry, categories),
    revisedAt: said(entry, timeSaid(entry)),
    version: said(entry, entry.position),
  };
}

function revise(service: KnownService, entry: Entry, details: Details): void {
  const isSame = details.language === service.details.language && saysTheSame(details.words, service.details.words);
  if (!isSame) service.wordsPosition = entry.position;
  service.translations.delete(details.language);
  Object.assign(service, { details, own: ownOf(entry, details), translationsVersion: said(entry, entry.position) });
}

function translate(service: KnownService, entry: Entry, language: Details['language'], words: ServiceWords | null): void {
  service.translations.delete(language);
  service.translationsVersion = said(entry, entry.position);
  if (!words) return;
  const at = { translatedAt: said(entry, timeSaid(entry)) };
  service.translations.set(language, {
    madeFrom: service.wordsPosition,
    shown: { language, words: said<ServiceWords>(entry, words), ...at },
  });
}

function viewOf({ id, unit, own, translations, wordsPosition, translationsVersion, publishedAt }: KnownService): MustBe<ServiceView> {
  return {
    ...{ id, unit, status: 'published', ...own, translationsVersion, publishedAt: publishedAt ?? null },
    translations: [...translations.values()].map((one) => ({ ...one.shown, isOfOlderWords: one.madeFrom < wordsPosition })),
  };
}
