import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { movingSite } from './moving-site.fixture';

describe('the pages of a site on which people vote while it is read', () => {
  let moving: Awaited<ReturnType<typeof movingSite>>;
  const changed = expect.stringContaining('pages that changed while they were read');

  beforeEach(async () => {
    moving = await movingSite();
  });
  afterEach(() => moving.close());

  it('are as they must be, each with the figures of where in the log it is, and so from a bundle', async () => {
    const bundle = join(moving.folder, 'b.bundle');
    const report = await moving.audit('--bundle', bundle);
    expect(report).toMatchObject({ exitCode: 0 });
    expect(moving.votes).toBeGreaterThan(20);
    expect(report['notChecked']).not.toContainEqual(changed);
    expect(await moving.offline(bundle)).toMatchObject({ exitCode: 0, pages: report['pages'] });
  });

  it('are as they must be where people vote elsewhere, which moves the place in the log alone', async () => {
    moving.isElsewhere = true;
    const report = await moving.audit();
    expect(report).toMatchObject({ exitCode: 0 });
    expect(report['notChecked']).not.toContainEqual(changed);
  });

  it.each([
    ['in the same consultation', true],
    ['elsewhere', false],
  ])('are as they must be where an opinion map is computed now and then, while people vote %s', async (_, isElsewhere) => {
    moving.isElsewhere = isElsewhere;
    moving.keepsMaps = 8;
    const report = await moving.audit();
    expect(report).toMatchObject({ exitCode: 0 });
    expect(report['notChecked']).not.toContainEqual(changed);
  });

  it('are found with a map of long before, which was answered for a later place', async () => {
    moving.keepsMaps = 8;
    moving.alter = (path, html) =>
      path === `/consultations/${moving.history.deliberation.consultationId}/results`
        ? html.replace(/(log position )[\d,]+/, (_all, before: string) => `${before}10`)
        : html;
    const { exitCode, finding } = await moving.audit();
    expect({ exitCode, finding }).toEqual({ exitCode: 22, finding: expect.stringContaining('is of position 10 in the log') });
  });

  it.each([
    ['more people', '/results', /(<dt>People<\/dt><dd[^>]*>)(\d+)/, (shown: string) => `${Number(shown) + 90}`, 'figures do not make'],
    ['a place in the log long before', '/results', /(log position )([\d,]+)/, () => '10', 'long before'],
    ['no place in the log', '/results', /(log position )([\d,]+)/, () => '', 'where in the log'],
    ['another option', '/results', /(>)(Park)/, () => 'Pond', 'Pond'],
    ['another name of the consultation', '', /(<h1>)(T)/, () => 'U', 'does not say "T"'],
    ['far more people who take part', '', /(<span>)(\d+)/, (shown: string) => `${Number(shown) + 90}`, 'people take part'],
  ])('are found with %s', async (_, page, pattern, instead, says) => {
    let altered = 0;
    moving.alter = (path, html) => {
      if (path !== `/consultations/${moving.consultationId}${page}`) return html;
      return html.replace(pattern, (_all, before: string, shown: string) => ((altered += 1), before + instead(shown)));
    };
    const { exitCode, finding } = await moving.audit();
    expect(altered).toBeGreaterThan(0);
    expect({ exitCode, finding }).toEqual({ exitCode: 22, finding: expect.stringContaining(says) });
  });
});
