import { formatAddCheckpoint, parseWitnessSize, type CosignerKey } from '@isegoria/merkle-log';

/** Bytes that are read of an answer: a cosignature has some hundred. */
const longestAnswer = 16_384;

/** Gives the hashes that prove the tree of `to` leaves to continue that of `from`. */
export type ProveConsistency = (from: number, to: number) => Promise<Uint8Array[]>;

/** A witness as the log knows it. */
export interface Witness {
  readonly url: string;
  readonly key: CosignerKey;
  /** Leaves in the tree that it cosigned last, as far as is known. */
  size: number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Shows a checkpoint to a witness (C2SP tlog-witness, add-checkpoint), a second time if it knows another size than the log assumed.
 * @returns the signature lines that it answered, not verified
 * @throws Error in all other cases, when the signal is aborted at the latest
 */
export async function askWitness(
  witness: Witness,
  checkpoint: { note: string; size: number },
  prove: ProveConsistency,
  signal: AbortSignal,
): Promise<string> {
  let answer = await show(witness, checkpoint, prove, signal);
  if (answer.status === 409) {
    const size = parseWitnessSize(answer.body);
    if (size === undefined || size > checkpoint.size)
      throw new Error(`It knows a tree of ${size ?? 'no'} leaves, and this one has ${checkpoint.size}.`);
    witness.size = size;
    answer = await show(witness, checkpoint, prove, signal);
  }
  if (answer.status !== 200) throw new Error(`It answered with status ${answer.status}.`);
  witness.size = checkpoint.size;
  return answer.body;
}

async function show(
  { url, size }: Witness,
  checkpoint: { note: string; size: number },
  prove: ProveConsistency,
  signal: AbortSignal,
): Promise<Answer> {
  const oldSize = Math.min(size, checkpoint.size);
  const proof = await prove(oldSize, checkpoint.size);
  const body = formatAddCheckpoint({ oldSize, proof, checkpoint: checkpoint.note });
  const answer = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal,
  });
  return { status: answer.status, body: await textOf(answer) };
}

/** @throws Error for a body that is longer than any cosignature; the connection is cut then */
async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new Error('Its answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
