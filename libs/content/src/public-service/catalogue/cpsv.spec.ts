import { describe, expect, it } from '@jest/globals';
import { serviceDrafted } from '../public-service-events.contract';
import type { ServiceView } from '../public-service.contract';
import { asCpsv, asGovernmentService, context } from './cpsv';

const { by: _, serviceId: id, ...details } = serviceDrafted.sample;
const service: ServiceView = {
  ...details,
  id,
  status: 'published',
  translations: [
    { language: 'fr', words: { ...details.words, title: 'Une adresse' }, translatedAt: '2026-03-01T10:00:00.000Z', isOfOlderWords: false },
  ],
  categories: ['topic.1f0c22aa'],
  publishedAt: '2026-03-01T10:00:00.000Z',
  revisedAt: '2026-03-01T10:00:00.000Z',
  version: 4,
  translationsVersion: 5,
};
const named = { site: 'https://city.example', unitName: () => 'City office', categoryName: () => 'Water' };

describe('a service as data', () => {
  it('has what CPSV-AP 3.2 demands of every public service: identifier, name, description, competent authority', () => {
    const data = asCpsv(service, named);
    expect(data).toMatchObject({
      '@id': `https://city.example/services/${id}`,
      '@type': 'cpsv:PublicService',
      'dct:identifier': id,
      'dct:title': [
        { '@language': 'en', '@value': 'Register a new address' },
        { '@language': 'fr', '@value': 'Une adresse' },
      ],
      'dct:description': [{ '@language': 'en' }, { '@language': 'fr' }],
      'cv:hasCompetentAuthority': { '@type': 'cv:PublicOrganisation', 'dct:identifier': 'root', 'skos:prefLabel': 'City office' },
    });
  });

  it('names nothing whose prefix is not explained', () => {
    const used = [...JSON.stringify(asCpsv(service, named)).matchAll(/"(\w+):[A-Za-z]\w*"/g)].map(([, prefix]) => prefix!);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((prefix) => !(prefix in context))).toEqual([]);
  });

  it('is a GovernmentService of schema.org in the words of the page', () => {
    expect(asGovernmentService(service, service.translations[0]!.words, named)).toMatchObject({
      '@type': 'GovernmentService',
      name: 'Une adresse',
      serviceOperator: { '@type': 'GovernmentOrganization', name: 'City office' },
      availableChannel: { serviceUrl: 'https://forms.example/address' },
    });
  });
});
