import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
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
  expect(translated.translations).toEqual([{ language: 'fr', title: 'Le titre', summary: null }]);
  expect(translated.translationsVersion).toBeGreaterThan(version);
  expect(translated.version).toBe(version);
  const rows = () => stage.dataSource.getRepository(TranslationRow).findBy({ consultationId });
  expect(await rows()).toMatchObject([{ language: 'fr', texts: [{ text: 'Le titre' }, { text: 'Une option' }] }]);

  const about = { summary: null, contact: null, decidedBy: null, decidedWhen: null };
  const correct = (title: string) =>
    record({ type: 'ConsultationCorrected', data: { consultationId, title, description: 'D', about, note: 'A slip.', by } });
  await correct('Another title');
  expect((await seen()).translations).toEqual([{ language: 'fr', title: null, summary: null }]);
  await correct(title);
  const standing = await seen();
  expect(standing.translations).toEqual([{ language: 'fr', title: 'Le titre', summary: null }]);
  const before = await rows();
  await stage.rebuild();
  expect(await seen()).toEqual(standing);
  expect(await rows()).toEqual(before);

  await translate();
  expect((await seen()).translations).toEqual([]);
});
