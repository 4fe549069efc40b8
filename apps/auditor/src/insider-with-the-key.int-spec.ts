import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogKeys } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import {
  formatReceipt,
  leafButPlace,
  openCheckpoint,
  parseLeaf,
  parseVerifierKey,
  receiptSigningBytes,
  webCrypto,
} from '@isegoria/merkle-log';
import { eventually } from '@isegoria/testing';
import type { Recorded } from './alterable-store.fixture';
import { alterationNames, alterations, type AlterationName } from './alterations.fixture';
import { insidersSite } from './insiders-site.fixture';
import { runWitness } from './witness.fixture';

/**
 * An insider with the key makes everything again: store, leaves, tiles, and a checkpoint with a valid signature. Nothing in it contradicts
 * anything else.
 */
describe('an insider with the key of the log', () => {
  let insider: Awaited<ReturnType<typeof insidersSite>>;
  let witness: Awaited<ReturnType<typeof runWitness>>;
  let keys: LogKeys;
  let honest: Recorded[];
  /** Between two checkpoints that the auditor saw. */
  let altered: number;
  /** What the auditor keeps, the policy among it. */
  let state: string;
  let policy: string;
  let checkpoint: string;
  let receipt: string;

  const text = async (path: string) => (await fetch(insider.site.url + path)).text();

  beforeAll(async () => {
    insider = await insidersSite();
    keys = JSON.parse(await text('/log/keys')) as LogKeys;
    witness = await runWitness(insider.folder, keys.checkpointKeys);
    await insider.restart(witness.environment);
    state = insider.state();
    expect(await insider.audit('--state', state, '--require-quorum')).toMatchObject({ exitCode: 0 });
    altered = (await insider.tables.checkpoint()).size;
    await insider.covers(await noteThrice(insider.eventStore.url));
    expect(await insider.audit('--state', state, '--require-quorum')).toMatchObject({
      exitCode: 0,
      continues: altered,
      entries: altered + 3,
    });
    checkpoint = await text('/log/checkpoint');
    policy = join(insider.folder, 'policy');
    await writeFile(policy, await text('/log/policy'));
    receipt = await receiptOf(altered);
    honest = await insider.eventStore.history();
  }, 150_000);

  afterAll(async () => {
    await witness?.stop();
    await insider?.stop();
  });

  async function noteThrice(url: string): Promise<number> {
    const store = new EventStore(url);
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'test' };
    const notes = [1, 2, 3].map((n) => ({ id: randomUUID(), type: 'Noted', data: { n, note: 'agree' }, metadata }));
    let position = 0;
    for (const note of notes) ({ position } = await store.append(`comment-${note.id}`, [note], 'none'));
    await store.close();
    return position;
  }

  async function receiptOf(seq: number): Promise<string> {
    const leaf = parseLeaf(Buffer.from((await insider.tables.leaves())[seq]!.leaf))!;
    const secret = createPrivateKey({ key: Buffer.from(insider.site.secrets.RECEIPT_SIGNING_KEY, 'base64'), format: 'der', type: 'pkcs8' });
    const promise = {
      v: 2 as const,
      id: leaf.id,
      type: leaf.type,
      leaf: createHash('sha256').update(leafButPlace(leaf)).digest('hex'),
      time: leaf.time,
    };
    return formatReceipt(promise, sign(null, receiptSigningBytes(promise), secret));
  }

  /** The log itself makes and signs everything again, from a store with another history. */
  async function rewrite(name: AlterationName, witnesses: Record<string, string> = {}): Promise<void> {
    const history = alterations[name](honest, altered);
    await insider.site.stopLog();
    await insider.tables.empty();
    await insider.eventStore.exchange(history);
    await insider.site.startLog(witnesses);
    await eventually(async () => expect((await insider.tables.checkpoint()).size).toBe(history.length), 60_000);
    await eventually(async () => expect(sizeIn(await text('/log/checkpoint'))).toBe(history.length), 60_000);
  }

  const sizeIn = (note: string) => Number(note.split('\n')[1]);
  /** Each auditor begins with what the first one kept. */
  async function kept(): Promise<string> {
    const copy = insider.state();
    const beside = (file: string) => file.replace('.json', '.checkpoints.ndjson');
    await writeFile(copy, await readFile(state));
    await writeFile(beside(copy), await readFile(beside(state)));
    return copy;
  }

  /** The checkpoints in a text that keeps evidence, all of which the log signed. */
  async function signedIn(evidence: string): Promise<string[]> {
    const key = (await parseVerifierKey(keys.checkpointKey, webCrypto.sha256))!;
    const notes = evidence.match(new RegExp(`^${keys.origin}\n\\d+\n\\S+\n\n(— \\S+ \\S+\n)+`, 'gm')) ?? [];
    const opened = await Promise.all(notes.map((note) => openCheckpoint(note, [key], webCrypto.verifyEd25519)));
    return opened.map((one) => (one.ok ? `${one.checkpoint.size} ${Buffer.from(one.checkpoint.root).toString('base64')}` : one.reason));
  }

  const headIn = (note: string) => note.split('\n').slice(1, 3).join(' ');

  it.each(alterationNames)('who %s is found out by a checkpoint that an auditor kept, and both are evidence', async (name) => {
    await rewrite(name);
    const found = await insider.audit('--state', await kept());
    expect(found).toMatchObject({ exitCode: 6, index: altered, finding: expect.stringContaining(`at entry ${altered} or after it`) });
    const file = /evidence in (\S+)/.exec(found.finding!)![1]!;
    expect(await signedIn(await readFile(file, 'utf8'))).toEqual([headIn(checkpoint), headIn(await text('/log/checkpoint'))]);
  });

  it('is not found out by somebody who never saw the log and asks no witness, which the audit says', async () => {
    await rewrite('flips a bit of the data');
    const { notChecked, ...found } = (await insider.audit()) as { exitCode: number; notChecked?: string[] };
    expect(found).toMatchObject({ exitCode: 0, keyTrust: 'first-use', continues: null });
    expect(notChecked).toContainEqual(expect.stringContaining('witnesses'));
  });

  it('is found out by a receipt, and the entry is named', async () => {
    expect(await insider.audit('--receipt', receipt)).toMatchObject({ exitCode: 13, index: altered });
    await rewrite('deletes it');
    expect(await insider.audit('--receipt', receipt)).toMatchObject({
      exitCode: 13,
      finding: expect.stringContaining(honest[altered]!.id),
    });
  });

  it('gets no cosignature for a second checkpoint of one size: the witness keeps both, and an auditor misses its word', async () => {
    expect(await witness.evidence()).toEqual([]);
    await rewrite('flips a bit of the data', witness.environment);
    const [evidence] = await eventually(async () => {
      const texts = await witness.evidence();
      expect(texts).toHaveLength(1);
      return texts;
    });
    expect(await signedIn(evidence!)).toEqual([headIn(checkpoint), headIn(await text('/log/checkpoint'))]);
    expect(await text('/log/checkpoint')).not.toContain('witness.example');
    expect(await insider.audit()).toMatchObject({ exitCode: 5 });
  });

  it('gets none for a shorter history either, and an auditor who holds a policy asks for one whatever the site says', async () => {
    await rewrite('cuts the store there', witness.environment);
    expect(await insider.audit()).toMatchObject({ exitCode: 5 });
    await rewrite('cuts the store there');
    expect(await insider.audit('--policy', policy)).toMatchObject({ exitCode: 5 });
  }, 120_000);
});
