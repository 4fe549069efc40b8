import { describe, expect, it } from '@jest/globals';
import { sharedPb, streamsPb } from '@isegoria/event-store-wire';
import {
  decodeAppendPart,
  decodeBatchPart,
  encodeAppendSuccess,
  encodeAppendWrongExpectedVersion,
  encodeBatchSuccess,
} from './append-messages';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

function identifier(stream: string) {
  return new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}

function proposed(
  properties: Record<string, string> = { type: 'Happened', 'content-type': 'application/json' },
  id = new sharedPb.UUID().setString(ID),
) {
  const message = new streamsPb.BatchAppendReq.ProposedMessage();
  message.setId(id);
  for (const [key, value] of Object.entries(properties)) message.getMetadataMap().set(key, value);
  message.setData(Buffer.from('{}').toString('base64'));
  return message;
}

function batch(message: InstanceType<typeof streamsPb.BatchAppendReq.ProposedMessage>, stream = 'stream') {
  const request = new streamsPb.BatchAppendReq();
  request.setCorrelationId(new sharedPb.UUID().setString(ID));
  request.setOptions(new streamsPb.BatchAppendReq.Options().setStreamIdentifier(identifier(stream)).setStreamPosition('7'));
  request.addProposedMessages(message);
  request.setIsFinal(true);
  return decodeBatchPart(Buffer.from(request.serializeBinary()));
}

describe('append messages, as the client codes them', () => {
  it('a batch is understood', () => {
    const part = batch(proposed());
    expect(part).toMatchObject({ isFinal: true, options: { stream: 'stream', expected: 7 } });
    expect(part.events).toEqual([{ id: ID, type: 'Happened', isJson: true, data: Buffer.from('{}'), metadata: new Uint8Array() }]);
    expect(sharedPb.UUID.deserializeBinary(part.correlation).getString()).toBe(ID);
  });

  it('ids come as text or as two halves, and are kept in lower case', () => {
    const halves = new sharedPb.UUID.Structured();
    halves.setMostSignificantBits(`${BigInt.asIntN(64, 0x0f8fad5bd9cb469fn)}`);
    halves.setLeastSignificantBits(`${BigInt.asIntN(64, 0xa16570867728950en)}`);
    expect(batch(proposed(undefined, new sharedPb.UUID().setStructured(halves))).events[0]!.id).toBe(ID);
    expect(batch(proposed(undefined, new sharedPb.UUID().setString(ID.toUpperCase()))).events[0]!.id).toBe(ID);
  });

  it.each([
    ['no type', proposed({ 'content-type': 'application/json' }), 'stream', "Required Metadata Property 'type' is missing"],
    ['no content type', proposed({ type: 'Happened' }), 'stream', "Required Metadata Property 'content-type' is missing"],
    ['no id', proposed(undefined, new sharedPb.UUID().setString('42')), 'stream', 'The id of an event is a UUID.'],
    ['no name', proposed(), '', 'A stream has a name.'],
    ['a long name', proposed(), 'x'.repeat(1025), 'A stream name has at most 1024 bytes.'],
  ])('an append with %s is refused by itself', (_name, message, stream, sentence) => {
    expect(batch(message, stream).invalid?.message).toBe(sentence);
  });

  it.each([
    ['any', new streamsPb.AppendReq.Options().setAny(new sharedPb.Empty())],
    ['no_stream', new streamsPb.AppendReq.Options().setNoStream(new sharedPb.Empty())],
    ['stream_exists', new streamsPb.AppendReq.Options().setStreamExists(new sharedPb.Empty())],
    ['no_stream', new streamsPb.AppendReq.Options().setRevision('18446744073709551615')],
    [0, new streamsPb.AppendReq.Options().setRevision('0')],
  ] as const)('the expected revision %s is understood', (expected, options) => {
    const request = new streamsPb.AppendReq().setOptions(options.setStreamIdentifier(identifier('stream')));
    expect(decodeAppendPart(Buffer.from(request.serializeBinary())).options?.expected).toBe(expected);
  });

  it('answers are understood by the client', () => {
    const done = { kind: 'done', revision: 3, position: 99 } as const;
    const success = streamsPb.AppendResp.deserializeBinary(encodeAppendSuccess(done)).getSuccess()!;
    expect([success.getCurrentRevision(), success.getPosition()!.getCommitPosition(), success.getPosition()!.getPreparePosition()]).toEqual(
      ['3', '99', '99'],
    );
    const correlation = Buffer.from(new sharedPb.UUID().setString(ID).serializeBinary());
    const batched = streamsPb.BatchAppendResp.deserializeBinary(
      encodeBatchSuccess(correlation, Buffer.from(identifier('stream').serializeBinary()), done),
    );
    expect(batched.getCorrelationId()!.getString()).toBe(ID);
    expect(batched.getSuccess()!.getPosition()!.getCommitPosition()).toBe('99');
    const wrong = streamsPb.AppendResp.deserializeBinary(encodeAppendWrongExpectedVersion('no_stream', 4)).getWrongExpectedVersion()!;
    expect([wrong.hasExpectedNoStream(), wrong.getCurrentRevision()]).toEqual([true, '4']);
  });
});
