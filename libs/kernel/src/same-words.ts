/**
 * What two texts have in common that look alike: the same but for width and composition (NFKC, UAX 15), capitals, spaces and characters
 * that nobody sees. For comparing only, never for showing.
 */
export function sameWords(text: unknown): string {
  return String(text)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
