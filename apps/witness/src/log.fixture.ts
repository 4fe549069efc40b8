import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import {
  AppendTree,
  consistencyPath,
  formatAddCheckpoint,
  formatVerifierKey,
  leafHash,
  signCheckpoint,
  verifierKey,
  type ReadNode,
  type SignEd25519,
  type VerifierKey,
} from '@isegoria/merkle-log';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function signerOf(seed: number): { sign: SignEd25519; publicKey: Uint8Array } {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
  return { publicKey, sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}

/** A small log in memory, which can also lie: {@link fork} gives one with the same key and another history. */
export class TestLog {
  readonly #tree = new AppendTree(sha256);
  readonly #nodes = new Map<string, Uint8Array>();
  readonly #notes = new Map<number, string>();
  readonly #read: ReadNode = (level, index) => this.#nodes.get(`${level}/${index}`)!;

  private constructor(
    readonly key: VerifierKey,
    private readonly sign: SignEd25519,
    private readonly leaf: (at: number) => string,
  ) {}

  static async create(origin = 'log.example/a', seed = 1): Promise<TestLog> {
    const { publicKey, sign: signer } = signerOf(seed);
    const log = new TestLog(await verifierKey(origin, publicKey, sha256), signer, (at) => `leaf ${at}`);
    await log.growTo(0);
    return log;
  }

  /** A log with the same name and key that begins with the same leaves and goes on with others. */
  async fork(from = 0): Promise<TestLog> {
    const other = new TestLog(this.key, this.sign, (at) => (at < from ? this.leaf(at) : `not ${this.leaf(at)}`));
    return other.growTo(this.#tree.size);
  }

  get vkey(): string {
    return formatVerifierKey(this.key);
  }

  async growTo(size: number): Promise<this> {
    if (this.#tree.size === 0) await this.#sign();
    while (this.#tree.size < size) {
      const completed = this.#tree.append(leafHash(sha256, Buffer.from(this.leaf(this.#tree.size))));
      for (const { level, index, hash } of completed) this.#nodes.set(`${level}/${index}`, hash);
      await this.#sign();
    }
    return this;
  }

  async #sign(): Promise<void> {
    const head = { size: this.#tree.size, root: this.#tree.root() };
    this.#notes.set(head.size, await signCheckpoint(head, this.key, this.sign));
  }

  /** The checkpoint note of the first `size` leaves. */
  note(size: number): string {
    return this.#notes.get(size)!;
  }

  /** The body of a request to add the checkpoint of `to` leaves to a witness that knows `from`. */
  async request(from: number, to: number): Promise<string> {
    return formatAddCheckpoint({ oldSize: from, proof: await consistencyPath(sha256, from, to, this.#read), checkpoint: this.note(to) });
  }
}

/** What a witness answered. */
export interface Reply {
  status: number;
  type: string | null;
  body: string;
}

/** Asks a witness on this machine to add a checkpoint. */
export async function addCheckpoint(port: number, body: string | Uint8Array<ArrayBuffer>): Promise<Reply> {
  const response = await fetch(`http://127.0.0.1:${port}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}
