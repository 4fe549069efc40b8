import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { StatedFacts } from './facts.contract';
import { sitePage } from './site-page.read-model';

describe('what pages about the site state', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (facts: StatedFacts) =>
    stage.record('site-page-terms', [{ type: 'SitePageFilledIn', data: { page: 'terms', facts, by: randomUUID() } }]);
  const known = async () => (await stage.projected(), sitePage(stage.dataSource, 'terms'));

  it('is what was filled in last, as a whole', async () => {
    await record({ law: { en: 'The law of the Republic of Lakes.' }, more: { en: 'More.' } });
    await record({ law: { fr: 'Le droit de la République.' } });
    const page = await known();
    const facts = { law: { fr: 'Le droit de la République.' } };
    expect(page).toEqual({ page: 'terms', facts, changedAt: expect.any(String), version: expect.any(Number) });
    await record({});
    expect((await known()).facts).toEqual({});
  });
});
