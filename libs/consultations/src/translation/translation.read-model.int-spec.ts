import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/kernel';
import { aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { aboutOf } from '../consultation/about/about.contract';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationById } from '../consultation/view/consultation-views.read-model';
import { TranslationRow } from './translation.read-model';

let stage: ReadModelStage;
beforeAll(async () => void (stage = await readModelStage()));
afterAll(() => stage?.stop());

const by = randomUUID();
const now = new Date('2026-03-02T00:00:00.000Z');

it('shows a title in another language until the original is corrected, and all texts as they were last said', async () => {
  const { consultationId } = await stage.drafted([[aPoll]]);
  const record = (event: ConsultationEvent) => stage.record(`consultation-${consultationId}`, event);
  const seen = async () => (await stage.projected(), (await consultationById(stage.dataSource, consultationId, { now }))!);
  const { title, version } = await seen();
  const translate = (...texts: { of: string; text: string }[]) =>
    record({ type: 'ConsultationTranslated', data: { consultationId, language: 'fr', texts, by } });

  await translate({ of: title, text: 'Le titre' }, { of: 'An option', text: 'Une option' });
  const translated = await seen();
  expect(translated.translations).toEqual([{ language: 'fr', title: 'Le titre', summary: null, pictureAlt: null }]);
  expect(translated.translationsVersion).toBeGreaterThan(version);
  expect(translated.version).toBe(version);
  const rows = () => stage.dataSource.getRepository(TranslationRow).findBy({ consultationId });
  expect(await rows()).toMatchObject([{ language: 'fr', texts: [{ text: 'Le titre' }, { text: 'Une option' }] }]);

  const about = { summary: null, contact: null, decidedBy: null, decidedWhen: null };
  const correct = (title: string) =>
    record({ type: 'ConsultationCorrected', data: { consultationId, title, description: 'D', about, note: 'A slip.', by } });
  await correct('Another title');
  expect((await seen()).translations).toEqual([{ language: 'fr', title: null, summary: null, pictureAlt: null }]);
  await correct(title);
  const standing = await seen();
  expect(standing.translations).toEqual([{ language: 'fr', title: 'Le titre', summary: null, pictureAlt: null }]);
  const before = await rows();
  await stage.rebuild();
  expect(await seen()).toEqual(standing);
  expect(await rows()).toEqual(before);

  await translate();
  expect((await seen()).translations).toEqual([]);
});

it('shows lists what the picture shows in another language', async () => {
  const [consultationId, phaseId] = [randomUUID(), randomUUID()];
  const picture = { file: 'a'.repeat(64), name: 'bus.png', mediaType: 'image/png', size: 9, alt: 'A bus', width: 16, height: 9 } as const;
  const about = { ...aboutOf(), picture };
  const words = { title: 'T', description: 'D', language: 'en', countsFrom: 'email', externalId: null, about } as const;
  const record = (event: ConsultationEvent) => stage.record(`consultation-${consultationId}`, event);
  await record({ type: 'ConsultationDrafted', data: { consultationId, unit: rootUnit, ...words, phases: [{ phaseId, title: null }], by } });
  const texts = [{ of: 'A bus', text: 'Un bus' }];
  await record({ type: 'ConsultationTranslated', data: { consultationId, language: 'fr', texts, by } });
  await stage.projected();
  const seen = await consultationById(stage.dataSource, consultationId, { now });
  expect(seen?.translations).toEqual([{ language: 'fr', title: null, summary: null, pictureAlt: 'Un bus' }]);
});
