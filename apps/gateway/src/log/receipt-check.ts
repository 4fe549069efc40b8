import { Rejection, type ReceiptCheck, type ReceiptProof } from '@isegoria/contracts';
import { checkReceipt, parseLeaf, parseReceipt, type LeafEntry, type ReceiptStep } from '@isegoria/merkle-log';
import type { TransparencyLog } from './transparency-log';

/**
 * Checks a receipt from end to end. A genuine one whose event waits for the next checkpoint is pending; a genuine one that the log
 * contradicts is answered with the step that failed, since it then proves something against the log.
 * @throws Rejection RECEIPT_INVALID for what this platform did not sign, UNAVAILABLE when the log does not answer
 */
export async function checkAgainst(log: TransparencyLog, text: string): Promise<ReceiptCheck> {
  const parsed = parseReceipt(text);
  if (!parsed.ok) throw new Rejection('RECEIPT_INVALID');
  const { receiptKey, checkpointKeys } = await log.keys();
  const keys = { receipt: [receiptKey], log: [...checkpointKeys] };
  const unproven = await checkReceipt(text, undefined, keys);
  if (!isOk(unproven, 'receipt-signed')) throw new Rejection('RECEIPT_INVALID');
  const proof = await log.proofOf(parsed.receipt.promise.id);
  if (!proof) return { valid: false, pending: true, steps: publicSteps(unproven), proof: null };
  const steps = await checkReceipt(text, evidenceOf(proof), keys);
  return { valid: steps.every(({ ok }) => ok), pending: false, steps: publicSteps(steps), proof };
}

function evidenceOf({ leaf, path, checkpoint }: ReceiptProof) {
  // A leaf that is not in its one form is no leaf: the check then says so at its step.
  return { leaf: parseLeaf(Buffer.from(leaf)) ?? ({} as LeafEntry), path: [...path], checkpoint };
}

function publicSteps(steps: readonly ReceiptStep[]): ReceiptCheck['steps'] {
  return [
    { name: 'signature', ok: isOk(steps, 'receipt-signed') },
    { name: 'leaf', ok: isOk(steps, 'leaf-matches') },
    { name: 'inclusion', ok: isOk(steps, 'leaf-included') },
    { name: 'checkpoint', ok: isOk(steps, 'checkpoint-signed') },
  ];
}

function isOk(steps: readonly ReceiptStep[], step: ReceiptStep['name']): boolean {
  return steps.some(({ name, ok }) => name === step && ok);
}
