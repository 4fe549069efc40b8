import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ApiClient } from '@isegoria/api-client';
import { castRanking, draftConsultation, publishConsultation, registerAccount, showConsultation } from '@isegoria/contracts';
import { demoPassword, launchChromium, runningSite, watch, type Site } from './testing/browser.fixture';

describe('open results of a ranked vote', () => {
  let site: Site;
  let browser: Browser;
  let api: ApiClient;
  beforeAll(async () => {
    [site, browser] = await Promise.all([runningSite(), launchChromium()]);
    api = new ApiClient(site.origin);
  });
  afterAll(() => browser?.close());

  const somebody = async () => {
    const email = `person-${randomUUID()}@example.org`;
    const { token } = await api.do(registerAccount, { email, name: 'A person', password: 'a long password', language: 'en' });
    return api.as({ token });
  };

  async function openVote(): Promise<{ consultationId: string; activityId: string }> {
    const official = await api.signIn('official@example.org', demoPassword);
    const { id: consultationId, position } = await official.do(draftConsultation, {
      ...{ title: `Across the lake ${randomUUID()}`, description: 'How do we cross it?', language: 'en', countsFrom: 'anonymous' },
      phases: [{ activities: [{ method: 'ranked-vote', counting: 'schulze', options: ['Trams', 'Ferries', 'Cable cars'] }] }],
    });
    const [now, tomorrow] = [0, 86_400_000].map((later) => new Date(Date.now() + later).toISOString());
    const published = await official.do(publishConsultation, { consultationId, phases: [{ opensAt: now!, closesAt: tomorrow! }] });
    const { activities } = await api.as({ after: Math.max(position, published.position) }).ask(showConsultation, { consultationId });
    return { consultationId, activityId: activities[0]!.id };
  }

  it('follow each ballot; what is unfolded stays so, and the keyboard stays where it was', async () => {
    const { consultationId, activityId } = await openVote();
    const [one, other] = [await somebody(), await somebody()];
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const faults = watch(page, site.origin);
    await page.goto(`${site.origin}/consultations/${consultationId}/results`);
    await page.waitForSelector('.live');

    await one.do(castRanking, { activityId, options: ['2', '1'] });
    await page.waitForSelector('text=“Ferries” comes first');
    await page.click('text=How strong the strongest path');
    const link = page.locator('#how-counted a').last();
    await link.focus();

    await other.do(castRanking, { activityId, options: ['3'] });
    await page.waitForSelector('text=comes first by lot');
    expect(await page.locator('details[open]', { hasText: 'How strong the strongest path' }).count()).toBe(1);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
