import { event, rootUnit, stream, type DomainEvent, type Language } from '@isegoria/kernel';
import type { ServiceChannels, ServiceWords } from './described/described.contract';
import type { LifeEvent } from './described/life-events.contract';

export const serviceStatuses = ['draft', 'published', 'withdrawn'] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

const services = stream('public-service-<serviceId>', 'public');
const serviceId = '5e41ce00-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';

interface Details {
  readonly serviceId: string;
  readonly language: Language;
  readonly words: Readonly<ServiceWords>;
  readonly channels: Readonly<ServiceChannels>;
  readonly lifeEvents: readonly LifeEvent[];
  /** Topics and areas; absent where there are none. */
  readonly categories?: readonly string[];
  readonly by: string;
}
const details: Details = {
  serviceId,
  language: 'en',
  words: {
    title: 'Register a new address',
    summary: 'Tell the city where you live now.',
    eligibility: 'Everybody who has moved into the city.',
    needed: ['An identity card'],
    cost: 'Free of charge',
    duration: 'One day',
    office: null,
    post: null,
  },
  channels: {
    ...{ online: 'https://forms.example/address', phone: null, email: null },
    hours: [{ day: 'monday', opens: '08:30', closes: '12:00' }],
  },
  lifeEvents: ['moving'],
  by,
};

export type ServiceDrafted = DomainEvent<'ServiceDrafted', Details & { unit: string }>;
export const serviceDrafted = event<ServiceDrafted>('ServiceDrafted', {
  stream: services,
  says:
    'An entry of the directory of services is begun; nobody outside sees it. `words` are those in `language`, `channels` how people ' +
    'reach it, `lifeEvents` what leads them to it, and `categories` the topics and areas that it is about.',
  may: 'publish',
  sample: { ...details, unit: rootUnit },
});

export type ServiceRevised = DomainEvent<'ServiceRevised', Details>;
export const serviceRevised = event<ServiceRevised>('ServiceRevised', {
  stream: services,
  says: 'Something else is said of the service from now on, all of it anew; shows at once where it is published.',
  may: 'publish',
  act: { subject: 'serviceId' },
  sample: details,
});

export type ServiceTranslated = DomainEvent<
  'ServiceTranslated',
  { serviceId: string; language: Language; words: Readonly<ServiceWords> | null; by: string }
>;
export const serviceTranslated = event<ServiceTranslated>('ServiceTranslated', {
  stream: services,
  says: 'What is said of the service, in another language, all of it anew; `words` null where that translation is withdrawn.',
  may: 'publish',
  act: { subject: 'serviceId' },
  lastCountsBy: ['serviceId', 'language'],
  sample: {
    serviceId,
    language: 'fr',
    words: {
      title: 'Déclarer une nouvelle adresse',
      summary: 'Dites à la ville où vous habitez.',
      eligibility: 'Toute personne qui s’est installée en ville.',
      needed: ['Une carte d’identité'],
      cost: 'Gratuit',
      duration: 'Un jour',
      office: null,
      post: null,
    },
    by,
  },
});

export type ServicePublished = DomainEvent<'ServicePublished', { serviceId: string; by: string }>;
export const servicePublished = event<ServicePublished>('ServicePublished', {
  stream: services,
  says: 'Everybody finds the service in the directory from now on.',
  may: 'publish',
  act: { subject: 'serviceId' },
  sample: { serviceId, by },
});

export type ServiceWithdrawn = DomainEvent<'ServiceWithdrawn', { serviceId: string; by: string; reason: string }>;
export const serviceWithdrawn = event<ServiceWithdrawn>('ServiceWithdrawn', {
  stream: services,
  says: 'The service is in the directory no longer; it may be published again.',
  may: 'publish',
  act: { subject: 'serviceId' },
  sample: { serviceId, by, reason: 'The office no longer offers it.' },
});

export type ServiceEvent = ServiceDrafted | ServiceRevised | ServiceTranslated | ServicePublished | ServiceWithdrawn;
export const eventsOfServices = [serviceDrafted, serviceRevised, serviceTranslated, servicePublished, serviceWithdrawn] as const;

/** What makes a new version of an entry: other details, not whether it is published. */
export const newDetailsOfService: readonly ServiceEvent['type'][] = ['ServiceDrafted', 'ServiceRevised'];
export const newTranslationOfService: readonly ServiceEvent['type'][] = [...newDetailsOfService, 'ServiceTranslated'];
