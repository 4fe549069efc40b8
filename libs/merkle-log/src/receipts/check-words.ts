import { isWellFormed, toHex } from '../encoding';
import { commitmentTo } from '../tree/commitment';
import type { LeafEntry } from '../tree/leaf';
import { webCrypto, type Cryptography } from '../web-crypto';
import { parseReceipt } from './receipt';

/** Whether words are those that were recorded, or others. */
export type WordsMatch = 'same' | 'different';

/**
 * Compares words with those that a receipt was given for: the receipt has the opening, the leaf has the commitment. Says nothing of the
 * receipt and the leaf themselves, which `checkReceipt` does.
 * @returns undefined for a receipt or a leaf without words, of which nothing can be said
 */
export async function checkWords(
  receipt: string,
  words: string,
  { commitments }: Pick<LeafEntry, 'commitments'>,
  { sha256 }: Pick<Cryptography, 'sha256'> = webCrypto,
): Promise<WordsMatch | undefined> {
  const parsed = parseReceipt(receipt);
  const opening = parsed.ok ? parsed.receipt.opening : undefined;
  if (!opening || !commitments) return undefined;
  const isSame = isWellFormed(words) && commitments.includes(toHex(await commitmentTo(words, opening, sha256)));
  return isSame ? 'same' : 'different';
}
