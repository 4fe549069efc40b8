import { readFile } from 'node:fs/promises';
import { isPromised, leafButPlace, parseReceipt, parseVerifierKey, verifyReceipt, webCrypto, type Receipt } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import { sha256 } from '../tree/rebuilt-log';
import type { TakenEntry } from '../tree/taken-entry';

/** Bytes of a file with receipts: ten thousand of them. */
const largestFile = 8 * 1024 * 1024;

/** The receipts that the auditor was given, each a promise that an event is in the log. */
export class Promised {
  private readonly open = new Map<string, Receipt>();
  found = 0;

  /**
   * @param given receipts, or files with one on each line
   * @throws Finding cannotRun for anything that is not a receipt
   */
  static async read(given: readonly string[]): Promise<Promised> {
    const promised = new Promised();
    for (const text of given) for (const line of await linesOf(text)) promised.add(line);
    return promised;
  }

  get isKept(): boolean {
    return this.open.size === 0;
  }

  /** @throws Finding signature if one of them is signed by none of these keys */
  async checkSignatures(keys: readonly string[]): Promise<void> {
    if (this.isKept) return;
    const trusted = (await Promise.all(keys.map((key) => parseVerifierKey(key, sha256)))).filter((key) => key !== undefined);
    for (const receipt of this.open.values()) {
      if (await verifyReceipt(receipt, trusted, webCrypto.verifyEd25519)) continue;
      throw new Finding('signature', `The receipt of event ${receipt.promise.id} was not signed by the key for receipts.`);
    }
  }

  /** @throws Finding receipt if the entry is not the event that was promised */
  take({ seq, leaf }: TakenEntry): void {
    const receipt = this.open.get(leaf.id);
    if (!receipt) return;
    if (!isPromised(receipt.promise, leaf, sha256(leafButPlace(leaf)))) {
      throw new Finding(
        'receipt',
        `Entry ${seq} is event ${leaf.id} with other content, in another stream or at another time than its receipt promises.`,
        seq,
      );
    }
    this.open.delete(leaf.id);
    this.found += 1;
  }

  /** @throws Finding receipt, naming the first event that is not in the log */
  refuseBroken(size: number): void {
    const [missing] = this.open.keys();
    if (missing !== undefined)
      throw new Finding('receipt', `Event ${missing} has a receipt, and is not among the ${size} entries of the log.`);
  }

  private add(line: string): void {
    const parsed = parseReceipt(line);
    if (!parsed.ok) throw new Finding('cannotRun', `${line.slice(0, 60)} is not a receipt (${parsed.reason}).`);
    this.open.set(parsed.receipt.promise.id, parsed.receipt);
  }
}

async function linesOf(given: string): Promise<string[]> {
  const text = given.startsWith('isegoria-receipt.') ? given : await fileText(given);
  return text.split(/\s+/).filter((line) => line !== '');
}

async function fileText(file: string): Promise<string> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.length <= largestFile) return text;
  } catch {
    // Told below.
  }
  throw new Finding('cannotRun', `${file.slice(0, 200)} is neither a receipt nor a file with receipts.`);
}
