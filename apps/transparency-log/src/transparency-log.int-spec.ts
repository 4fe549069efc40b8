import { createHash, createPrivateKey, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { LogKeys, Problem, ReceiptProof } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { checkReceipt, leafHash, verifyConsistency, verifyInclusion } from '@isegoria/merkle-log';
import { ReceiptSigner } from '@isegoria/service-host';
import { eventually, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { appendVotes, covers, expectWholeLog, leafIn, linesOf, logSecrets, newEvent, rootOf, startLog, type TestLog } from './log.fixture';
import { sha256 } from './keys/log-identity';

const fromBase64 = (path: readonly string[]) => path.map((hash) => Buffer.from(hash, 'base64'));
const sha256Hex = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

describe('the transparency log', () => {
  let parts: TestPart[];
  let store: EventStore;
  let log: TestLog & { stop(): Promise<void> };
  let ids: string[];

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testDatabase()]);
    store = new EventStore(parts[0]!.url);
    ids = await appendVotes(store, 37);
    log = await startLog({ EVENTSTORE_URL: parts[0]!.url, DATABASE_URL: parts[1]!.url, PUBLIC_URL: 'https://ministry.example/' });
    await covers(log, ids.at(-1)!);
  });

  afterAll(async () => {
    await log?.stop();
    await store?.close();
    for (const part of parts ?? []) await part.stop();
  });

  const refusal = async (path: string): Promise<Problem> => (await fetch(log.url + path)).json() as Promise<Problem>;

  it('makes every event a leaf over its stored bytes', async () => {
    const [id] = await appendVotes(store, 1);
    ids.push(id!);
    await covers(log, id!);
    await expectWholeLog(log, ids);
    for (const entry of await log.entries()) {
      const leaf = leafIn(entry);
      if (entry.data === null || entry.metadata === null) continue;
      expect([leaf.data, leaf.metadata]).toEqual([sha256Hex(entry.data), sha256Hex(entry.metadata)]);
    }
    const last = (await log.entries()).at(-1)!;
    const [stored] = await store.readStream(`ballot-${id}`);
    expect(leafIn(last)).toMatchObject({
      id,
      stream: `ballot-${id}`,
      revision: 0,
      type: 'StatementVoteCast',
      schema: 1,
      time: stored!.recordedAt,
    });
    expect(last.position).toBe(stored!.position);
    expect(JSON.parse(Buffer.from(last.data!, 'base64').toString())).toEqual(stored!.data);
  });

  it('has no entry of what must not be in it, and says how far it covers the store all the same', async () => {
    const before = (await log.entries()).length;
    const event = { type: 'SomethingNewer', data: {}, id: randomUUID(), metadata: { at: new Date().toISOString(), correlationId: 'spec' } };
    const { position } = await store.append(`erased-${event.id}`, [event], 'none');
    const covered = async () => (await fetch(`${log.url}/log/position`)).json();
    await eventually(async () => expect(await covered()).toEqual({ size: before, position }));
    expect(await log.entries()).toHaveLength(before);
    const [id] = await appendVotes(store, 1);
    ids.push(id!);
    await covers(log, id!);
    await expectWholeLog(log, ids);
  });

  it('tells its operator how much it covers, and how soon', async () => {
    const metrics = await log.text('/metrics');
    const valueOf = (name: string) => Number(new RegExp(`^isegoria_log_${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
    expect(valueOf('entries')).toBe((await log.checkpoint()).size);
    expect(Math.abs(valueOf('signed_timestamp_seconds') - Date.now() / 1000)).toBeLessThan(60);
    expect(valueOf('lag_seconds')).toBeGreaterThan(0);
    expect(valueOf('cosignatures')).toBe(0);
  });

  it('names itself after its public address, and says where everything is', async () => {
    const { origin, checkpointKey, receiptKey } = await log.json<LogKeys>('/log/keys');
    expect(origin).toBe('ministry.example/log');
    expect(checkpointKey).toMatch(/^ministry\.example\/log\+[0-9a-f]{8}\+/);
    expect(receiptKey).toMatch(/^ministry\.example\/log\/receipts\+[0-9a-f]{8}\+/);
    expect(await log.json('/log')).toMatchObject({ origin, addresses: { checkpoint: '/log/checkpoint', keys: '/log/keys' } });
    const answer = await fetch(`${log.url}/log/checkpoint`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  it('proves a receipt, within seconds of the event', async () => {
    const event = newEvent('StatementVoteCast', { choice: 'pass' });
    await store.append(`ballot-${event.id}`, [event], 'none');
    const began = performance.now();
    await covers(log, event.id);
    expect(performance.now() - began).toBeLessThan(5_000);
    ids.push(event.id);
    const { leaf, path, checkpoint } = await log.json<ReceiptProof>(`/log/receipts/${event.id}`);
    const { checkpointKey, receiptKey } = await log.json<LogKeys>('/log/keys');
    const key = createPrivateKey({ key: Buffer.from(logSecrets.RECEIPT_SIGNING_KEY, 'base64'), format: 'der', type: 'pkcs8' });
    const [recorded] = await store.readStream(`ballot-${event.id}`);
    const receipt = new ReceiptSigner(key).receiptFor(recorded!);
    const evidence = { leaf: JSON.parse(leaf), path: [...path], checkpoint };
    const steps = await checkReceipt(receipt, evidence, { receipt: [receiptKey], log: [checkpointKey] });
    expect(steps.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('names the next entry about the same thing in the stream, and nothing about streams that are withheld', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const vote = (statementId: string, choice: string) => newEvent('StatementVoteCast', { statementId, choice });
    const votes = [vote(one, 'agree'), vote(other, 'agree'), vote(one, 'pass'), vote(one, 'agree')] as const;
    const hidden = [vote(one, 'agree'), vote(one, 'pass')] as const;
    const comment = () => newEvent('CommentSubmitted', { statementId: one });
    const comments = [comment(), comment()] as const;
    await store.append(`ballot-${randomUUID()}-x`, [...votes], 'none');
    await store.append(`account-${randomUUID()}`, [...hidden], 'none');
    await store.append(`comment-${randomUUID()}`, [...comments], 'none');
    await covers(log, comments[1].id);
    const proof = (id: string) => log.json<ReceiptProof>(`/log/receipts/${id}`);
    const [first, third, fourth] = await Promise.all([votes[0], votes[2], votes[3]].map(({ id }) => proof(id)));
    expect(first!.replacedBy).toEqual({ eventId: votes[2].id, seq: third!.seq });
    expect(third!.replacedBy).toEqual({ eventId: votes[3].id, seq: fourth!.seq });
    for (const { id } of [votes[1], votes[3], hidden[0], comments[0]]) expect((await proof(id)).replacedBy).toBeNull();
  });

  it('proves what the leaves say, whatever the index of events says', async () => {
    const [one, other, kept] = await appendVotes(store, 3);
    await covers(log, kept!);
    const proof = (id: string) => log.json<ReceiptProof>(`/log/receipts/${id}`);
    const before = await Promise.all([one!, other!].map(proof));
    const database = await new DataSource({ type: 'postgres', url: parts[1]!.url }).initialize();
    try {
      await database.query('UPDATE log.event SET event_id = CASE event_id WHEN $1 THEN $2::uuid ELSE $1 END WHERE event_id IN ($1, $2)', [
        one,
        other,
      ]);
      const found = await Promise.all([one!, other!].map(proof));
      expect(found.map(({ leaf, seq }) => [leaf, seq])).toEqual(before.map(({ leaf, seq }) => [leaf, seq]));
      expect(found.map(({ leaf }) => (JSON.parse(leaf) as { id: string }).id)).toEqual([one, other]);
    } finally {
      await database.destroy();
    }
  });

  it('proves inclusion and consistency for every size up to the newest', async () => {
    const entries = await log.entries();
    const to = entries.length;
    const toRoot = rootOf(entries);
    for (let size = 1; size <= to; size += 3) {
      const root = rootOf(entries.slice(0, size));
      const { path } = await log.json<{ path: string[] }>(`/log/proofs/consistency?from=${size}&to=${to}`);
      expect(await verifyConsistency({ from: size, fromRoot: root, to, toRoot, path: fromBase64(path) }, sha256)).toBe(true);
      const seq = size - 1;
      const inclusion = await log.json<{ path: string[] }>(`/log/proofs/inclusion?seq=${seq}&size=${size}`);
      const hash = leafHash(sha256, Buffer.from(entries[seq]!.leaf));
      expect(await verifyInclusion({ leafHash: hash, index: seq, size, root, path: fromBase64(inclusion.path) }, sha256)).toBe(true);
    }
  });

  it('gives the bodies of public contexts only: of people and of what nobody thought of, the leaves alone', async () => {
    const hidden = ['account', 'session', 'unthought'].map((kind) => ({
      stream: `${kind}-${randomUUID()}`,
      event: newEvent('Hidden', { secret: 'in here' }),
    }));
    const shown = ['page', 'consultation', 'statement', 'ballot', 'comment', 'question'].map((kind) => ({
      stream: `${kind}-${randomUUID()}`,
      event: newEvent('Shown', { here: 1 }),
    }));
    for (const { stream, event } of [...hidden, ...shown]) await store.append(stream, [event], 'none');
    await covers(log, shown.at(-1)!.event.id);
    const byStream = new Map((await log.entries(7)).map((entry) => [leafIn(entry).stream, entry]));
    for (const { stream } of hidden) expect(byStream.get(stream)).toMatchObject({ data: null, metadata: null });
    for (const { stream } of shown) expect(JSON.parse(Buffer.from(byStream.get(stream)!.data!, 'base64').toString())).toEqual({ here: 1 });
    expect(await log.text('/log/entries?from=0&limit=1000')).not.toContain(Buffer.from('{"secret"').toString('base64').slice(0, 10));
  });

  it('pages entries, lets full ranges be cached, and gives nothing beyond the checkpoint', async () => {
    const { size } = await log.checkpoint();
    const full = await fetch(`${log.url}/log/entries?from=3&limit=5`);
    expect(full.headers.get('cache-control')).toContain('immutable');
    expect(linesOf(await full.text()).map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7]);
    const beyond = await fetch(`${log.url}/log/entries?from=${size - 1}&limit=5`);
    expect(beyond.headers.get('cache-control')).toBe('no-cache');
    expect(linesOf(await beyond.text())).toHaveLength(1);
    expect(await log.text(`/log/entries?from=${size + 1000}&limit=5`)).toBe('');
  });

  it('refuses what it cannot read, naming the field', async () => {
    const { size } = await log.checkpoint();
    const wrong = {
      from: ['/log/entries?from=-1', '/log/entries?from=1e3', '/log/entries?from=1&from=2', `/log/proofs/consistency?from=5&to=4`],
      limit: ['/log/entries?limit=0', '/log/entries?limit=10001', '/log/entries?limit=', "/log/entries?limit=1'"],
      seq: ['/log/proofs/inclusion?size=3', '/log/proofs/inclusion?size=3&seq=3'],
      size: ['/log/proofs/inclusion?seq=3', `/log/proofs/inclusion?seq=3&size=${size + 1000}`],
      to: ['/log/proofs/consistency?from=1', `/log/proofs/consistency?from=1&to=${size + 1000}`],
    };
    for (const [field, paths] of Object.entries(wrong)) {
      for (const path of paths) expect(await refusal(path)).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', field });
    }
    for (const [path, field] of [
      ['entries?form=1', 'form'],
      ['proofs/consistency?from=1&to[]=2', 'to[]'],
    ])
      expect(await refusal(`/log/${path}`)).toMatchObject({ status: 400, code: 'UNKNOWN_PARAMETER', field });
    for (const id of [randomUUID(), 'nonsense', "'--"]) {
      expect(await refusal(`/log/receipts/${id}`)).toMatchObject({ status: 404, code: 'RECEIPT_NOT_FOUND' });
    }
    expect(await refusal('/log/nothing')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
