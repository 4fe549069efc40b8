import { IsArray, IsBoolean, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, Nested, OrAbsent, OrNull, command, limits, query } from '@isegoria/kernel';

/**
 * One line of the log's public feed (NDJSON), in log order. `data` and `metadata` are the stored bytes, base64; null for identity events.
 */
export interface LogEntry {
  /** The index of the leaf, from 0. */
  readonly seq: number;
  /** The position in the event store. */
  readonly position: number;
  /** The leaf's bytes: RFC 8785 JSON, as text. */
  readonly leaf: string;
  readonly data: string | null;
  readonly metadata: string | null;
}

/** An entry that says something else about the same thing. */
export class Replacement {
  @IsUUID() readonly eventId: string;
  /** The index of its leaf, from 0. */
  @IsInt() readonly seq: number;
}

/** How far the newest checkpoint goes in the event store, where its last entry may be followed by events that are not in the log. */
export interface CoveredPosition {
  /** Of the checkpoint. */
  readonly size: number;
  /** Everything up to this position that is logged is under it. */
  readonly position: number;
}

/** The proof that a receipt's event is in the log. Hashes are base64. */
export class ReceiptProof {
  @IsUUID() readonly eventId: string;
  @IsInt() readonly seq: number;
  @IsString() readonly leaf: string;
  @IsInt() readonly treeSize: number;
  @IsArray() @IsString({ each: true }) readonly path: readonly string[];
  /** The signed note (C2SP tlog-checkpoint) for `treeSize`. */
  @IsString() readonly checkpoint: string;
  /**
   * The next entry of the same stream about the same thing, such as another vote on the same statement, if a checkpoint covers one. Named
   * for public streams only, whose entries everybody can compare.
   */
  @OrNull() @Nested(() => Replacement) readonly replacedBy: Replacement | null;
}

export class FetchProof {
  @IsUUID() receiptId: string;
}
export const fetchProof = query(FetchProof, ReceiptProof, {
  route: 'GET /receipts/:receiptId',
  may: 'anyone',
  summary: "The proof that a receipt's event is in the log: text (C2SP tlog-proof), or JSON with the leaf for `Accept: application/json`",
  type: 'text/plain',
});

/** The public keys of the log, each a C2SP verifier key: `<name>+<key id in hex>+<base64 of 0x01 and the raw Ed25519 key>`. */
export interface LogKeys {
  /** The log's name, the first line of every checkpoint. */
  readonly origin: string;
  /** Verifies checkpoints; its name is the origin. */
  readonly checkpointKey: string;
  /** All that sign checkpoints now: one, or two while the log changes from one key to the next. */
  readonly checkpointKeys: readonly string[];
  /** Those that signed earlier checkpoints and sign no more. `until` is UTC. */
  readonly retiredKeys: readonly { readonly key: string; readonly until: string }[];
  /** Verifies receipts; its name is `<origin>/receipts`. */
  readonly receiptKey: string;
  /**
   * Which keys ever signed acts of staff: a note (C2SP signed-note) by the keys of the log, so that whoever trusts those can trust these.
   * Its first line is `<origin>/acts`; then, the oldest first, each key with the word `signing` or `retired`.
   */
  readonly actKeys: string;
}

const wordsMatches = ['same', 'different'] as const;
const receiptSteps = ['signature', 'leaf', 'inclusion', 'checkpoint'] as const;
export class ReceiptStepView {
  @IsIn(receiptSteps) readonly name: (typeof receiptSteps)[number];
  @IsBoolean() readonly ok: boolean;
}

/** The answer to a receipt check: one step after the other, each with its outcome. */
export class ReceiptCheck {
  @IsBoolean() readonly valid: boolean;
  /** True when the receipt is genuine and its event waits for the next checkpoint. */
  @IsBoolean() readonly pending: boolean;
  @Nested(() => ReceiptStepView, { each: true }) readonly steps: readonly ReceiptStepView[];
  @OrNull() @Nested(() => ReceiptProof) readonly proof: ReceiptProof | null;
  /** The entry that replaced the contribution: its index from 0. Null while the contribution stands. */
  @OrNull() @IsInt() readonly replacedBy: number | null;
  /** Whether the entry stands behind the closing in the log, so that it does not count. */
  @IsBoolean() readonly late: boolean;
  /** Whether the words that were sent with the receipt are those that were recorded; null where none were sent, or it is for none. */
  @OrNull() @IsIn(wordsMatches) readonly words: (typeof wordsMatches)[number] | null;
}

/** What a citizen asks with a receipt: whether it is genuine, and its event in the log. */
export class CheckReceipt {
  @IsString()
  @MaxLength(limits.receiptLength)
  receipt: string;

  /** What the author remembers to have written, to the letter. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(Math.max(limits.commentLength, limits.questionLength, limits.statementLength))
  words?: string;
}
export const checkReceipt = command(CheckReceipt, {
  route: 'POST /receipts/checks',
  may: 'anyone',
  summary: 'Check a receipt from end to end',
  reply: ReceiptCheck,
  status: 200,
});
