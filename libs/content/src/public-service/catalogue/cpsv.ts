import type { ServiceWords } from '../described/described.contract';
import type { ServiceView } from '../public-service.contract';

/** What a service belongs to, as people read it. */
export interface Named {
  /** Where pages of the site begin; empty where addresses are read from that of the file (JSON-LD 1.1, section 4.1.3). */
  readonly site: string;
  readonly unitName: (unit: string) => string;
  readonly categoryName: (category: string) => string;
}

/** CPSV-AP 3.2 and what it is made of. */
export const context = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const inAllLanguages = ({ language, words, translations }: ServiceView) => [{ language, words }, ...translations];

/** A part of the words in every language in which the service is described. */
function said(service: ServiceView, of: (words: ServiceWords) => string | null) {
  return inAllLanguages(service).flatMap(({ language, words }) => {
    const value = of(words);
    return value === null ? [] : [{ '@language': language, '@value': value }];
  });
}

/** One service as the Core Public Service Vocabulary Application Profile describes it. */
export function asCpsv(service: ServiceView, { site, unitName, categoryName }: Named) {
  const { id, unit, channels, lifeEvents, categories } = service;
  const self = `${site}/services/${id}`;
  const part = (name: string, type: string) => ({ '@id': `${self}#${name}`, '@type': type, 'dct:identifier': `${id}-${name}` });
  return {
    '@id': self,
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': said(service, ({ title }) => title),
    'dct:description': said(service, ({ summary }) => summary),
    'dct:language': inAllLanguages(service).map(({ language }) => language),
    'dct:modified': { '@type': 'xsd:dateTime', '@value': service.revisedAt },
    'cv:hasCompetentAuthority': {
      '@id': `${site}/units/${unit}`,
      '@type': 'cv:PublicOrganisation',
      'dct:identifier': unit,
      'skos:prefLabel': unitName(unit),
    },
    'cv:hasCost': { ...part('cost', 'cv:Cost'), 'dct:description': said(service, ({ cost }) => cost) },
    'cv:hasChannel': channelsOf(service, part),
    'cpsv:hasInput': service.words.needed.map((needed, at) => ({
      ...part(`input-${at + 1}`, 'cv:Evidence'),
      'dct:title': { '@language': service.language, '@value': needed },
    })),
    'cv:isGroupedBy': lifeEvents.map((event) => ({
      '@id': `${site}/services?lifeEvent=${event}`,
      '@type': 'cv:LifeEvent',
      'dct:identifier': event,
      'dct:title': event,
    })),
    'cv:thematicArea': categories.map((category) => ({
      '@type': 'skos:Concept',
      'skos:notation': category,
      'skos:prefLabel': categoryName(category),
    })),
    ...(channels.hours.length > 0 && { 'schema:openingHoursSpecification': hoursOf(service) }),
  };
}

function channelsOf(service: ServiceView, part: (name: string, type: string) => object) {
  const { online, phone, email } = service.channels;
  const [office, post] = [said(service, (words) => words.office), said(service, (words) => words.post)];
  return [
    ...(online === null ? [] : [{ ...part('online', 'cv:Channel'), 'schema:url': { '@id': online } }]),
    ...(phone === null ? [] : [{ ...part('phone', 'cv:Channel'), 'schema:telephone': phone }]),
    ...(email === null ? [] : [{ ...part('email', 'cv:Channel'), 'schema:email': email }]),
    ...(office.length === 0 ? [] : [{ ...part('office', 'cv:Channel'), 'dct:description': office }]),
    ...(post.length === 0 ? [] : [{ ...part('post', 'cv:Channel'), 'dct:description': post }]),
  ];
}

function hoursOf({ channels }: ServiceView) {
  return channels.hours.map(({ day, opens, closes }) => ({
    '@type': 'schema:OpeningHoursSpecification',
    'schema:dayOfWeek': { '@id': `schema:${day[0]!.toUpperCase()}${day.slice(1)}` },
    'schema:opens': opens,
    'schema:closes': closes === '24:00' ? '23:59' : closes,
  }));
}

/** One service as search engines read it on its page: schema.org's GovernmentService. */
export function asGovernmentService(service: ServiceView, words: ServiceWords, { site, unitName }: Named) {
  const { channels, unit, id } = service;
  const { online, phone } = channels;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    url: `${site}/services/${id}`,
    name: words.title,
    description: words.summary,
    serviceOperator: { '@type': 'GovernmentOrganization', name: unitName(unit), url: `${site}/units/${unit}` },
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(online !== null && { serviceUrl: online }),
      ...(phone !== null && { servicePhone: { '@type': 'ContactPoint', telephone: phone } }),
      ...(words.office !== null && { serviceLocation: { '@type': 'Place', address: words.office } }),
      ...(words.post !== null && { servicePostalAddress: { '@type': 'PostalAddress', streetAddress: words.post } }),
    },
  };
}
