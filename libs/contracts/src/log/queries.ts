/** One line of the log's public feed (NDJSON), in log order. `data` and `metadata` are the stored bytes, base64; null for identity events. */
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

/** The proof that a receipt's event is in the log. Hashes are base64. */
export interface ReceiptProof {
  readonly eventId: string;
  readonly seq: number;
  readonly leaf: string;
  readonly treeSize: number;
  readonly path: readonly string[];
  /** The signed note (C2SP tlog-checkpoint) for `treeSize`. */
  readonly checkpoint: string;
}

/** The public keys of the log, each a C2SP verifier key: `<name>+<key id in hex>+<base64 of 0x01 and the raw Ed25519 key>`. */
export interface LogKeys {
  /** The log's name, the first line of every checkpoint. */
  readonly origin: string;
  /** Verifies checkpoints; its name is the origin. */
  readonly checkpointKey: string;
  /** All that sign checkpoints now: one, and two while the log goes over from one key to the next. */
  readonly checkpointKeys: readonly string[];
  /** Those that signed earlier checkpoints and sign no more. `until` is UTC. */
  readonly retiredKeys: readonly { readonly key: string; readonly until: string }[];
  /** Verifies receipts; its name is `<origin>/receipts`. */
  readonly receiptKey: string;
}

/** The answer to a receipt check: one step after the other, each with its outcome. */
export interface ReceiptCheck {
  readonly valid: boolean;
  /** True when the receipt is genuine and its event waits for the next checkpoint. */
  readonly pending: boolean;
  readonly steps: readonly { readonly name: 'signature' | 'leaf' | 'inclusion' | 'checkpoint'; readonly ok: boolean }[];
  readonly proof: ReceiptProof | null;
}
