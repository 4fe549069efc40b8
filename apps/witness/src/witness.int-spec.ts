import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  addCosignatures,
  formatVerifierKey,
  openCheckpoint,
  parseCosignerKey,
  signCheckpointWithAll,
  unverifiedCheckpoint,
  verifierKey,
  verifyCosignatures,
  webCrypto,
} from '@isegoria/merkle-log';
import { addCheckpoint, TestLog, type Reply } from './log.fixture';
import { MAX_BODY } from './server';
import { startWitness, type RunningWitness } from './start-witness';

const { sha256, verifyEd25519 } = webCrypto;
let folder: string;
let log: TestLog;
let witness: RunningWitness;
const running: RunningWitness[] = [];

async function start(logs = [log.vkey], data = join(folder, 'data')): Promise<RunningWitness> {
  const options = { key: join(folder, 'key.pem'), logs, data, port: 0, host: '127.0.0.1', name: 'witness.example/w1' };
  const started = await startWitness(options);
  running.push(started);
  return started;
}
const add = (body: string, to = witness): Promise<Reply> => addCheckpoint(to.port, body);
const get = async (path: string, to = witness): Promise<Reply> => {
  const response = await fetch(`http://127.0.0.1:${to.port}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};

/** The size and root that the answer cosigns, verified. */
async function cosigned(note: string, { status, body }: Reply) {
  expect({ status, body }).toMatchObject({ status: 200 });
  const key = (await parseCosignerKey(witness.key, sha256))!;
  const grown = await addCosignatures(note, body, [key], verifyEd25519);
  if (!grown.ok) throw new Error(grown.reason);
  return { ...grown, ...unverifiedCheckpoint(note)! };
}

/** The witness reports evidence to its operator; not in these tests. */
const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);

beforeEach(async () => {
  said.mockClear();
  folder = await mkdtemp(join(tmpdir(), 'witness-'));
  log = await (await TestLog.create()).growTo(40);
  witness = await start();
});

afterAll(() => said.mockRestore());

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  await rm(folder, { recursive: true });
});

describe('add-checkpoint', () => {
  it('cosigns a first checkpoint and those that continue it, at the present time', async () => {
    let last = 0;
    for (const size of [0, 0, 1, 7, 8, 8, 33, 40]) {
      const before = Math.floor(Date.now() / 1_000);
      const { cosignatures } = await cosigned(log.note(size), await add(await log.request(last, size)));
      expect(cosignatures[0]!.key.name).toBe('witness.example/w1');
      expect(cosignatures[0]!.time).toBeGreaterThanOrEqual(before);
      last = size;
    }
  });

  it('serves what it cosigned last, with the signatures of the log and its own and no others', async () => {
    const address = `/${createHash('sha256').update('log.example/a').digest('hex')}/checkpoint`;
    expect((await get(address)).status).toBe(404);
    const stranger = '— stranger.example AAAAAAAAAAAA\n';
    await cosigned(log.note(7), await add((await log.request(0, 7)) + stranger));
    const { status, type, body } = await get(address);
    expect({ status, type }).toEqual({ status: 200, type: 'text/plain; charset=utf-8' });
    expect(await openCheckpoint(body, [log.key], verifyEd25519)).toMatchObject({ ok: true, checkpoint: { size: 7 } });
    const key = (await parseCosignerKey(witness.key, sha256))!;
    expect(await verifyCosignatures(body, [key], verifyEd25519)).toMatchObject({ ok: true, cosignatures: [{ key }] });
    expect(body).not.toContain('stranger');
    expect((await get(`/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
  });

  it('answers 409 with the size in its own media type where the old size is not the last one: rollback, replay, gap', async () => {
    await add(await log.request(0, 8));
    await add(await log.request(8, 20));
    for (const stale of [
      await log.request(0, 8),
      await log.request(8, 20),
      await log.request(0, 20),
      await log.request(0, 40),
      await log.request(21, 40),
    ]) {
      expect(await add(stale)).toEqual({ status: 409, type: 'text/x.tlog.size', body: '20\n' });
    }
    await cosigned(log.note(40), await add(await log.request(20, 40)));
  });

  it('answers 409 with 0 where it knows nothing yet', async () => {
    expect(await add(await log.request(8, 20))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '0\n' });
  });

  it('answers 422 to a fork, whatever path it shows', async () => {
    await add(await log.request(0, 8));
    const fork = await (await log.fork()).growTo(40);
    const [honest, forged] = [await log.request(8, 20), await fork.request(8, 20)];
    const withPathOf = (path: string, note: string) => path.slice(0, path.indexOf('\n\n') + 2) + note;
    for (const body of [
      forged,
      withPathOf(honest, fork.note(20)),
      withPathOf(forged, log.note(20)),
      `old 8\n\n${fork.note(20)}`,
      `old 8\n\n${log.note(20)}`,
    ]) {
      expect((await add(body)).status).toBe(422);
    }
    await cosigned(log.note(20), await add(honest));
  });

  it('answers 422 to a path where none belongs, and to an empty tree with a root', async () => {
    const hash = `${Buffer.alloc(32).toString('base64')}\n`;
    expect((await add(`old 0\n${hash}\n${log.note(8)}`)).status).toBe(422);
    const oddly = await signCheckpointWithAll({ size: 0, root: new Uint8Array(32) }, [{ key: log.key, sign: log['sign'] }]);
    expect((await add(`old 0\n\n${oddly}`)).status).toBe(422);
    await add(await log.request(0, 8));
    expect((await add(`old 8\n${hash}\n${log.note(8)}`)).status).toBe(422);
  });

  it('refuses another root for the size that it cosigned, and keeps both checkpoints as evidence once', async () => {
    const fork = await log.fork();
    await add(await log.request(0, 8));
    const evidence = join(folder, 'data/evidence');
    expect((await add(`old 8\n\n${fork.note(8)}`)).status).toBe(422);
    // Nor does it matter which old size the log states.
    expect((await add(await fork.request(0, 8))).status).toBe(409);
    const [file, ...others] = await readdir(evidence);
    expect(others).toEqual([]);
    const kept = await readFile(join(evidence, file!), 'utf8');
    for (const note of kept.split(/\n\n(?=log\.example)/)) {
      const opened = await openCheckpoint(`${note.trimEnd()}\n`, [log.key], verifyEd25519);
      expect(opened).toMatchObject({ ok: true, checkpoint: { size: 8 } });
    }
    expect(kept).toContain(log.note(8).split('\n')[2]);
    expect(kept).toContain(fork.note(8).split('\n')[2]);
    expect(said).toHaveBeenCalledTimes(1);
    await cosigned(log.note(9), await add(await log.request(8, 9)));
  });

  it('answers 404 to a log that it does not know', async () => {
    const other = await (await TestLog.create('log.example/b', 1)).growTo(3);
    expect((await add(await other.request(0, 3))).status).toBe(404);
  });

  it('answers 403 where the signature is missing, of another key, or wrong', async () => {
    const impostor = await (await TestLog.create('log.example/a', 9)).growTo(8);
    expect((await add(await impostor.request(0, 8))).status).toBe(403);
    const wrongLine = log.note(9).split('\n\n')[1]!;
    const wrong = `${log.note(8).split('\n\n')[0]}\n\n${wrongLine}`;
    expect((await add(`old 0\n\n${wrong}`)).status).toBe(403);
    // A valid signature does not make up for an invalid one by a known key.
    expect((await add(`old 0\n\n${log.note(8)}${wrongLine}`)).status).toBe(403);
    await cosigned(log.note(8), await add(await log.request(0, 8)));
  });

  it('answers 400 to an old size above that of the checkpoint, and to what is malformed', async () => {
    await add(await log.request(0, 8));
    expect((await add(`old 9\n\n${log.note(8)}`)).status).toBe(400);
    for (const body of [
      '',
      'old 8\n',
      `old 8\n\n${log.note(9)}x`,
      `old 08\n\n${log.note(9)}`,
      log.note(9),
      `old 8\r\n\r\n${log.note(9)}`,
    ]) {
      expect((await add(body)).status).toBe(400);
    }
    expect((await addCheckpoint(witness.port, Uint8Array.of(0x6f, 0xff))).status).toBe(400);
    await cosigned(log.note(9), await add(await log.request(8, 9)));
  });

  it("answers like another witness to the requests of that one's tests", async () => {
    // Source: cmd/litewitness/testdata of github.com/FiloSottile/torchwood: a log of sigsum with the leaf hashes 2a00…, and its requests.
    const origin = 'sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562';
    const publicKey = Buffer.from('ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f', 'hex');
    const other = await start([formatVerifierKey(await verifierKey(origin, publicKey, sha256))], join(folder, 'sigsum'));
    const hash = (begin: string) => Buffer.from(begin.padEnd(64, '0'), 'hex').toString('base64');
    const signature = (text: string) => `\n— ${origin} ${text}\n`;
    const one = `${origin}\n1\n${hash('2a')}\n${signature('UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=')}`;
    const threeText = `${origin}\n3\nRcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=\n`;
    const threeLine = 'UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=';
    const three = threeText + signature(threeLine);
    const five = `${origin}\n5\nQrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=\n${signature('UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=')}`;
    const path = [hash('2a01'), hash('2a02')].join('\n');
    const spoiltPath = path.replace(/AA=$/, 'BA=');
    const late = `old 1\n${hash('2a01')}\n+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=\n${hash('2a04')}\n\n${five}`;
    const next = `old 3\n${hash('2a02')}\n${hash('2a03')}\nwgiIFdZfYNv6WU1OllBKsWnLYIS/DBMqt8Uh/S4OukE=\n${hash('2a04')}\n\n${five}`;
    const replies: [body: string, status: number, answer: string | RegExp][] = [
      [`old 0\n\n${one}`, 200, /^— witness\.example\/w1 /],
      [`old 1\n${path}\n\n${threeText}${signature(threeLine.replace('6go=', '6gx='))}`, 400, 'The request is malformed\n'],
      [`old 1\n${path}\n\n${threeText}${signature(threeLine.replace('rx6go=', 'rx7go='))}`, 403, /signature/],
      [`old 1\n${path}\n\n${three.replaceAll('9e562', '9e563')}`, 404, /does not know/],
      [`old 1\n\n${three}`, 422, /continue/],
      [`old 1\n${spoiltPath}\n\n${three}`, 422, /continue/],
      [`old 1\n${path}\n\n${three}`, 200, /^— witness\.example\/w1 /],
      [late, 409, '3\n'],
      [next, 200, /^— witness\.example\/w1 /],
      [`old 0\n\n${five}`, 409, '5\n'],
    ];
    for (const [body, status, answer] of replies) {
      const reply = await add(body, other);
      expect(reply.status).toBe(status);
      if (typeof answer === 'string') expect(reply.body).toBe(answer);
      else expect(reply.body).toMatch(answer);
    }
  });
});

