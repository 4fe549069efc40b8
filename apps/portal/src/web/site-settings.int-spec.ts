import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nothingSet, type PlatformSettings } from '@isegoria/contracts';
import { eventually } from '@isegoria/testing';
import { FakeApi } from '../testing/fake-api.fixture';
import { SiteSettings, wordsFor } from '@isegoria/portal-kit';

describe('what the portal knows of the settings', () => {
  let api: FakeApi;
  let url: string;
  const set: PlatformSettings = { ...nothingSet, notice: { en: 'Closed on Friday.' } };
  beforeEach(async () => {
    api = new FakeApi();
    api.settings = set;
    url = await api.start();
  });
  afterEach(() => api.stop());

  it('is there for the first page, and asked for once, however many pages are shown', async () => {
    const site = new SiteSettings(url);
    expect(await Promise.all(Array.from({ length: 50 }, () => site.current()))).toEqual(Array(50).fill(set));
    for (let page = 0; page < 50; page++) await site.current();
    expect(api.settingsAsked).toBe(1);
  });

  it('is renewed beside the pages', async () => {
    const site = new SiteSettings(url, 20);
    await site.current();
    api.settings = nothingSet;
    await eventually(async () => expect(await site.current()).toEqual(nothingSet));
  });

  it('is of the last seconds on the first page after a while without any', async () => {
    const site = new SiteSettings(url, 200);
    await site.current();
    api.settings = nothingSet;
    await new Promise((resolve) => setTimeout(resolve, 410));
    expect(await site.current()).toEqual(nothingSet);
  });

  it('includes at once what the person who asks has changed, and is not asked for it again', async () => {
    const site = new SiteSettings(url);
    await site.current();
    api.settings = nothingSet;
    expect(await site.current()).toEqual(set);
    expect(await site.including(7)).toEqual(nothingSet);
    expect(await site.current()).toEqual(nothingSet);
    await site.including(7);
    await site.including(3);
    expect(api.settingsAsked).toBe(2);
  });

  it('holds while the API does not answer, and is nothing where it never did', async () => {
    const known = new SiteSettings(url, 0);
    await known.current();
    await api.stop();
    for (let page = 0; page < 3; page++) expect(await known.current()).toEqual(set);
    expect(await known.including(9)).toEqual(set);
    expect(await new SiteSettings(url).current()).toEqual(nothingSet);
    await api.start(Number(new URL(url).port));
    api.settings = nothingSet;
    await eventually(async () => expect(await known.current()).toEqual(nothingSet));
  });

  it('keeps no page waiting for an API that hangs', async () => {
    const hanging = createServer(() => undefined);
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const site = new SiteSettings(`http://127.0.0.1:${(hanging.address() as AddressInfo).port}`);
    const began = Date.now();
    expect(await site.current()).toEqual(nothingSet);
    expect(Date.now() - began).toBeLessThan(3_000);
    const then = Date.now();
    await site.current();
    expect(Date.now() - then).toBeLessThan(500);
    hanging.closeAllConnections();
    hanging.close();
  });
});

describe('the words for a language', () => {
  it('are those of the language, else of another one, else none', () => {
    expect(wordsFor('ar', { en: 'A', ar: 'أ' })).toEqual({ language: 'ar', words: 'أ' });
    expect(wordsFor('ar', { en: 'A' })).toEqual({ language: 'en', words: 'A' });
    expect(wordsFor('en', {})).toBeUndefined();
    expect(wordsFor('en', null)).toBeUndefined();
  });
});
