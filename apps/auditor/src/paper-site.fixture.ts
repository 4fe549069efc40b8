import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import {
  AppendTree,
  consistencyPath,
  cosign,
  cosignerKey,
  entryBundleBytes,
  formatCheckpoint,
  formatCosignerKey,
  formatReceipt,
  formatVerifierKey,
  hashTileBytes,
  inclusionPath,
  leafButPlace,
  leafBytes,
  leafHash,
  parseTilePath,
  receiptSigningBytes,
  signCheckpointWithAll,
  signNoteWithAll,
  tileWidth,
  verifierKey,
  withSignatures,
  withSignedTime,
  type CosignerKey,
  type LeafEntry,
  type NoteSigner,
} from '@isegoria/merkle-log';
import { fileAdded, isPublicStream, type EventMetadata } from '@isegoria/contracts';
import type { EventStore, NewMetadata } from '@isegoria/event-sourcing';
import { commitmentsIn } from '@isegoria/privacy';
import { ActSigner } from '@isegoria/service-host';
import { withProof } from './signed-acts.fixture';
import { honestAnswer, type IsGone, type PlacedEvent } from './honest-answers.fixture';
import { honestFigure } from './honest-figures.fixture';
import { entryPages } from './source/entry-pages';
import { parsedJson, type Source } from './source/source';
import { sha256 } from './tree/rebuilt-log';

export interface PaperEvent {
  stream: string;
  type: string;
  data: object;
  metadata: object;
  id: string;
  time: string;
}

function leafWithoutPlace({ stream, type, data, metadata, id, time }: PaperEvent, revision: number): Omit<LeafEntry, 'seq'> {
  const { schema = 0 } = metadata as { schema?: number };
  const commitments = commitmentsIn(data);
  const entry = {
    v: 1,
    stream,
    revision,
    id,
    type,
    time,
    schema,
    data: hex(JSON.stringify(data)),
    metadata: hex(JSON.stringify(metadata)),
  } as const;
  return commitments.length > 0 ? { ...entry, commitments } : entry;
}

interface Signer extends NoteSigner {
  readonly secret: KeyObject;
}

const origin = 'paper.example/log';

async function signer(name = origin): Promise<Signer> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { key: await verifierKey(name, raw, sha256), sign: (bytes) => sign(null, bytes, privateKey), secret: privateKey };
}

/** A site in memory, with a real tree, real signatures, tiles and proofs; what it serves can be altered on the way. */
export class PaperSite implements Source {
  readonly url = 'https://paper.example';
  readonly name = this.url;
  isLive = true;
  readonly events: PaperEvent[] = [];
  readonly published = new Map<string, unknown>();
  policy: string | undefined;
  signers: Signer[] = [];
  witnesses: { key: CosignerKey; secret: KeyObject }[] = [];
  /** How many of the witnesses cosign. */
  cosigning = 0;
  note = '';
  /** How far the clocks of the site and of its auditor are past noon, besides a second an event (milliseconds). */
  passed = 0;
  /** Alters all lines of the feed. */
  alterLines: (lines: string[]) => string[] = (lines) => lines;
  /** Alters a tile. */
  alterTile: (path: string, bytes: Buffer) => Buffer = (_, bytes) => bytes;
  servesTiles = true;
  /** Gives the bodies of all events, as to an auditor with an account. */
  showsAll = false;
  /** What signs acts of staff, and the keys that the log vouches for: each with the word `signing` or `retired`. */
  acts!: ActSigner;
  actKeys: string[] = [];
  private receipts!: Signer;
  private leaves: Buffer[] = [];
  /** The events that were signed. */
  private placed?: readonly PlacedEvent[];
  private nodes = new Map<string, Uint8Array>();
  private tree = new AppendTree(sha256);

  static async open(): Promise<PaperSite> {
    const site = new PaperSite();
    site.signers = [await signer()];
    site.receipts = await signer(`${origin}/receipts`);
    site.acts = await site.addActSigner();
    return site;
  }

