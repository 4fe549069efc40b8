import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi } from '../testing/portal.fixture';
import { consultations } from '../testing/sample-data.fixture';

describe('the start page', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  const before = consultations.map((one) => ({ one, was: { ...one } }));
  beforeAll(start);
  afterAll(async () => {
    for (const { one, was } of before) Object.assign(one, was);
    await stop();
  });
  const section = async (id: string) => new RegExp(`aria-labelledby="${id}"[\\s\\S]*?</section>`).exec((await get('/')).text)?.[0] ?? '';

  it('lists what is open, to come and closed, each under a heading of its own', async () => {
    const open = consultations.filter(({ status }) => status === 'open');
    const [one, other] = open as [(typeof open)[number], (typeof open)[number]];
    Object.assign(one, { status: 'scheduled', title: 'A question to come' });
    Object.assign(other, { status: 'closed', title: 'A question that waits' });
    expect(await section('scheduled')).toMatch(/Opening soon[\s\S]*status=scheduled[\s\S]*A question to come/);
    expect(await section('closed')).toMatch(/Closed, outcome to come[\s\S]*status=closed[\s\S]*A question that waits/);
    expect(await section('open')).not.toMatch(/A question to come|A question that waits/);
  });

  it('shows what became of a consultation in the language of the reader, where the office has translated it', async () => {
    const { title, outcome } = consultations.find(({ status }) => status === 'decided')!;
    const said = [title, outcome!.youSaid, outcome!.weDid];
    const before = api.said;
    api.said = (field, value) => {
      if (field === 'translations') return [{ language: 'fr', title: null, summary: null, pictureAlt: null }];
      return field === 'texts' ? said.map((of, index) => ({ of, text: `En français ${index}` })) : value;
    };
    const decided = /aria-labelledby="decided"[\s\S]*?<\/section>/.exec((await get('/?lang=fr')).text)![0];
    api.said = before;
    for (const index of said.keys()) expect(decided).toMatch(new RegExp(`lang="fr"[^>]*>En français ${index}<`));
    for (const text of said) expect(decided).not.toContain(text);
  });

  it('does not say that nothing is open while one consultation is', async () => {
    for (const one of consultations) if (one.status === 'open') Object.assign(one, { status: 'closed' });
    expect(await section('open')).toContain('No consultation is open at the moment.');
    Object.assign(consultations[0]!, { status: 'open', title: 'The only one' });
    expect(await section('open')).not.toContain('No consultation is open');
    expect(await section('open')).toContain('The only one');
  });
});
