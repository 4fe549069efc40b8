/**
 * Whether two titles have the same letters, marks and digits in the same order, whatever stands between them and whether they are capitals
 * or not. A machine cannot tell whether other letters are another question.
 */
export function hasSameLetters(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other);
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
