import { describe, expect, it } from '@jest/globals';
import { AccessDeniedError, UnknownError } from '@eventstore/db-client';
import { collect, errorOf, happened, newStream, runningStore, several } from '../running-store.fixture';

const suite = runningStore();
/** A call with credentials of its own goes by Append, any other by BatchAppend. */
const waysToAppend = [
  ['BatchAppend', {}],
  ['Append', { credentials: { username: 'ignored', password: 'without TLS' } }],
] as const;

describe('a stream that names who may', () => {
  it.each(waysToAppend)('write, takes nothing from others, by %s', async (_call, options) => {
    const stream = newStream();
    await suite.client.setStreamMetadata(stream, { acl: { writeRoles: ['ann'] } });
    await suite.clientOf('ann').appendToStream(stream, happened(0), options);
    expect(await errorOf(suite.clientOf('eve').appendToStream(stream, happened(1), options))).toBeInstanceOf(AccessDeniedError);
    await suite.clientOf('admin').appendToStream(stream, happened(2), options);
    await suite.client.appendToStream(stream, happened(3), options);
    expect((await collect(suite.clientOf('eve').readStream(stream))).map(({ event }) => (event!.data as { n: number }).n)).toEqual([
      0, 2, 3,
    ]);
  });

  it('read, shows nothing to others, neither now nor live', async () => {
    const stream = newStream();
    await suite.client.appendToStream(stream, several(2));
    await suite.client.setStreamMetadata(stream, { acl: { readRoles: ['ann', 'bob'] } });
    const eve = suite.clientOf('eve');
    expect(await errorOf(collect(eve.readStream(stream)))).toBeInstanceOf(AccessDeniedError);
    expect(await errorOf(collect(eve.subscribeToStream(stream)))).toBeInstanceOf(AccessDeniedError);
    expect(await collect(suite.clientOf('bob').readStream(stream))).toHaveLength(2);
  });

  it('delete, is deleted by no other', async () => {
    const stream = newStream();
    await suite.client.appendToStream(stream, happened(0));
    await suite.client.setStreamMetadata(stream, { acl: { deleteRoles: ['ann'] } });
    expect(await errorOf(suite.clientOf('eve').deleteStream(stream))).toBeInstanceOf(AccessDeniedError);
    expect(await errorOf(suite.clientOf('eve').tombstoneStream(stream))).toBeInstanceOf(AccessDeniedError);
    await suite.clientOf('ann').deleteStream(stream);
  });

  it('touch its metadata, lets no other see or change it', async () => {
    const stream = newStream();
    await suite.client.setStreamMetadata(stream, { acl: { metaReadRoles: ['ann'], metaWriteRoles: ['ann'] } });
    const eve = suite.clientOf('eve');
    expect(await errorOf(eve.getStreamMetadata(stream))).toBeInstanceOf(AccessDeniedError);
    expect(await errorOf(eve.setStreamMetadata(stream, {}))).toBeInstanceOf(AccessDeniedError);
    await suite.clientOf('ann').setStreamMetadata(stream, {});
    expect((await eve.getStreamMetadata(stream)).metadata).toEqual({});
  });
});

describe('a user who is not the administrator', () => {
  it('reads neither the whole log nor system streams', async () => {
    const eve = suite.clientOf('eve');
    expect(await errorOf(collect(eve.readAll({ maxCount: 1 })))).toBeInstanceOf(AccessDeniedError);
    expect(await errorOf(collect(eve.subscribeToAll()))).toBeInstanceOf(AccessDeniedError);
    expect(await errorOf(eve.appendToStream('$mine', happened(0)))).toBeInstanceOf(AccessDeniedError);
  });

  it('without a name is told how to give one', async () => {
    const nobody = suite.clientOf('');
    const error = await errorOf(collect(nobody.readStream(newStream())));
    expect(error).toBeInstanceOf(UnknownError);
    expect(String(error)).toContain('The authorization header is read as Basic, with a user name.');
  });
});
