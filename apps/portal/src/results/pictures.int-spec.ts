import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

const portal = portalOnFakeApi();
beforeAll(portal.start);
afterAll(portal.stop);

const results = (id: string) => `/consultations/${id}/results`;

async function picturesOf(id: string): Promise<string[]> {
  const { text } = await portal.get(results(id));
  return [...text.matchAll(/href="([^"]*\.svg)" download/g)].map(([, path]) => path!);
}

async function picture(path: string, language = 'en') {
  const answer = await portal.get(path).set('accept-language', language);
  return { headers: answer.headers as Record<string, string>, svg: String(answer.body) };
}

describe('pictures of results', () => {
  it('are offered for whatever there is to draw', async () => {
    const names = async (id: string) => (await picturesOf(id)).map((path) => path.split('/').at(-1));
    expect(await names(ids.deliberation)).toEqual(['map.svg', 'votes.svg']);
    expect(await names(ids.poll)).toEqual(['votes.svg']);
  });

  it('stand by themselves: title, source, moment and terms, and nothing from elsewhere', async () => {
    const [map, votes] = await picturesOf(ids.deliberation);
    for (const path of [map!, votes!]) {
      const { svg, headers } = await picture(path);
      expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="(map|votes)-48231\.svg"$/);
      expect(svg).toMatch(/log position 48,231/);
      expect(svg).toContain(`${results(ids.deliberation)}<`);
      expect(svg).toContain('Source: ');
      expect(svg).toContain('/terms<');
      expect(svg).not.toMatch(/(href|src)="|url\(|var\(--|@import/);
    }
    expect((await picture(map!)).svg).toContain('The opinion map');
    expect((await picture(map!)).svg).toContain('38 people have voted and are not on the map');
  });

  it('have the words of citizens as words', async () => {
    const { svg } = await picture((await picturesOf(ids.deliberation))[1]!);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script>');
  });

  it('run from the right in Arabic', async () => {
    const { svg } = await picture((await picturesOf(ids.poll))[0]!, 'ar');
    expect(svg).toMatch(/direction="rtl" text-anchor="start"><tspan x="920"/);
  });

  it('come as PNG too, with their words, in each direction of writing, though the machine has no font', async () => {
    const [map] = await picturesOf(ids.deliberation);
    for (const language of ['en', 'ar']) {
      const { body, headers } = await portal.get(map!.replace('.svg', '.png')).set('accept-language', language);
      expect([headers['content-type'], headers['content-disposition']]).toEqual([
        'image/png',
        'attachment; filename="map-48231.png"',
      ]);
      const { info, data } = await sharp(body as Buffer).greyscale().raw().toBuffer({ resolveWithObject: true });
      expect(info.width).toBe(1920);
      // The title alone stands between these heights, on white.
      const [from, to] = [50 * info.width, 170 * info.width];
      expect(data.subarray(from, to).some((grey) => grey < 100)).toBe(true);
    }
    expect(process.env['FONTCONFIG_FILE']).toContain('isegoria-fonts-');
  });

  it('are not found where nothing is drawn', async () => {
    const [map] = await picturesOf(ids.deliberation);
    for (const path of [map!.replace('map.svg', 'budget.svg'), map!.replace(ids.deliberation, ids.poll)])
      expect((await portal.get(path)).status).toBe(404);
  });

  it('show nobody where they are', async () => {
    const [map] = await picturesOf(ids.deliberation);
    expect(String((await portal.get(map!, session)).body)).not.toMatch(/own-mark|class="you"/);
  });
});

describe('what is asked for as of an earlier time', () => {
  const earlier = (query: string) => `${results(ids.poll)}/as-of?asOf=${query}`;

  it.each(['', '/figures.csv', '/figures.json', '/analysis'])('leads from results%s of now to the page that answers it', async (of) => {
    const { headers, status } = await portal.get(`${results(ids.poll)}${of}?asOf=7`);
    expect([status, headers['location']]).toEqual([303, earlier('7')]);
  });

  it.each(['everybody', 'statements'])('leads there from %s, which stand below results', async (below) => {
    const { headers, status } = await portal.get(`/consultations/${ids.deliberation}/activities/${ids.statements}/${below}?asOf=7`);
    expect([status, headers['location']]).toEqual([303, `${results(ids.deliberation)}/as-of?asOf=7`]);
  });

  it('is looked for as if it was typed, and stays typed where it is wrong', async () => {
    expect((await portal.get(earlier('7'))).status).toBe(303);
    const { status, text } = await portal.get(earlier('last week'));
    expect([status, text]).toEqual([400, expect.stringContaining('value="last week"')]);
  });

  it('is not what others append to an address', async () => {
    expect((await portal.get(`${results(ids.poll)}?utm_source=x&fbclid=y`)).status).toBe(200);
  });
});
