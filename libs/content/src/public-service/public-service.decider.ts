import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  categoriesSaid,
  mustBeOpen,
  permitted,
  type Actor,
  type Language,
  type UnitStanding,
  type WithStandings,
} from '@isegoria/kernel';
import { wordsOfService, type ServiceChannels, type ServiceWords } from './described/described.contract';
import { lifeEvents } from './described/life-events.contract';
import type { ServiceDetails, TranslateService, WithdrawService } from './public-service.contract';
import type { ServiceEvent, ServiceStatus } from './public-service-events.contract';

interface ByOfficial {
  readonly serviceId: string;
  readonly actor: Actor;
}
type Details = ServiceDetails & WithStandings;
export type ServiceCommand =
  | (ByOfficial & Details & { type: 'DraftService'; unit: string; standing: UnitStanding })
  | (ByOfficial & Details & { type: 'ReviseService' })
  | (ByOfficial & TranslateService & { type: 'TranslateService' })
  | (ByOfficial & { type: 'PublishService' })
  | (ByOfficial & WithdrawService & { type: 'WithdrawService' });

export interface ServiceState {
  /** The unit that is responsible for it. */
  readonly unit: string;
  readonly status: ServiceStatus;
  readonly language: Language;
  readonly categories?: readonly string[];
  readonly translated: readonly Language[];
}

/**
 * The life of one entry of the directory, in the hands of officials of the unit that is responsible for it. What is revised shows at once,
 * whatever its status; its translations stay and are shown as of older words.
 */
export const serviceDecider: Decider<ServiceState | undefined, ServiceCommand, ServiceEvent> = {
  initialState: undefined,

  decide(command, service) {
    const { serviceId, actor } = command;
    if (command.type === 'DraftService') {
      const by = permitted(actor, 'publish', command.unit).accountId;
      if (service) throw new Rejection('ALREADY_DONE');
      mustBeOpen(command.standing);
      return [{ type: 'ServiceDrafted', data: { serviceId, unit: command.unit, ...detailsOf(command), by } }];
    }
    if (!service) throw new Rejection('SERVICE_NOT_FOUND');
    const by = permitted(actor, 'publish', service.unit).accountId;
    switch (command.type) {
      case 'ReviseService':
        return [{ type: 'ServiceRevised', data: { serviceId, ...detailsOf(command, service.categories), by } }];
      case 'TranslateService':
        return translate(command, service, by);
      case 'PublishService':
        return service.status === 'published' ? [] : [{ type: 'ServicePublished', data: { serviceId, by } }];
      case 'WithdrawService':
        return service.status === 'withdrawn' ? [] : [{ type: 'ServiceWithdrawn', data: { serviceId, by, reason: command.reason } }];
    }
  },

  evolve(service, event) {
    switch (event.type) {
      case 'ServiceDrafted': {
        const { unit, language, categories } = event.data;
        return { unit, status: 'draft', language, categories, translated: [] };
      }
      case 'ServiceRevised': {
        const { language, categories } = event.data;
        return service && { ...service, language, categories, translated: service.translated.filter((other) => other !== language) };
      }
      case 'ServiceTranslated': {
        const { language, words } = event.data;
        const others = service?.translated.filter((other) => other !== language) ?? [];
        return service && { ...service, translated: words ? [...others, language] : others };
      }
      case 'ServicePublished':
        return service && { ...service, status: 'published' };
      case 'ServiceWithdrawn':
        return service && { ...service, status: 'withdrawn' };
      default:
        return unchangedBy(event, service);
    }
  },
};

function translate({ serviceId, language, words }: TranslateService, service: ServiceState, by: string): ServiceEvent[] {
  if (language === service.language) throw new Rejection('VALIDATION_FAILED', { field: 'language', params: { constraint: 'doesNotFit' } });
  if (!words && !service.translated.includes(language)) return [];
  return [{ type: 'ServiceTranslated', data: { serviceId, language, words: words && plain(words), by } }];
}

/** In one order, whatever the order of the request. */
function detailsOf({ language, words, channels, lifeEvents: chosen, ...about }: Details, before?: readonly string[]) {
  mustBeReached(words, channels);
  const { online, phone, email } = channels;
  return {
    language,
    words: plain(words),
    channels: { online, phone, email, hours: inOrder(channels.hours) },
    lifeEvents: lifeEvents.filter((one) => chosen.includes(one)),
    ...categoriesSaid(about, before),
  };
}

const plain = (words: ServiceWords) => Object.fromEntries(wordsOfService.map((name) => [name, words[name]])) as unknown as ServiceWords;

/** Policy: whoever reads of a service can get it, in one way at least. */
function mustBeReached({ office, post }: ServiceWords, { online, phone, email }: ServiceChannels): void {
  if ([online, phone, email, office, post].some((way) => way !== null)) return;
  throw new Rejection('VALIDATION_FAILED', { field: 'channels.online', params: { constraint: 'hasNoWay' } });
}

/** Policy: an office closes after it opens, and opens again after it closed. */
function inOrder(hours: ServiceChannels['hours']): ServiceChannels['hours'] {
  hours.forEach(({ day, opens, closes }, at) => {
    const overlaps = hours.some((other, index) => index < at && other.day === day && other.opens < closes && opens < other.closes);
    if (opens < closes && !overlaps) return;
    throw new Rejection('VALIDATION_FAILED', { field: `channels.hours[${at}]`, params: { constraint: 'isTurnedRound' } });
  });
  return hours.map(({ day, opens, closes }) => ({ day, opens, closes }));
}
