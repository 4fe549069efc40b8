import {
  cosign,
  emptyRoot,
  formatSignatureLine,
  openCheckpoint,
  parseAddCheckpoint,
  parseNote,
  unverifiedCheckpoint,
  verifyConsistency,
  webCrypto,
  withSignatures,
  type AddCheckpoint,
  type Checkpoint,
  type VerifierKey,
} from '@isegoria/merkle-log';
import { originHash, type CosignedHead, type CosignedHeads } from './cosigned-heads';
import { Turns } from './turns';
import type { WitnessKey } from './witness-key';

/** What a witness answers to add-checkpoint (C2SP tlog-witness), by HTTP status. */
export type Answer =
  { status: 200; lines: string } | { status: 409; size: number } | { status: 400 | 403 | 404 | 422 | 503; reason: string };

type Refusal = Exclude<Answer, { status: 200 }>;

/** Requests that wait for their turn at one log. An honest log sends one at a time. */
const MAX_WAITING = 64;

const { sha256, verifyEd25519 } = webCrypto;
const refused = (status: 400 | 403 | 404 | 422 | 503, reason: string): Refusal => ({ status, reason });

export interface WitnessParts {
  readonly key: WitnessKey;
  /** The keys of each log by its origin. */
  readonly logs: ReadonlyMap<string, VerifierKey[]>;
  readonly heads: CosignedHeads;
  /** Called with a checkpoint that contradicts the one that was cosigned: of the same size, with another root. */
  readonly onFork: (cosigned: CosignedHead, other: string) => Promise<void>;
  /** Seconds since 1970. */
  readonly now: () => number;
}

/** Cosigns the checkpoints of logs that do nothing but grow. */
export class Witness {
  readonly #turns = new Turns(MAX_WAITING);

  constructor(private readonly parts: WitnessParts) {}

  /** Judges the body of a request. Rejects only if the state cannot be read or written; then nothing was promised. */
  async addCheckpoint(body: string): Promise<Answer> {
    const request = parseAddCheckpoint(body);
    if (!request) return refused(400, 'The request is malformed');
    const { origin, size } = unverifiedCheckpoint(request.checkpoint)!;
    const keys = this.parts.logs.get(origin);
    if (!keys) return refused(404, 'This witness does not know the log');
    const opened = await openCheckpoint(request.checkpoint, keys, verifyEd25519);
    if (!opened.ok) return refused(403, 'The checkpoint has no valid signature of the log');
    if (request.oldSize > size) return refused(400, 'The old size is larger than that of the checkpoint');
    const answer = await this.#turns.take(origin, () => this.#judge(request, opened.checkpoint, keys));
    return answer ?? refused(503, 'Too many requests wait for this log');
  }

  async #judge(request: AddCheckpoint, checkpoint: Checkpoint, keys: readonly VerifierKey[]): Promise<Answer> {
    const hash = originHash(checkpoint.origin);
    const last = await this.parts.heads.latest(hash);
    if (last && contradicts(last.checkpoint, checkpoint)) await this.parts.onFork(last, request.checkpoint);
    const refusal = await faultOf(request, checkpoint, last?.checkpoint);
    if (refusal) return refusal;
    const { key, sign } = this.parts.key;
    const { text, signatures } = parseNote(request.checkpoint)!;
    const own = await cosign(text, this.parts.now(), key, sign);
    // Only signatures that were verified are remembered and shown to others.
    const verified = signatures.filter((one) => keys.some(({ name, keyId }) => name === one.name && keyId === one.keyId));
    const note = withSignatures(`${text}\n${verified.map(formatSignatureLine).join('')}`, [own])!;
    const isRemembered = await this.parts.heads.replace(hash, last, note);
    return isRemembered ? { status: 200, lines: formatSignatureLine(own) } : this.#judge(request, checkpoint, keys);
  }
}

const contradicts = (one: Checkpoint, other: Checkpoint): boolean => one.size === other.size && !sameRoot(one, other);

const sameRoot = (one: Checkpoint, other: Checkpoint): boolean => Buffer.compare(one.root, other.root) === 0;

/** The checks of C2SP tlog-witness in its order, on a request whose signature was verified. */
async function faultOf(request: AddCheckpoint, checkpoint: Checkpoint, last?: Checkpoint): Promise<Refusal | undefined> {
  const { oldSize, proof } = request;
  const lastSize = last?.size ?? 0;
  if (oldSize !== lastSize) return { status: 409, size: lastSize };
  const fromRoot = last?.root ?? (await emptyRoot(sha256));
  if (checkpoint.size === 0 && Buffer.compare(checkpoint.root, await emptyRoot(sha256)) !== 0)
    return refused(422, 'An empty tree has another root');
  const isConsistent = await verifyConsistency(
    { from: oldSize, fromRoot, to: checkpoint.size, toRoot: checkpoint.root, path: proof },
    sha256,
  );
  return isConsistent ? undefined : refused(422, 'The checkpoint is not shown to continue the last one');
}