describe('a witness that stops and starts', () => {
  it('goes on from what it cosigned, with its key', async () => {
    await add(await log.request(0, 8));
    const { key } = witness;
    await witness.stop();
    witness = await start();
    expect(witness.key).toBe(key);
    expect(await add(await log.request(0, 20))).toMatchObject({ status: 409, body: '8\n' });
    expect((await add(await (await log.fork()).request(8, 20))).status).toBe(422);
    await cosigned(log.note(20), await add(await log.request(8, 20)));
  });

  it('believes either key of a log that changes its key', async () => {
    const newer = await TestLog.create('log.example/a', 5);
    const later = await start([log.vkey, newer.vkey]);
    await cosigned(log.note(8), await add(await log.request(0, 8), later));
    const { root } = unverifiedCheckpoint(log.note(9))!;
    const note = await signCheckpointWithAll({ size: 9, root }, [{ key: newer.key, sign: newer['sign'] }]);
    const body = await log.request(8, 9);
    await cosigned(note, await add(body.slice(0, body.indexOf('\n\n') + 2) + note, later));
  });

  it.each([
    ['a damaged state', 'damaged', async () => ({ data: join(folder, 'data') })],
    ['no log', '--log is needed', async () => ({ logs: [] })],
    ['a key that is none', 'no Ed25519 verifier key', async () => ({ logs: [witness.key] })],
    ['a file that is no key', 'holds no Ed25519 key', async () => ({ key: (await states())[0]! })],
    ['a port that is taken', 'EADDRINUSE', async () => ({ port: witness.port })],
  ])('does not start with %s, and says so', async (what, sentence, change) => {
    await add(await log.request(0, 8));
    const options = {
      key: join(folder, 'key.pem'),
      logs: [log.vkey],
      data: join(folder, 'data'),
      port: 0,
      host: '127.0.0.1',
      ...(await change()),
    };
    if (what === 'a damaged state') await truncate((await states())[0]!, 50);
    await expect(startWitness(options)).rejects.toThrow(sentence);
  });

  const states = async () => (await readdir(join(folder, 'data'))).map((name) => join(folder, 'data', name));
});

