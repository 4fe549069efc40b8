import type { LogKeys, ReceiptCheck, ReceiptProof } from '@isegoria/contracts';
import { checkReceipt, parseLeaf, parseReceipt, type LeafEntry, type ReceiptStep } from '@isegoria/merkle-log';

type Step = ReceiptCheck['steps'][number];

/**
 * The steps as this browser finds them, the signature alone while no checkpoint covers the event; undefined when it cannot check (no
 * Ed25519, or no secure origin).
 */
export async function checkHere(receipt: string): Promise<readonly Step[] | undefined> {
  const parsed = parseReceipt(receipt);
  if (!parsed.ok) return undefined;
  const keys = (await json('/log/keys')) as LogKeys;
  const proof = (await json(`/api/v1/receipts/${encodeURIComponent(parsed.receipt.promise.id)}`)) as ReceiptProof | undefined;
  const evidence = proof && {
    leaf: parseLeaf(new TextEncoder().encode(proof.leaf)) ?? ({} as LeafEntry),
    path: [...proof.path],
    checkpoint: proof.checkpoint,
  };
  const steps = await checkReceipt(receipt, evidence, { receipt: [keys.receiptKey], log: [...keys.checkpointKeys] });
  if (steps.some(({ reason }) => reason === 'unsupported')) return undefined;
  const ok = (name: ReceiptStep['name']) => steps.some((step) => step.name === name && step.ok);
  return [
    { name: 'signature', ok: ok('receipt-signed') },
    { name: 'leaf', ok: ok('leaf-matches') },
    { name: 'inclusion', ok: ok('leaf-included') },
    { name: 'checkpoint', ok: ok('checkpoint-signed') },
  ];
}

async function json(path: string): Promise<unknown> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
