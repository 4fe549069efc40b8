import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameParser, type FrameHandler } from './parser';

type Operation = readonly [name: string, ...details: unknown[]];

/** Writes down what the parser hands over; messages are copied, since a publication is valid only during the call. */
function recorder(): { operations: Operation[]; handler: FrameHandler } {
  const operations: Operation[] = [];
  const handler: FrameHandler = {
    connect: (options) => operations.push(['CONNECT', options.trim()]),
    ping: () => operations.push(['PING']),
    pong: () => operations.push(['PONG']),
    publish: ({ subject, reply, headerLength, source, start, end }) =>
      operations.push(['PUB', subject, reply, headerLength, source.toString('hex', start, end)]),
    subscribe: (subject, queue, sid) => operations.push(['SUB', subject, queue, sid]),
    unsubscribe: (sid, max) => operations.push(['UNSUB', sid, max]),
    unfinished: () => {},
    broken: (reason) => operations.push(['broken', reason]),
  };
  return { operations, handler };
}

function parse(chunks: readonly Buffer[], maxPayload = 1024): Operation[] {
  const { operations, handler } = recorder();
  const parser = new FrameParser(handler, { maxPayload, maxControlLine: 4096 });
  chunks.forEach((chunk) => parser.push(chunk));
  return operations;
}

const parseText = (text: string): Operation[] => parse([Buffer.from(text, 'latin1')]);

interface Frame {
  readonly wire: Buffer;
  readonly operation: Operation;
}

const visible = [...Array(256).keys()].filter((byte) => byte > 32).map((byte) => String.fromCharCode(byte));
const word = fc.string({ unit: fc.constantFrom(...visible), minLength: 1, maxLength: 12 });
const maybeWord = fc.option(word, { nil: undefined });
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

function frame(operation: Operation, words: readonly (string | number | undefined)[], message?: Buffer): Frame {
  const line = Buffer.from(`${words.filter((one) => one !== undefined).join(' ')}\r\n`, 'latin1');
  return { operation, wire: message ? Buffer.concat([line, message, Buffer.from('\r\n')]) : line };
}

const frames = fc.array(
  fc.oneof(
    fc.constantFrom('PING', 'ping').map((name) => frame(['PING'], [name])),
    fc.constant(frame(['PONG'], ['PONG'])),
    fc.json().map((json) => {
      const ascii = json.replace(/[^\x20-\x7e]/g, '?');
      return frame(['CONNECT', ascii.trim()], ['CONNECT', ascii]);
    }),
    fc.tuple(word, maybeWord, word).map(([subject, queue, sid]) => frame(['SUB', subject, queue, sid], ['SUB', subject, queue, sid])),
    fc.tuple(word, fc.nat({ max: 999_999_999 })).map(([sid, max]) => frame(['UNSUB', sid, max], ['UNSUB', sid, max || undefined])),
    fc
      .tuple(word, maybeWord, bytes)
      .map(([subject, reply, payload]) =>
        frame(['PUB', subject, reply, 0, payload.toString('hex')], ['pub', subject, reply, payload.length], payload),
      ),
    fc.tuple(word, maybeWord, bytes, bytes).map(([subject, reply, head, payload]) => {
      const message = Buffer.concat([head, payload]);
      const words = ['HPUB', subject, reply, head.length, message.length];
      return frame(['PUB', subject, reply, head.length, message.toString('hex')], words, message);
    }),
  ),
  { maxLength: 20 },
);

describe('FrameParser', () => {
  it('reads the same operations wherever the bytes are cut', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.nat({ max: 6_000 })), (sent, cuts) => {
        const wire = Buffer.concat(sent.map((one) => one.wire));
        const edges = [0, ...cuts.filter((cut) => cut < wire.length).sort((a, b) => a - b), wire.length];
        const chunks = edges.slice(1).map((end, i) => wire.subarray(edges[i], end));
        expect(parse(chunks)).toEqual(sent.map((one) => one.operation));
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same operations byte by byte, and cut in two at every place', () => {
    const wire = Buffer.from(
      'CONNECT {"verbose":false}\r\nSUB a.* q 1\r\nHPUB a.b re 12 15\r\nNATS/1.0\r\n\r\nh\ni\r\nPUB a 0\r\n\r\nUNSUB 1 2\r\nPING\r\n',
    );
    const whole = parse([wire]);
    expect(whole.map(([name]) => name)).toEqual(['CONNECT', 'SUB', 'PUB', 'PUB', 'UNSUB', 'PING']);
    expect(parse([...wire].map((byte) => Buffer.from([byte])))).toEqual(whole);
    for (let cut = 0; cut <= wire.length; cut++) expect(parse([wire.subarray(0, cut), wire.subarray(cut)])).toEqual(whole);
  });

  it('takes any bytes without throwing, and nothing after it gave up', () => {
    const alphabet = fc.constantFrom(...Buffer.from('PUBHSNICOTGpub \t\r\n0159{}>*.+-'));
    const noise = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(alphabet, { maxLength: 200 }).map((list) => Uint8Array.from(list)));
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 10 }), (chunks) => {
        const operations = parse(chunks.map((chunk) => Buffer.from(chunk)));
        const gaveUp = operations.findIndex(([name]) => name === 'broken');
        if (gaveUp !== -1) expect(gaveUp).toBe(operations.length - 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes tabs, runs of spaces, small letters and a bare LF', () => {
    expect(parseText('sub\ta \t 1 \nPing\nHpUb  a 0  0\r\n\r\n')).toEqual([
      ['SUB', 'a', undefined, '1'],
      ['PING'],
      ['PUB', 'a', undefined, 0, ''],
    ]);
  });

  it.each([
    ['POST / HTTP/1.1\r\n', 'Unknown Protocol Operation'],
    ['\r\n', 'Unknown Protocol Operation'],
    ['UNSU 1\r\n', 'Unknown Protocol Operation'],
    ['PINGPONG\r\n', 'Unknown Protocol Operation'],
    ['PUB\r\n', 'Unknown Protocol Operation'],
    ['PUB a\r\n', 'Parser Error'],
    ['PUB a b c 1\r\n', 'Parser Error'],
    ['PUB a b c d e f g 1\r\n', 'Parser Error'],
    ['PUB a -1\r\n', 'Parser Error'],
    ['PUB a 1e2\r\n', 'Parser Error'],
    ['PUB a 99999999999\r\n', 'Parser Error'],
    ['HPUB a 1\r\n', 'Parser Error'],
    ['HPUB a 5 4\r\nabcd\r\n', 'Parser Error'],
    ['SUB a\r\n', 'Parser Error'],
    ['SUB a b c d\r\n', 'Parser Error'],
    ['UNSUB 1 2 3\r\n', 'Parser Error'],
    ['PUB a 1\r\nxyz', 'Unknown Protocol Operation'],
    ['PUB a 1025\r\n', 'Maximum Payload Violation'],
    [`PUB ${'a'.repeat(4096)} 0\r\n\r\n`, 'maximum control line exceeded'],
    ['a'.repeat(4097), 'maximum control line exceeded'],
  ])('refuses %j', (text, reason) => {
    expect(parseText(text)).toEqual([['broken', reason]]);
    expect(parseText(`PING\r\n${text}PING\r\n`)).toEqual([['PING'], ['broken', reason]]);
  });

  it('takes a message of exactly the largest size', () => {
    expect(parseText(`PUB a 1024\r\n${'x'.repeat(1024)}\r\n`)).toEqual([['PUB', 'a', undefined, 0, '78'.repeat(1024)]]);
  });
});
