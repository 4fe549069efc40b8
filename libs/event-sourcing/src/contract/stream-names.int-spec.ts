import { describe, expect, it } from '@jest/globals';
import { NO_STREAM, StreamNotFoundError, WrongExpectedVersionError, streamNameFilter } from '@eventstore/db-client';
import { happened, several, storeUnderContract, upTo } from './contract.fixture';
import { collect, errorOf, readAll, readStream, take } from './observing.fixture';

const contract = storeUnderContract();

const names = [
  'plain',
  'with-many-dashes--and-more-',
  'with/slashes/and\\backslashes',
  'with spaces, commas; colons: and "quotes"',
  "O'Neill@example.org?a=b&c=%20#d",
  'Ἰσηγορία',
  'حرية-التعبير',
  '平等發言權',
  '🗳️-𝔊-👩‍👩‍👧',
  'e\u0301 is not \u00e9',
  '\u00e9 is not e\u0301',
  'UPPER',
  'upper',
  `long-${'x'.repeat(700)}`,
  `long-${'ж'.repeat(350)}`,
];

describe('the name of a stream', () => {
  it.each(names)('%s: is written, read, followed, described and deleted as any other', async (name) => {
    const mark = await contract.mark();
    const { prefix, named } = contract.streams();
    const stream = named(name);
    await contract.client.appendToStream(stream, several(3), { expectedRevision: NO_STREAM });
    const second = contract.client.appendToStream(stream, happened(3), { expectedRevision: NO_STREAM });
    expect(await errorOf(second)).toBeInstanceOf(WrongExpectedVersionError);
    const events = await readStream(contract.client, stream);
    expect(events.map(({ n, stream: its }) => [n, its])).toEqual(upTo(3).map((n) => [n, stream]));
    expect(await readAll(contract.client, mark, prefix)).toEqual(events);
    expect(await take(contract.client.subscribeToStream(stream), 3)).toEqual(events);
    const filter = streamNameFilter({ prefixes: [stream] });
    expect(await take(contract.client.subscribeToAll({ fromPosition: mark, filter }), 3)).toEqual(events);
    await contract.client.setStreamMetadata(stream, { maxCount: 1 });
    expect((await readStream(contract.client, stream)).map(({ n }) => n)).toEqual([2]);
    await contract.client.deleteStream(stream);
    expect(await errorOf(collect(contract.client.readStream(stream)))).toMatchObject({ streamName: stream });
  });

  it('is its own to the last letter: what one holds is not in another', async () => {
    const { prefix, named } = contract.streams();
    const first = { expectedRevision: NO_STREAM } as const;
    for (const [n, name] of names.entries()) await contract.client.appendToStream(named(name), happened(n), first);
    for (const [n, name] of names.entries()) expect((await readStream(contract.client, named(name))).map((event) => event.n)).toEqual([n]);
    for (const part of ['', 'plai', 'plain-', 'Plain']) {
      expect(await errorOf(collect(contract.client.readStream(prefix + part)))).toBeInstanceOf(StreamNotFoundError);
    }
  });
});