  /** Takes events as an event store does; enough of one for a recorded history. */
  get store(): EventStore {
    const append = (stream: string, events: { id?: string; type: string; data: object; metadata: object }[]) => {
      for (const { id = randomUUID(), type, data, metadata: said } of events) {
        const { origin: _, ...metadata } = said as NewMetadata;
        const beside = withProof(this.acts, { stream, id, type, data }, metadata as EventMetadata);
        this.events.push({ stream, type, data, metadata: beside, id, time: this.at });
      }
      return Promise.resolve({ position: this.positionOf(this.events.length - 1) });
    };
    return { append } as unknown as EventStore;
  }

  /** Positions have gaps, as those of a store have. */
  positionOf(seq: number): number {
    return seq * 10;
  }

  get at(): string {
    return new Date(Date.UTC(2026, 2, 2, 12, 0, this.events.length) + this.passed).toISOString();
  }

  get checkpointKey(): string {
    return formatVerifierKey(this.signers[0]!.key);
  }

  async addSigner(): Promise<void> {
    this.signers.push(await signer());
  }

  /** A further key that may sign acts of staff. */
  async addActSigner(): Promise<ActSigner> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    this.actKeys.push(`${formatVerifierKey(await verifierKey(`${origin}/acts`, raw, sha256))} signing`);
    return new ActSigner(privateKey);
  }

  async addWitnesses(count: number, quorum: number): Promise<void> {
    for (let n = 1; n <= count; n++) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
      this.witnesses.push({ key: await cosignerKey(`w${n}.example`, raw, sha256), secret: privateKey });
    }
    const names = this.witnesses.map((_, at) => `w${at + 1}`);
    const lines = [`log ${this.checkpointKey}`, ...this.witnesses.map(({ key }, at) => `witness ${names[at]} ${formatCosignerKey(key)}`)];
    this.policy = [...lines, `group all-of-them ${quorum} ${names.join(' ')}`, 'quorum all-of-them', ''].join('\n');
  }

  /** Makes leaves of all events again, and signs the tree. */
  async sign(): Promise<void> {
    [this.tree, this.leaves, this.nodes, this.placed] = [new AppendTree(sha256), [], new Map(), undefined];
    const revisions = new Map<string, number>();
    for (const [seq, event] of this.events.entries()) {
      const { stream } = event;
      const revision = revisions.get(stream) ?? 0;
      revisions.set(stream, revision + 1);
      const leaf = Buffer.from(leafBytes({ seq, ...leafWithoutPlace(event, revision) }));
      this.leaves.push(leaf);
      for (const node of this.tree.append(leafHash(sha256, leaf))) this.nodes.set(`${node.level}/${node.index}`, node.hash);
    }
    await this.signTree();
  }

  async signTree(): Promise<void> {
    const head = { size: this.tree.size, root: this.tree.root() };
    const now = Math.floor(Date.parse(this.at) / 1000);
    const note = await withSignedTime(await signCheckpointWithAll(head, this.signers), this.signers, now, sha256);
    const text = formatCheckpoint({ origin, ...head });
    const cosignatures = this.witnesses
      .slice(0, this.cosigning)
      .map(({ key, secret }) => cosign(text, now, key, (bytes) => sign(null, bytes, secret)));
    this.note = withSignatures(note, await Promise.all(cosignatures))!;
  }

  /** Also for an event that the site does not have, or has in another form. */
  receiptOf(event: PaperEvent): string {
    const { id, type, time, stream } = event;
    const revision = this.events
      .slice(
        0,
        this.events.findIndex((one) => one.id === id),
      )
      .filter((one) => one.stream === stream).length;
    const promise = { v: 2 as const, id, type, leaf: hex(leafButPlace(leafWithoutPlace(event, revision))), time };
    const signature = sign(null, receiptSigningBytes(promise), this.receipts.secret);
    return formatReceipt(promise, signature);
  }

  async json<T>(path: string): Promise<T> {
    return parsedJson<T>(await this.text(path), path);
  }

  async text(path: string): Promise<string> {
    const body = await this.optional(path);
    if (body === undefined) throw new Error(`${path} is not served.`);
    return body;
  }

  async optional(path: string): Promise<string | undefined> {
    const [route = '', query] = path.split('?');
    const number = (name: string) => Number(new URLSearchParams(query).get(name));
    if (route === '/log/keys') {
      const keys = this.signers.map(({ key }) => formatVerifierKey(key));
      const actKeys = await signNoteWithAll([`${origin}/acts`, ...this.actKeys, ''].join('\n'), this.signers);
      const receiptKey = formatVerifierKey(this.receipts.key);
      return JSON.stringify({ origin, checkpointKey: keys[0], checkpointKeys: keys, receiptKey, actKeys });
    }
    if (route === '/log/checkpoint') return this.note;
    if (route === '/log/policy') return this.policy;
    if (route === '/log/entries') return this.entries(number('from'), number('limit'));
    const read = (level: number, index: number) => this.nodes.get(`${level}/${index}`)!;
    if (route === '/log/proofs/consistency') return inJson(await consistencyPath(sha256, number('from'), number('to'), read));
    if (route === '/log/proofs/inclusion') return inJson(await inclusionPath(sha256, number('seq'), number('size'), read));
    const published = this.published.has(path) ? this.published.get(path) : this.honest(path);
    return published === undefined ? undefined : JSON.stringify(published);
  }

  page(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  anew(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  /** A bundle of somebody without a role holds no openings. */
  noted(name: string, now: string): Promise<string> {
    if (!this.isLive && name === 'openings') return Promise.reject(new Error('Nothing was noted.'));
    return Promise.resolve(now);
  }

  bytes(path: string): Promise<Buffer | undefined> {
    if (path === `/api/v1/files/${fileAdded.sample.file}`) return Promise.resolve(Buffer.from('test'));
    const tile = this.servesTiles ? parseTilePath(path.slice('/log/'.length)) : undefined;
    if (!tile || tile.width > tileWidth(tile.level, tile.index, this.tree.size)) return Promise.resolve(undefined);
    const { level, index, width } = tile;
    const places = Array.from({ length: width }, (_, at) => index * 256 + at);
    const bytes =
      level === 'entries'
        ? entryBundleBytes(places.map((at) => this.leaves[at]!))
        : hashTileBytes(places.map((at) => this.nodes.get(`${level * 8}/${at}`)!));
    return Promise.resolve(this.alterTile(path, Buffer.from(bytes)));
  }

  lines(from: number, to: number): AsyncGenerator<string[]> {
    return entryPages(this, from, to);
  }

  /** What is not said otherwise. */
  private honest(path: string): unknown {
    const events = (this.placed ??= this.events
      .slice(0, this.leaves.length)
      .map((event, seq) => ({ ...event, position: this.positionOf(seq) })));
    const gone = this.goneStatements();
    // Whoever lost a statement lost all else, too.
    const authors = this.events.flatMap(({ data }) => {
      const { statementId = '', author } = data as { statementId?: string; author?: string };
      return author !== undefined && gone.includes(`statement ${statementId}`) ? [author] : [];
    });
    const isGone: IsGone = ({ what, author }) => (what.startsWith('statement ') ? gone.includes(what) : authors.includes(author ?? ''));
    return honestAnswer(events, path, isGone) ?? honestFigure(events, path);
  }

  /** Those that published results have without their texts, though everybody could read them. */
  private goneStatements(): string[] {
    const results = [...this.published.values()] as {
      activities?: { statements?: { id: string; status: string; text: string | null }[] }[];
    }[];
    const statements = results.flatMap((one) => one?.activities ?? []).flatMap((activity) => activity.statements ?? []);
    return statements.flatMap(({ id, status, text }) => (status === 'accepted' && text === null ? `statement ${id}` : []));
  }

  private entries(from: number, limit: number): string {
    const lines = this.events.slice(0, this.leaves.length).map(({ stream, data, metadata }, seq) => {
      const body = (value: object) =>
        this.showsAll || isPublicStream(stream) ? Buffer.from(JSON.stringify(value)).toString('base64') : null;
      return JSON.stringify({
        seq,
        position: this.positionOf(seq),
        leaf: this.leaves[seq]!.toString(),
        data: body(data),
        metadata: body(metadata),
      });
    });
    return this.alterLines(lines)
      .slice(from, from + limit)
      .map((line) => `${line}\n`)
      .join('');
  }
}

const hex = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const inJson = (path: Uint8Array[]): string => JSON.stringify({ path: path.map((hash) => Buffer.from(hash).toString('base64')) });
