import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogKeys } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import {
  checkPolicy,
  cosign,
  cosignerKey,
  formatCosignerKey,
  formatSignatureLine,
  formatWitnessSize,
  leafHash,
  parseAddCheckpoint,
  parsePolicy,
  parseVerifierKey,
  signedTime,
  unverifiedCheckpoint,
  verifyConsistency,
  verifyTlogProof,
  webCrypto,
  type Checkpoint,
  type CosignerKey,
  type WitnessPolicy,
} from '@isegoria/merkle-log';
import { eventually, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { sha256 } from '../keys/log-identity';
import { appendVotes, covers, startLog, type TestLog } from '../log.fixture';

/** What a witness does wrong with a request, if anything. */
type Mischief = (request: IncomingMessage, response: ServerResponse) => void;

/** A witness that remembers one checkpoint, and can be told to misbehave. */
class TestWitness {
  mischief?: Mischief;
  cosigned?: Checkpoint;
  requests = 0;
  /** What it accepted from the log without a valid proof. */
  readonly wrong: string[] = [];
  private constructor(
    private readonly server: Server,
    readonly key: CosignerKey,
    private readonly secret: KeyObject,
  ) {}

  static async start(name: string): Promise<TestWitness> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = await cosignerKey(name, publicKey.export({ format: 'der', type: 'spki' }).subarray(-32), sha256);
    const server = createServer();
    const witness = new TestWitness(server, key, privateKey);
    server.on('request', (request, response) => void witness.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return witness;
  }

  get setting(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port} ${formatCosignerKey(this.key)}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests++;
    if (this.mischief) return this.mischief(request, response);
    const body = Buffer.concat(await request.toArray()).toString();
    const { oldSize, proof, checkpoint: note } = parseAddCheckpoint(body)!;
    const checkpoint = unverifiedCheckpoint(note)!;
    const known = this.cosigned;
    if (oldSize !== (known?.size ?? 0))
      return void response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(formatWitnessSize(known?.size ?? 0));
    const isConsistent =
      !known ||
      (await verifyConsistency(
        { from: known.size, fromRoot: known.root, to: checkpoint.size, toRoot: checkpoint.root, path: proof },
        sha256,
      ));
    if (!isConsistent) {
      this.wrong.push(note);
      return void response.writeHead(422).end();
    }
    this.cosigned = checkpoint;
    response.end(await this.lineFor(note));
  }

  /** A cosignature on this note, or on another text. */
  async lineFor(note: string, secret = this.secret): Promise<string> {
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    return formatSignatureLine(await cosign(text, Math.floor(Date.now() / 1000), this.key, (bytes) => sign(null, bytes, secret)));
  }
}

