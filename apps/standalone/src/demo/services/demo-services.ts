import type { ApiClient } from '@isegoria/api-client';
import { draftService, publishService, translateService } from '@isegoria/contracts';
import { airAndTravel } from './air-and-travel';
import type { DemoService } from './demo-service';
import { homeAndWater } from './home-and-water';
import { peopleAndWork } from './people-and-work';

/** What citizens of the demo country can get done at its ministry. */
export const services: readonly DemoService[] = [...homeAndWater, ...airAndTravel, ...peopleAndWork];

/** Describes one in all languages, and publishes it. @returns its id */
export async function makeService(office: ApiClient, service: DemoService, unit: string, categories: string[]): Promise<string> {
  const { lifeEvents, en } = service;
  const nowhere = { office: null, post: null };
  const channels = { online: null, phone: null, email: null, hours: [], ...service.channels };
  const draft = { unit, language: 'en', words: { ...nowhere, ...en }, channels, lifeEvents, categories } as const;
  const key = `demo service ${en.title}`;
  const { id: serviceId } = await office.do(draftService, draft, { idempotencyKey: key });
  for (const language of ['fr', 'ar'] as const) {
    const words = { ...nowhere, ...service[language] };
    await office.do(translateService, { serviceId, language, words }, { idempotencyKey: `${key} ${language}` });
  }
  await office.do(publishService, { serviceId }, { idempotencyKey: `${key} published` });
  return serviceId;
}
