import { Rejection, type ReceiptCheck, type ReceiptProof } from '@isegoria/contracts';
import { checkReceipt, checkWords, parseLeaf, parseReceipt, type LeafEntry, type ReceiptStep } from '@isegoria/merkle-log';
import type { TransparencyLog } from './transparency-log';

/** Where the answer comes from. */
export interface Evidence {
  readonly log: TransparencyLog;
  /** Whether an event stands behind the closing of what it was contributed to. */
  readonly isLate: (eventId: string) => Promise<boolean>;
}

/**
 * Checks a receipt from end to end, and says whether what it is for was replaced or came too late: only to whoever has the receipt. A
 * genuine one whose event waits for the next checkpoint is pending; a genuine one that the log contradicts is answered with the step that
 * failed, since it then proves something against the log.
 * @throws Rejection RECEIPT_INVALID for what this platform did not sign, UNAVAILABLE when the log does not answer
 */
export async function checkAgainst({ log, isLate }: Evidence, text: string, words?: string): Promise<ReceiptCheck> {
  const parsed = parseReceipt(text);
  if (!parsed.ok) throw new Rejection('RECEIPT_INVALID');
  const { receiptKey, checkpointKeys } = await log.keys();
  const keys = { receipt: [receiptKey], log: [...checkpointKeys] };
  const unproven = await checkReceipt(text, undefined, keys);
  if (!isOk(unproven, 'receipt-signed')) throw new Rejection('RECEIPT_INVALID');
  const proof = await log.proofOf(parsed.receipt.promise.id);
  if (!proof) return { valid: false, pending: true, steps: publicSteps(unproven), proof: null, replacedBy: null, late: false, words: null };
  const steps = await checkReceipt(text, evidenceOf(proof), keys);
  const standing = await standingOf(proof, isLate);
  const match = words !== undefined && isOk(steps, 'leaf-matches') ? await checkWords(text, words, evidenceOf(proof).leaf) : undefined;
  return { valid: steps.every(({ ok }) => ok), pending: false, steps: publicSteps(steps), proof, ...standing, words: match ?? null };
}

/** Whether what the receipt is for still counts. What came too late replaces nothing. */
async function standingOf({ eventId, replacedBy }: ReceiptProof, isLate: Evidence['isLate']) {
  const late = await isLate(eventId);
  const isReplaced = replacedBy !== null && !late && !(await isLate(replacedBy.eventId));
  return { late, replacedBy: isReplaced ? replacedBy.seq : null };
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
