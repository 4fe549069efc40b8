import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServerUnderTest, serversUnderTest } from './servers.fixture';

const QUIET = 'CONNECT {"verbose":false,"pedantic":false,"headers":true,"no_responders":true}\r\n';

describe.each(serversUnderTest)('the protocol by hand on %s', (name) => {
  const server = new ServerUnderTest(name);
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  it.each([
    [
      'acknowledges each operation in verbose mode',
      'CONNECT {"verbose":true}\r\nSUB @ 1\r\nPUB @ 1\r\nx\r\nUNSUB 1\r\n',
      '+OK\r\n+OK\r\n+OK\r\nMSG @ 1 1\r\nx\r\n+OK\r\n',
    ],
    ['is verbose towards a client that says nothing of it', 'SUB @ 1\r\n', '+OK\r\n'],
    [
      'refuses an invalid subject and goes on',
      `${QUIET}SUB @..b 1\r\nSUB @.>.b 2\r\nSUB .@ 3\r\nSUB @. 4\r\n`,
      "-ERR 'Invalid Subject'\r\n".repeat(4),
    ],
    [
      'objects to publishing to a wildcard in pedantic mode, and does it',
      'CONNECT {"verbose":true,"pedantic":true}\r\nSUB @.* 1\r\nPUB @.* 1\r\nx\r\n',
      "+OK\r\n+OK\r\n-ERR 'Invalid Publish Subject'\r\n+OK\r\nMSG @.* 1 1\r\nx\r\n",
    ],
    ['does not object in another mode', `${QUIET}SUB @.* 1\r\nPUB @.* 1\r\nx\r\n`, 'MSG @.* 1 1\r\nx\r\n'],
    ['ends a subscription whose new maximum is no number', `${QUIET}SUB @ 1\r\nUNSUB 1 x\r\nPUB @ 0\r\n\r\n`, ''],
    [
      'keeps the first subscription of a sid',
      `${QUIET}SUB @.a 1\r\nSUB @.b 1\r\nPUB @.b 0\r\n\r\nPUB @.a 0\r\n\r\n`,
      'MSG @.a 1 0\r\n\r\n',
    ],
    ['passes replies on', `${QUIET}SUB @ 1\r\nPUB @ @.reply 2\r\nhi\r\n`, 'MSG @ 1 @.reply 2\r\nhi\r\n'],
    ['passes headers on', `${QUIET}SUB @ 1\r\nHPUB @ 12 14\r\nNATS/1.0\r\n\r\nhi\r\n`, 'HMSG @ 1 12 14\r\nNATS/1.0\r\n\r\nhi\r\n'],
    ['passes a payload with line ends on', `${QUIET}SUB @ 1\r\nPUB @ 8\r\n\r\nPING\r\n\r\n`, 'MSG @ 1 8\r\n\r\nPING\r\n\r\n'],
    [
      'gives a status to a request that nobody responds to',
      `${QUIET}SUB @.re 7\r\nPUB @ @.re 0\r\n\r\n`,
      'HMSG @.re 7 16 16\r\nNATS/1.0 503\r\n\r\n\r\n',
    ],
    [
      'does not count that status towards a maximum',
      `${QUIET}SUB @.re 7\r\nUNSUB 7 1\r\nPUB @ @.re 0\r\n\r\nPUB @.re 0\r\n\r\nPUB @.re 0\r\n\r\n`,
      'HMSG @.re 7 16 16\r\nNATS/1.0 503\r\n\r\n\r\nMSG @.re 7 0\r\n\r\n',
    ],
    [
      'ends a subscription whose maximum is already reached',
      `${QUIET}SUB @ 1\r\nPUB @ 0\r\n\r\nUNSUB 1 1\r\nPUB @ 0\r\n\r\n`,
      'MSG @ 1 0\r\n\r\n',
    ],
    ['delivers once to a group on two patterns', `${QUIET}SUB @.* q 1\r\nSUB @.b q 1\r\nPUB @.b 0\r\n\r\n`, 'MSG @.b 1 0\r\n\r\n'],
    ['lets an unknown sid be given up', `${QUIET}UNSUB 99\r\n`, ''],
  ])('%s', async (_, sent, expected) => {
    const subject = server.freshSubject();
    const client = await server.raw();
    await client.hears('\r\n');
    client.send(`${sent.replaceAll('@', subject)}PING\r\n`);
    expect(await client.hears('PONG\r\n')).toBe(`${expected.replaceAll('@', subject)}PONG\r\n`);
    client.close();
  });

  it('delivers to each of two subscriptions of a client, in no promised order', async () => {
    const subject = server.freshSubject();
    const client = await server.raw();
    await client.hears('\r\n');
    client.send(`${QUIET}SUB ${subject} 1\r\nSUB ${subject} 2\r\nPUB ${subject} 0\r\n\r\nPING\r\n`);
    const heard = (await client.hears('PONG\r\n')).split('\r\n').filter((line) => line.startsWith('MSG'));
    expect(heard.sort()).toEqual([`MSG ${subject} 1 0`, `MSG ${subject} 2 0`]);
    client.close();
  });

  it('strips headers for a client that does not know them', async () => {
    const subject = server.freshSubject();
    const [plain, knowing] = [await server.raw(), await server.raw()];
    await plain.hears('\r\n');
    plain.send(`CONNECT {"verbose":false}\r\nSUB ${subject} 1\r\nPING\r\n`);
    await plain.hears('PONG\r\n');
    knowing.send(`${QUIET}HPUB ${subject} 12 14\r\nNATS/1.0\r\n\r\nhi\r\n`);
    expect(await plain.hears('hi\r\n')).toBe(`MSG ${subject} 1 2\r\nhi\r\n`);
  });

  it('reads operations that arrive byte by byte', async () => {
    const subject = server.freshSubject();
    const client = await server.raw();
    await client.hears('\r\n');
    await client.sendByteByByte(`${QUIET}SUB ${subject} 1\r\nPUB ${subject} 5\r\nhe\r\no\r\nPING\r\n`);
    expect(await client.hears('PONG\r\n')).toBe(`MSG ${subject} 1 5\r\nhe\r\no\r\nPONG\r\n`);
  });

  it.each([
    ['an unknown operation', 'POST / HTTP/1.1\r\n', 'Unknown Protocol Operation'],
    ['an empty line', '\r\n', 'Unknown Protocol Operation'],
    ['a payload longer than announced', 'PUB a 1\r\nxyz\r\n', 'Unknown Protocol Operation'],
    ['a payload over the limit', 'PUB a 2000000\r\n', 'Maximum Payload Violation'],
    ['a control line over the limit', `PUB ${'a'.repeat(5000)} 1\r\n`, 'maximum control line exceeded'],
    [
      'no_responders without headers',
      'CONNECT {"verbose":false,"headers":false,"no_responders":true}\r\n',
      'no responders requires headers support',
    ],
  ])('hangs up on %s', async (_, sent, reason) => {
    const client = await server.raw();
    await client.hears('\r\n');
    client.send(`${sent.startsWith('CONNECT') ? '' : QUIET}${sent}`);
    expect(await client.lastWords()).toBe(`-ERR '${reason}'\r\n`);
  });

  it.each(['CONNECT {oops\r\n', 'CONNECT []\r\n', 'CONNECT {"verbose":"yes"}\r\n', 'PUB a x\r\n', 'SUB a\r\n', 'HPUB a 5 4\r\nabcd\r\n'])(
    'hangs up on %j',
    async (sent) => {
      const client = await server.raw();
      client.send(sent);
      await client.closed;
    },
  );
});
