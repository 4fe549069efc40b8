import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { atEachLevel, type ConsultationResults, type StatementResult } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

describe('a deliberation with more statements than its results have', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  let positions: number[];
  let all: StatementResult[];
  /** Of the history: it has no accounts for more people. */
  const authors = ['anna', 'ben', 'carl', 'dora'];
  const none = { agrees: 0, disagrees: 0, passes: 0 };

  /** The three of the history, and 110 that nobody voted on. */
  beforeEach(async () => {
    audited = await auditedHistory();
    const { consultationId } = audited.history.deliberation;
    const { activityId } = audited.history.deliberated;
    positions = audited.history.statements.map((id) => positionOf(id));
    all = [...audited.history.deliberated.statements];
    for (let number = 0; number < 110; number += 1) {
      const statementId = `s${number}`;
      const words = { author: authors[number % authors.length], assurance: 'anonymous', text: { sealed: '1.x.y' }, externalId: null };
      positions.push(await record(statementId, { statementId, consultationId, activityId, ...words }));
      const byAssurance = atEachLevel(none);
      all.push({ id: statementId, externalId: null, at: null, status: 'pending', text: null, ...none, byAssurance });
    }
    await audited.site.sign();
    publish(all);
  });
  afterEach(() => audited.close());

  const positionOf = (id: string) => audited.site.positionOf(audited.site.events.findIndex(({ stream }) => stream === `statement-${id}`));

  async function record(id: string, data: object): Promise<number> {
    const metadata = { schema: 1, at: '2026-03-02T12:00:00.000Z', correlationId: 'spec' };
    const event = { id: crypto.randomUUID(), type: 'StatementSubmitted', data, metadata };
    return (await audited.site.store.append(`statement-${id}`, [event] as never, 'any')).position;
  }

  /** The results have the three with votes and the first 97 of the others. */
  function publish(listed: readonly StatementResult[]): void {
    const { deliberation, deliberated, opinionMap } = audited.history;
    const [path, position] = [`/api/v1/activities/${deliberated.activityId}`, positions.at(-1)!];
    const statementCounts = { accepted: 2, pending: 110, rejected: 1, withdrawn: 0 };
    // The rejected one has no votes either, and comes before the others.
    const results: ConsultationResults = {
      ...deliberation,
      position,
      activities: [{ ...deliberated, statements: all.slice(0, 100), statementCounts }],
    };
    audited.site.published.set(`/api/v1/consultations/${deliberation.consultationId}/results`, results);
    audited.site.published.set(`${path}/opinion-map`, { ...opinionMap, position });
    const cursor = String(positions[99]);
    audited.site.published.set(`${path}/statement-results`, { position, items: listed.slice(0, 100), next: cursor, count: 113 });
    audited.site.published.set(`${path}/statement-results?cursor=${cursor}`, {
      position,
      items: listed.slice(100),
      next: null,
      count: 113,
    });
  }

  it('is recounted whole: what the results have, and every page of the list', async () => {
    expect(await audited.audit()).toMatchObject({ exitCode: 0, views: { 'list of statements': 2 } });
  });

  it('is not what the site says where a statement beyond the results has another tally, or is left out', async () => {
    publish(all.map((statement, index) => (index === 105 ? { ...statement, agrees: 1 } : statement)));
    expect(await audited.audit()).toMatchObject({
      exitCode: 4,
      finding: expect.stringContaining('s102, agrees: published 1, recounted 0'),
    });
    publish(all.filter((_, index) => index !== 105));
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('statement') });
  });

  describe('that is read page by page', () => {
    const later = /\/statements\?.*cursor=/;
    const write = (n: number) => {
      const { consultationId } = audited.history.deliberation;
      const { activityId } = audited.history.deliberated;
      const words = { author: 'anna', assurance: 'anonymous', text: { sealed: '1.x.y' }, externalId: null };
      return record(`new-${n}`, { statementId: `new-${n}`, consultationId, activityId, ...words });
    };
    /** Does something before a later page is answered. */
    const beforeLaterPages = (work: (ask: () => Promise<string | undefined>) => Promise<string | undefined>) => {
      const answer = audited.site.optional.bind(audited.site);
      audited.site.optional = (path) => (audited.site.isLive && later.test(path) ? work(() => answer(path)) : answer(path));
    };

    it('is right while people write between the pages, and so from a bundle', async () => {
      let written = 0;
      beforeLaterPages(async (ask) => {
        await write((written += 1));
        await audited.site.sign();
        return ask();
      });
      const bundle = join(audited.folder, 'b.bundle');
      expect(await audited.audit('--bundle', bundle)).toMatchObject({ exitCode: 0 });
      expect(written).toBeGreaterThan(0);
      expect(await audited.offline(bundle)).toMatchObject({ exitCode: 0 });
    });

    it('is not what the site says where a later page is of an earlier place than the one before it', async () => {
      const { activityId } = audited.history.deliberated;
      const answer = audited.site.optional.bind(audited.site);
      let earlier: string | undefined;
      audited.site.optional = async (path) => {
        if (!audited.site.isLive || !path.includes(`${activityId}/statements?status=pending`)) return answer(path);
        if (later.test(path)) return earlier;
        const { next } = JSON.parse((await answer(path))!) as { next: string };
        earlier = await answer(`${path}&cursor=${next}`);
        await write(1);
        await audited.site.sign();
        return answer(path);
      };
      expect(await audited.audit()).toMatchObject({ exitCode: 21, finding: expect.stringContaining('new-1: published nothing') });
    });
  });

  it('cannot be audited where the list leads nowhere', async () => {
    const path = `/api/v1/activities/${audited.history.deliberated.activityId}/statement-results?cursor=${positions[99]}`;
    audited.site.published.set(path, { position: positions.at(-1), items: [], next: String(positions[99]), count: 113 });
    expect(await audited.audit()).toMatchObject({ exitCode: 1, finding: expect.stringContaining('goes on without moving on') });
  });
});
