/**
 * What two texts have in common that look alike: the same but for width and composition (NFKC, UAX 15), capitals and spaces. For comparing
 * only, never for showing.
 */
export function sameWords(text: unknown): string {
  return String(text).normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