describe('two witnesses on one state', () => {
  it('never contradict each other: of two forks that both continue the last checkpoint, one is cosigned', async () => {
    const second = await start();
    let winner = log;
    await add(await winner.request(0, 1));
    for (let last = 1; last < 25; last++) {
      const branches = [winner, await winner.fork(last)];
      const bodies = await Promise.all(branches.map((branch) => branch.request(last, last + 1)));
      const replies = await Promise.all(bodies.map((body, at) => add(body, at === last % 2 ? witness : second)));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      winner = branches[replies.findIndex(({ status }) => status === 200)]!;
      const ahead = winner.note(40);
      expect((await add(`old 40\n\n${ahead}`)).body).toBe(`${last + 1}\n`);
      expect((await add(`old 40\n\n${ahead}`, second)).body).toBe(`${last + 1}\n`);
    }
  });
});

describe('a flood', () => {
  it('of concurrent requests for one log is answered in order, and what is too much is turned away', async () => {
    await add(await log.request(0, 8));
    const body = await log.request(8, 9);
    const replies = await Promise.all(Array.from({ length: 150 }, () => add(body)));
    const counted = (status: number) => replies.filter((reply) => reply.status === status).length;
    expect(counted(200)).toBe(1);
    expect(counted(409) + counted(503)).toBe(149);
    await cosigned(log.note(10), await add(await log.request(9, 10)));
  });

  it('of oversized bodies is refused before it is read, whether they state their length or not', async () => {
    const announced = await rawRequest(witness.port, `POST /add-checkpoint HTTP/1.1\r\nhost: w\r\ncontent-length: ${MAX_BODY + 1}\r\n\r\n`);
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    const chunk = `8000\r\n${'a'.repeat(0x8000)}\r\n`;
    const endless = await rawRequest(
      witness.port,
      `POST /add-checkpoint HTTP/1.1\r\nhost: w\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(5)}`,
    );
    expect(endless).toMatch(/^HTTP\/1\.1 413 /);
    await cosigned(log.note(8), await add(await log.request(0, 8)));
  });

  it('of other requests finds nothing', async () => {
    expect((await get('/add-checkpoint')).status).toBe(405);
    for (const path of ['/checkpoint', '/../data', `/${'0'.repeat(64)}`, '/%00']) expect((await get(path)).status).toBe(404);
  });
});

describe('the page /', () => {
  it('says what it is, gives its key and tells the sizes', async () => {
    await add(await log.request(0, 8));
    const { body } = await get('/');
    expect(body).toContain('This is a witness');
    expect(body).toContain(witness.key);
    expect(body).toContain('log.example/a: 8 entries');
  });
});

/** Sends these bytes and gives what comes back until the server closes. */
function rawRequest(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => (received += String(data)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}
