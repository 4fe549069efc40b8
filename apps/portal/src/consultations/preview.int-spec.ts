import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

describe('the preview of a draft', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('shows what people will see once it is open, with nothing that can be sent', async () => {
    api.account = official;
    const { status, text } = await get(`/consultations/${ids.draft}`, session);
    expect(status).toBe(200);
    expect(text).toContain('This is a preview.');
    const [inert = ''] = /<fieldset class="preview" disabled[\s\S]*<\/fieldset>/.exec(text) ?? [];
    expect(inert).toMatch(/<form[^>]*\/activities\//);
    const forms = (html: string) => html.match(/<form[^>]*action="[^"]*\/activities\//g)?.length ?? 0;
    expect(forms(text)).toBe(forms(inert));
    expect((await get(`/consultations/${ids.deliberation}`, session)).text).not.toContain('class="preview"');
  });
});
