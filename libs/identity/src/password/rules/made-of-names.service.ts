import { folded, isCommon } from './common-passwords.service';

/** Letters: shorter names are part of many words. */
const shortestName = 4;
/** As many others beside a name leave less to guess than a random password of six letters. */
const fewWords = 2;
/** Letters: there are no more words as short than there are common passwords. */
const shortWord = 3;

/**
 * Whether a password is one or several of these names with at most two common words, whatever signs and digits are between them:
 * `isegoria-demo`, `ministry of water 2026`. Whoever attacks a site makes such a list of it first (NIST SP 800-63B, section 3.1.1.2:
 * context-specific words).
 * @param names as people write them; each word of a name counts as one too
 */
export function isMadeOfNames(password: string, names: readonly string[]): boolean {
  const text = folded(password);
  const left = partsOf(names).reduce((rest, name) => rest.replaceAll(name, ' '), text);
  if (left === text) return false;
  const words = wordsOf(left);
  return words.length <= fewWords && words.every((word) => word.length <= shortWord || isCommon(word));
}

/** The longest first, so that no part of a name is taken out of the whole. */
function partsOf(names: readonly string[]): string[] {
  const parts = names.map(folded).flatMap((name) => [name, wordsOf(name).join(''), ...wordsOf(name)]);
  return [...new Set(parts)].filter(({ length }) => length >= shortestName).toSorted((one, other) => other.length - one.length);
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