describe('cosignatures', () => {
  let parts: TestPart[];
  let store: EventStore;
  let witnesses: TestWitness[];
  let log: (TestLog & { stop(): Promise<void> }) | undefined;
  let database: TestPart;

  beforeAll(async () => {
    parts = [await testEventStore()];
    store = new EventStore(parts[0]!.url);
  });
  afterEach(async () => {
    await log?.stop();
    log = undefined;
    for (const witness of witnesses ?? []) await witness.stop();
    await database?.stop();
  });
  afterAll(async () => {
    await store.close();
    for (const part of parts) await part.stop();
  });

  const start = async (settings: Record<string, string> = {}) => {
    const LOG_WITNESSES = witnesses.map(({ setting }) => setting).join(',');
    log = await startLog({
      EVENTSTORE_URL: parts[0]!.url,
      DATABASE_URL: database.url,
      PUBLIC_URL: 'https://ministry.example',
      LOG_WITNESSES,
      ...settings,
    });
    return log;
  };
  const prepare = async () => {
    database = await testDatabase();
    witnesses = await Promise.all(['court.example/w', 'university.example/w', 'authority.example/w'].map(TestWitness.start));
  };
  const policyOf = async (log: TestLog): Promise<WitnessPolicy> => {
    const read = await parsePolicy(await log.text('/log/policy'), sha256);
    if (!read.ok) throw new Error(read.reason);
    return read.policy;
  };
  /** The names of those who cosigned the newest checkpoint, once the policy is met. */
  const cosigners = (log: TestLog) =>
    eventually(async () => {
      const checked = await checkPolicy(await log.text('/log/checkpoint'), await policyOf(log), webCrypto.verifyEd25519);
      if (!checked.ok) throw new Error(checked.reason);
      return checked.cosignatures.map(({ key }) => key.name).sort();
    }, 20_000);
  const vote = async (log: TestLog) => {
    const [id] = await appendVotes(store, 1);
    await covers(log, id!);
    return id!;
  };

  it('stand under each checkpoint, by the policy that the log publishes, also after a restart', async () => {
    await prepare();
    let running = await start();
    expect(await running.text('/log/policy')).toMatch(
      /^log ministry\.example\/log\+\S+ https:\/\/ministry\.example\/log\nwitness [\s\S]*\ngroup witnesses 2 \S+ \S+ \S+\nquorum witnesses\n$/,
    );
    for (let n = 0; n < 3; n++) {
      await vote(running);
      expect(await cosigners(running)).toEqual(['authority.example/w', 'court.example/w', 'university.example/w']);
    }
    expect(await running.text('/metrics')).toMatch(/^isegoria_log_cosignatures 3$/m);
    await running.stop();
    await appendVotes(store, 3);
    running = await start();
    await vote(running);
    expect(await cosigners(running)).toHaveLength(3);
    expect(witnesses.flatMap(({ wrong }) => wrong)).toEqual([]);
  }, 60_000);

  it('are given again while nothing comes, with the time of the log itself, so that a quiet log is seen to be no old one', async () => {
    await prepare();
    const running = await start({ LOG_SIGN_AGAIN_SECONDS: '1' });
    await vote(running);
    await cosigners(running);
    const { checkpointKey } = await running.json<LogKeys>('/log/keys');
    const own = (await parseVerifierKey(checkpointKey, sha256))!;
    const times = async () => {
      const note = await running.text('/log/checkpoint');
      const checked = await checkPolicy(note, await policyOf(running), webCrypto.verifyEd25519);
      const signed = await signedTime(note, [own], sha256, webCrypto.verifyEd25519);
      if (!checked.ok || !signed.ok) throw new Error('The checkpoint is not cosigned.');
      return { size: checked.checkpoint.size, all: [signed.time!, ...checked.cosignatures.map(({ time }) => time)] };
    };
    const { size, all } = await times();
    const latest = Math.max(...all);
    await eventually(async () => {
      const now = await times();
      expect(now.size).toBe(size);
      expect(now.all.every((time) => time > latest)).toBe(true);
    }, 20_000);
  }, 60_000);

  it('make a receipt provable without asking anybody', async () => {
    await prepare();
    const running = await start();
    const id = await vote(running);
    await cosigners(running);
    const answer = await fetch(`${running.url}/log/receipts/${id}/proof`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    const entry = (await running.entries()).find(({ leaf }) => leaf.includes(id))!;
    const policy = await policyOf(running);
    expect(await verifyTlogProof(text, leafHash(sha256, Buffer.from(entry.leaf)), policy)).toMatchObject({ ok: true, index: entry.seq });
    expect(text).toContain(`\nextra ${Buffer.from(entry.leaf).toString('base64')}\n`);
    expect(
      await verifyTlogProof(text, leafHash(sha256, Buffer.from(entry.leaf.replace('"revision":0', '"revision":1'))), policy),
    ).toMatchObject({ ok: false, reason: 'not-included' });
    expect((await fetch(`${running.url}/log/receipts/5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10/proof`)).status).toBe(404);
  }, 60_000);

  it.each<[string, Mischief]>([
    ['never answers', () => undefined],
    ['answers byte by byte', (_, response) => void setInterval(() => response.write('x'), 100).unref()],
    [
      'answers without end',
      (_, response) =>
        void (function pour(): void {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          response.once('drain', pour);
        })(),
    ],
    ['leads elsewhere', (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()],
    ['hangs up', (request) => void request.socket.destroy()],
    ['is never content', (_, response) => void response.writeHead(409).end('0\n')],
    ['claims to know a larger tree', (_, response) => void response.writeHead(409).end('9007199254740991\n')],
    ['answers nonsense', (_, response) => void response.end('— court.example/w AAAA\n')],
    ['answers with a status of its own', (_, response) => void response.writeHead(500).end()],
  ])(
    'of others come while one %s',
    async (_, mischief) => {
      await prepare();
      witnesses[0]!.mischief = mischief;
      const running = await start();
      await vote(running);
      expect(await cosigners(running)).toEqual(['authority.example/w', 'university.example/w']);
      expect(witnesses[0]!.requests).toBeGreaterThan(0);
    },
    60_000,
  );

  it('that are wrong, or by somebody else, never reach a checkpoint', async () => {
    await prepare();
    const { privateKey } = generateKeyPairSync('ed25519');
    witnesses[0]!.mischief = async (request, response) => {
      const { checkpoint } = parseAddCheckpoint(Buffer.concat(await request.toArray()).toString())!;
      response.end(await witnesses[0]!.lineFor(checkpoint, privateKey));
    };
    witnesses[1]!.mischief = async (request, response) => {
      const { checkpoint } = parseAddCheckpoint(Buffer.concat(await request.toArray()).toString())!;
      response.end(await witnesses[2]!.lineFor(checkpoint));
    };
    const running = await start({ LOG_WITNESS_QUORUM: '1' });
    await vote(running);
    expect(await cosigners(running)).toEqual(['authority.example/w']);
  }, 60_000);

  it('are asked for again when too few came, without anything new in the log', async () => {
    await prepare();
    const away: Mischief = (request) => void request.socket.destroy();
    for (const witness of witnesses) witness.mischief = away;
    const running = await start();
    await vote(running);
    const { size } = await running.checkpoint();
    for (const witness of witnesses) witness.mischief = undefined;
    expect(await cosigners(running)).toHaveLength(3);
    expect((await running.checkpoint()).size).toBe(size);
  }, 60_000);

  it('need settings that can be read', async () => {
    await prepare();
    const [first] = witnesses.map(({ setting }) => setting);
    for (const LOG_WITNESSES of ['nonsense', 'ftp://x y', `http://127.0.0.1 ${first!.split(' ')[1]!.slice(0, -2)}AA`])
      await expect(start({ LOG_WITNESSES })).rejects.toThrow(/LOG_WITNESSES/);
    await expect(start({ LOG_WITNESSES: `${first},${first}` })).rejects.toThrow(/LOG_WITNESSES makes no policy/);
    for (const LOG_WITNESS_QUORUM of ['4', '-1', '1.5', 'two', ' '])
      await expect(start({ LOG_WITNESS_QUORUM })).rejects.toThrow(/LOG_WITNESS_QUORUM/);
  }, 60_000);
});
