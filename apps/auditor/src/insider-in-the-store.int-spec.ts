import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@isegoria/event-sourcing';
import type { Recorded } from './alterable-store.fixture';
import { alterationNames, alterations, type AlterationName } from './alterations.fixture';
import { insidersSite } from './insiders-site.fixture';

/** The log's tables stay as they were; the store is another one, with every checksum right. */
describe('an insider in the event store', () => {
  let insider: Awaited<ReturnType<typeof insidersSite>>;
  let honest: Recorded[];
  /** A vote, not the first: another one is before it. */
  let voted: number;

  beforeAll(async () => {
    insider = await insidersSite();
    honest = await insider.eventStore.history();
    voted = (await insider.tables.seqsOf('StatementVoteCast')).find((seq, at) => at > 0 && honest[seq]!.data.includes('"agree"'))!;
  }, 90_000);
  afterAll(() => insider?.stop());

  it('who exchanges it for one with the same history changes nothing', async () => {
    expect(honest.map(({ id }) => id)).toEqual((await insider.tables.leaves()).map(({ eventId }) => eventId));
    await insider.eventStore.exchange(honest);
    await insider.restart();
    expect(await insider.audit()).toMatchObject({ exitCode: 0 });
  });

  it.each(alterationNames)('who %s is found out, and the entry is named', async (name) => {
    const altered = alterations[name](honest, voted);
    expect(altered).not.toEqual(honest);
    await insider.eventStore.exchange(altered);
    await insider.answers();
    expect(await insider.audit()).toMatchObject({ exitCode: 7, index: voted, finding: expect.stringContaining(`entry ${voted}`) });
  });

  it.each<[AlterationName, RegExp]>([
    ['cuts the store there', /event store ends before position \d+, which the log has recorded/],
    ['inserts another before it', /event store has another event than leaf \d+ of the log/],
  ])('who %s keeps the log from going on: it does not start, and says why', async (name, sentence) => {
    await insider.site.stopLog();
    await insider.eventStore.exchange(alterations[name](honest, voted));
    await expect(insider.site.startLog()).rejects.toThrow(sentence);
  });

  it('who deletes a stream by the ways of the store takes nothing out of the log', async () => {
    await insider.eventStore.exchange(honest);
    await insider.restart();
    const store = new EventStore(insider.eventStore.url);
    await store.client.tombstoneStream(honest[voted]!.stream);
    await store.close();
    expect(await insider.audit()).toMatchObject({ exitCode: 0 });
  });
});
