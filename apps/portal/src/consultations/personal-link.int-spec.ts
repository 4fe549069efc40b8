import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi } from '../testing/portal.fixture';
import { sentBlank } from '../testing/forms-of-the-portal.fixture';
import { ids } from '../testing/sample-data.fixture';
import { readLinkToken } from '@isegoria/consultations/methods/survey/links/link-token';
import { linkName, linkToken } from '../testing/sample-survey.fixture';

describe('a survey by a personal link', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('tells whoever goes on later by which address, without their looking for it', async () => {
    const cookie = `isegoria_link=${linkToken}`;
    const page = `/consultations/${ids.surveyed}/activities/${ids.survey}/by-link/${linkName}/1`;
    const before = await get(page, cookie);
    expect(before.text).not.toMatch(/<details[^>]* open/);
    const sent = await post(page, { ...sentBlank(page, before.text), go: 'later' }, cookie);
    expect([sent.status, sent.headers['location']]).toEqual([303, `${page}?later=1`]);
    const { text } = await get(`${page}?later=1`, cookie);
    const [, told = ''] = /<details[^>]* open[^>]*>([\s\S]*?)<\/details>/.exec(text) ?? [];
    expect(told).toMatch(new RegExp(`href="[^"]*/s/${linkToken}"`));
    expect(told).toContain('two hours');
    expect(text.split('</details>').filter((part) => part.includes(`/s/${linkToken}`))).toHaveLength(1);
  });

  it('whose response was sent after other answers were begun asks which of them to go on with, and shows where they differ', async () => {
    const cookie = `isegoria_link=${linkToken}`;
    const pages = `/consultations/${ids.surveyed}/activities/${ids.survey}/by-link/${linkName}`;
    api.linkAside = { mode: 'bus', calm: 4 };
    for (const page of ['1', 'review']) {
      const { text } = await get(`${pages}/${page}`, cookie);
      expect(text).toContain('A response was sent from another tab or device');
      expect(text.match(/<dl/g)).toHaveLength(1);
      expect(text.match(/name="go" value="\w+"/g)).toEqual(['name="go" value="kept"', 'name="go" value="sent"']);
      expect(text).not.toMatch(/name="answers"|<script>/);
    }
    for (const [go, to] of [['kept', '1'], ['sent', 'review']] as const) {
      const chosen = await post(`${pages}/1`, { ...sentBlank(`${pages}/1`, (await get(`${pages}/1`, cookie)).text), go }, cookie);
      expect([chosen.status, chosen.headers['location']]).toEqual([303, `${pages}/${to}`]);
    }
    api.linkAside = null;
  });

  it('says from which answers a page was begun, and asks where somebody answered it in two ways at once', async () => {
    const cookie = `isegoria_link=${linkToken}`;
    const pages = `/consultations/${ids.surveyed}/activities/${ids.survey}/by-link/${linkName}`;
    const { text } = await get(`${pages}/1`, cookie);
    await post(`${pages}/1`, { ...sentBlank(`${pages}/1`, text), go: 'later' }, cookie);
    expect(api.lastWrite?.body).toMatchObject({ upon: 'a'.repeat(64), versions: { mode: 'c'.repeat(22) } });
    api.refusal = { code: 'BODY_TOO_LARGE' };
    const refused = await post(`${pages}/1`, { ...sentBlank(`${pages}/1`, text), go: 'on' }, cookie);
    expect(refused.text).toContain(`name="versions" value="mode=${'c'.repeat(22)}"`);
    api.refusal = undefined;
    const review = await get(`${pages}/review`, cookie);
    api.refusal = { code: 'VERSION_CHANGED' };
    const late = await post(`${pages}/review`, sentBlank(`${pages}/review`, review.text), cookie);
    api.refusal = undefined;
    expect(api.lastWrite?.body).toMatchObject({ upon: 'a'.repeat(64), answers: { calm: 4 } });
    expect([late.status, late.headers['location']]).toEqual([303, `${pages}/review`]);
    api.linkAside = { mode: 'bus', calm: 4 };
    api.said = (field, value) => (field === 'isKept' ? true : value);
    const asked = (await get(`${pages}/1`, cookie)).text;
    expect(asked).toContain('changed in two tabs or on two devices');
    await post(`${pages}/1`, { ...sentBlank(`${pages}/1`, asked), go: 'sent' }, cookie);
    expect(api.lastWrite?.body).toMatchObject({ use: 'sent', version: 'a', answers: {} });
    api.linkAside = null;
    api.said = (_, value) => value;
  });

  it('is ordered once by one form, which gives the same file again', async () => {
    const page = `/office/consultations/${ids.surveyed}/activities/${ids.survey}/links`;
    const session = 'isegoria_session=good-token';
    const form = async () => ({ ...(sentBlank(page, (await get(page, session)).text) as { key: string }), count: '10' });
    api.account = official;
    const order = await form();
    const links = () => (api.lastWrite!.body as { links: string[] }).links;
    const told = await post(page, order, session);
    expect([told.status, links().length, new Set(links()).size]).toEqual([200, 10, 10]);
    expect(told.text).toContain('10 links are ordered');
    const ordered = links();
    const [key] = /(?<=name="key" value=")[^"]*(?="\/><input type="hidden" name="count")/.exec(told.text)!;
    expect(key).toBe(order.key);
    const file = await post(page, { key, count: '10', file: 'yes' }, session);
    const again = await post(page, { ...order, file: 'yes' }, session);
    expect([file.headers['content-type'], file.headers['cache-control'], again.text === file.text]).toEqual([
      ...['text/csv; charset=utf-8', 'no-store', true],
    ]);
    expect(links()).toEqual(ordered);
    const tokens = [...file.text.matchAll(/\/s\/([\w-]{43})/g)].map(([, token]) => readLinkToken(token!)!.link);
    expect(tokens).toEqual(ordered);
    await post(page, await form(), session);
    expect(links().filter((link) => ordered.includes(link))).toEqual([]);
  });

  it('shows what was sent by it, with its receipt, once the survey is over, and to whoever has the link alone only that', async () => {
    const cookie = `isegoria_link=${linkToken}`;
    const pages = `/consultations/${ids.surveyed}/activities/${ids.survey}/by-link/${linkName}`;
    const form = { ...sentBlank(`${pages}/1`, (await get(`${pages}/1`, cookie)).text), go: 'on' };
    api.linkState = 'closed';
    api.hasClosed = true;
    const is = (differing: object) => (field: string, value: unknown) =>
      Object.hasOwn(differing, field) ? (differing as Record<string, unknown>)[field] : value;
    api.said = is({ isKept: false, status: 'closed' });
    const followed = await get(`/s/${linkToken}`, cookie);
    expect([followed.status, followed.headers['location']]).toEqual([303, `${pages}/review`]);
    for (const page of ['review', '1']) {
      const { status, text } = await get(`${pages}/${page}`, cookie);
      expect([page, status, text.includes('What you sent'), text.includes('A receipt')]).toEqual([page, 200, true, true]);
      expect(text).not.toMatch(/<form method="post"[^>]*by-link/);
    }
    api.refusal = { code: 'CONSULTATION_CLOSED' };
    const late = await post(`${pages}/1`, form, cookie);
    expect([late.status, late.text.includes('Not sent, and not counted')]).toEqual([409, true]);
    api.refusal = undefined;
    api.said = is({ isKept: false, status: 'closed', response: null, receipt: null, answers: {} });
    const { status, text } = await get(`/s/${linkToken}`, cookie);
    expect([status, text.includes('address that was shown for going on later')]).toEqual([410, true]);
    [api.linkState, api.hasClosed] = ['open', false];
    api.said = (_, value) => value;
  });
});
