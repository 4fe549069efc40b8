import { searchWords } from './folded';

/** What somebody looks for, as PostgreSQL's `to_tsquery` takes it. Only letters and digits of theirs come into it. */
export interface AskedWords {
  /** All of them stand in what is found; empty where no word was asked for. */
  readonly wanted: string;
  /** None of them does; empty where nothing is left out. */
  readonly unwanted: string;
  /** The words that are wanted, folded, each once. */
  readonly words: readonly string[];
  /** Chinese words that are wanted, whole. */
  readonly runs: readonly string[];
}

const term = /(?<not>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;
const chinese = /\p{Script=Han}+/gu;

/**
 * Words beside each other must all be there; those in quotation marks in that order; one with a hyphen before it must not be there.
 * Anything else is a mark between words.
 */
export function askedWords(text: string): AskedWords {
  const [wanted, unwanted, words]: [string[], string[], string[]] = [[], [], []];
  let kept = '';
  for (const { groups } of text.matchAll(term)) {
    const said = groups!['phrase'] ?? groups!['word'] ?? '';
    const inOrder = withoutEnds(searchWords(said));
    if (inOrder.length === 0) continue;
    const phrase = `(${inOrder.map(lexeme).join(' <-> ')})`;
    if (groups!['not']) unwanted.push(phrase);
    else {
      wanted.push(phrase);
      words.push(...inOrder);
      kept += ` ${said}`;
    }
  }
  return { wanted: wanted.join(' & '), unwanted: unwanted.join(' | '), words: [...new Set(words)], runs: kept.match(chinese) ?? [] };
}

/** The last character of a Chinese word is in the pair before it already; in a text, another may follow it. */
function withoutEnds(words: readonly string[]): string[] {
  return words.filter((word, index) => !(isOneSign(word) && index > 0 && words[index - 1]!.endsWith(word) && words[index - 1] !== word));
}

const isOneSign = (word: string) => /^\p{Script=Han}$/u.test(word);

/** One Chinese character alone begins a pair wherever another follows it. */
const lexeme = (word: string) => `'${word}'${isOneSign(word) ? ':*' : ''}`;
