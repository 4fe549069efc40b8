import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ServerUnderTest, serversUnderTest, type RawClient } from './servers.fixture';

/** Every kind of operation and of answer; `@` stands for a subject of its own. */
const conversation = [
  'CONNECT {"verbose":true,"pedantic":false,"headers":true,"no_responders":true,"echo":true}\r\n',
  'SUB @.a 1\r\nsub @.*.q  workers 2\r\nSUB\t@.rest.>\t3\r\nSUB @..bad 4\r\n',
  'PUB @.a 5\r\nhe\r\no\r\npub @.a @.re 0\r\n\r\nPUB @.x.q 4\r\nPING\r\n',
  'HPUB @.rest.a.b 12 15\r\nNATS/1.0\r\n\r\n\xff\x00\n\r\nHPUB @.a @.re 18 18\r\nNATS/1.0\r\na: b\r\n\r\n\r\n',
  'UNSUB 3 3\r\nPUB @.rest.c 1\r\nx\r\nPUB @.rest.d 1\r\ny\r\nPUB @.rest.e 1\r\nz\r\nUNSUB 2\r\nPUB @.x.q 1\r\nz\r\n',
  'PUB @.nobody @.a 2\r\nhi\r\nPING\r\nPONG\r\n+OK\r\nUNSUB 99\r\n',
].join('');
const farewells = ['PING\r\n', `PUB @.a ${2 ** 24}\r\n`, 'PUB @.a 1\r\nxyz\r\n', `SUB ${'a'.repeat(5_000)} 1\r\n`, 'POST / HTTP/1.1\r\n'];

describe.each(serversUnderTest)('a conversation cut into packets on %s', (name) => {
  const server = new ServerUnderTest(name);
  let barrier: RawClient;
  beforeAll(async () => {
    await server.start();
    barrier = await server.raw();
  });
  afterAll(() => server.stop());

  /** What the server answers; before each part but the first it has read the ones before. */
  async function answerTo(sent: string, cuts: readonly number[], subject: string): Promise<string> {
    const client = await server.raw();
    await client.hears('\r\n');
    const edges = [...new Set([0, ...cuts, sent.length])].sort((a, b) => a - b);
    for (const [i, end] of edges.slice(1).entries()) {
      client.send(sent.slice(edges[i], end));
      if (end === sent.length) break;
      barrier.send('PING\r\n');
      await barrier.hears('PONG\r\n');
    }
    const answer = sent.endsWith('PING\r\n') ? await client.hears('+OK\r\nPONG\r\n') : await client.lastWords();
    client.close();
    return answer.replaceAll(subject, '@');
  }

  it('is answered alike, cut in two at every place', async () => {
    const subject = server.freshSubject();
    const sent = `${conversation}PING\r\n`.replaceAll('@', subject);
    const whole = await answerTo(sent, [], subject);
    expect(whole.match(/MSG/g)).toHaveLength(8);
    for (let cut = 1; cut < sent.length; cut++) expect([cut, await answerTo(sent, [cut], subject)]).toEqual([cut, whole]);
  }, 120_000);

  it('is answered alike, cut at many places, whatever its end', async () => {
    const subject = server.freshSubject();
    const wholes = new Map<string, string>();
    for (const farewell of farewells) wholes.set(farewell, await answerTo((conversation + farewell).replaceAll('@', subject), [], subject));
    const cuts = fc.array(fc.nat({ max: conversation.length * 2 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...farewells), cuts, async (farewell, places) => {
        const sent = (conversation + farewell).replaceAll('@', subject);
        const within = places.filter((place) => place < sent.length);
        expect(await answerTo(sent, within, subject)).toBe(wholes.get(farewell));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
