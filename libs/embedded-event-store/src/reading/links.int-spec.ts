import { describe, expect, it } from '@jest/globals';
import { BACKWARDS, binaryEvent, END, streamNameFilter, type Position } from '@eventstore/db-client';
import { collect, happened, newStream, runningStore, several } from '../running-store.fixture';

const suite = runningStore();
const resolveLinkTos = true;
const linkTo = (pointer: string) => binaryEvent({ type: '$>', data: Buffer.from(pointer) });

interface Seen {
  readonly event?: { readonly type: string; readonly streamId: string; readonly revision: bigint };
  readonly link?: { readonly type: string; readonly streamId: string; readonly revision: bigint };
  readonly commitPosition?: bigint;
}
const place = (found?: { streamId: string; revision: bigint }) => found && `${found.revision}@${found.streamId}`;
const placesIn = (seen: readonly Seen[]) => seen.map(({ event, link }) => [place(event), place(link)]);

async function linked(): Promise<{ target: string; links: string; position: Position }> {
  const [target, links] = [newStream('target@'), newStream('links')];
  await suite.client.appendToStream(target, several(3));
  const { position } = await suite.client.appendToStream(links, [linkTo(`2@${target}`), happened(0), linkTo(`0@${target}`)]);
  return { target, links, position: position! };
}

async function firstOf(subscription: AsyncIterable<Seen>, count: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const one of subscription) if (seen.push(one) === count) break;
  return seen;
}

describe('a link', () => {
  it('is resolved to the event it points at, where that is asked for, and only there', async () => {
    const { target, links } = await linked();
    const resolved = [
      [`2@${target}`, `0@${links}`],
      [`1@${links}`, undefined],
      [`0@${target}`, `2@${links}`],
    ];
    const { client } = suite;
    expect(placesIn(await collect(client.readStream(links, { resolveLinkTos })))).toEqual(resolved);
    expect(placesIn(await collect(client.readStream(links, { resolveLinkTos, direction: BACKWARDS, fromRevision: END })))).toEqual(
      [...resolved].reverse(),
    );
    expect(placesIn(await firstOf(client.subscribeToStream(links, { resolveLinkTos }), 3))).toEqual(resolved);
    expect(placesIn(await collect(client.readStream(links)))).toEqual([0, 1, 2].map((n) => [`${n}@${links}`, undefined]));
  });

  it('keeps its own place in $all, also for a filter', async () => {
    const { target, links, position } = await linked();
    const [, , third] = await collect(suite.client.readStream(links));
    const [seen] = await collect(suite.client.readAll({ fromPosition: position, maxCount: 1, resolveLinkTos }));
    expect(placesIn([seen as Seen])).toEqual([[`0@${target}`, `2@${links}`]]);
    expect([seen!.commitPosition, seen!.link!.position]).toEqual([position.commit, third!.event!.position]);
    const filter = streamNameFilter({ prefixes: [links] });
    const filtered = await firstOf(suite.client.subscribeToAll({ filter, resolveLinkTos }) as AsyncIterable<Seen>, 3);
    expect(placesIn(filtered)).toEqual([
      [`2@${target}`, `0@${links}`],
      [`1@${links}`, undefined],
      [`0@${target}`, `2@${links}`],
    ]);
  });

  it.each([
    ['was never there', (target: string) => `9@${target}`, async () => undefined],
    [
      'is hidden by $maxCount',
      (target: string) => `0@${target}`,
      async (target: string) => void (await suite.client.setStreamMetadata(target, { maxCount: 1 })),
    ],
    ['is deleted', (target: string) => `0@${target}`, async (target: string) => void (await suite.client.deleteStream(target))],
    ['is tombstoned', (target: string) => `0@${target}`, async (target: string) => void (await suite.client.tombstoneStream(target))],
    ['is not named as links name it', () => 'nonsense', async () => undefined],
  ])('to what %s comes alone', async (_name, pointer, change) => {
    const { target } = await linked();
    const links = newStream('links');
    await suite.client.appendToStream(links, linkTo(pointer(target)));
    await change(target);
    expect(placesIn(await collect(suite.client.readStream(links, { resolveLinkTos })))).toEqual([[undefined, `0@${links}`]]);
  });

  it('comes with its event also where many point at a large one, in pages of few', async () => {
    const [target, links] = [newStream('target'), newStream('links')];
    await suite.client.appendToStream(target, binaryEvent({ type: 'Large', data: new Uint8Array(1_000_000) }));
    await suite.client.appendToStream(
      links,
      Array.from({ length: 100 }, () => linkTo(`0@${target}`)),
    );
    const read = await collect(suite.client.readStream(links, { resolveLinkTos }));
    expect(new Set(read.map(({ event }) => (event!.data as Uint8Array).length))).toEqual(new Set([1_000_000]));
    expect(read).toHaveLength(100);
  });
});
