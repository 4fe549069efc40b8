const opening = /^[\p{Quotation_Mark}¿¡\s]+/u;
/** Begins at the first of them, so that a text of many marks is looked through once. */
const closing = /(?<![\p{Quotation_Mark}\p{Terminal_Punctuation}\s])[\p{Quotation_Mark}\p{Terminal_Punctuation}\s]+$/u;

/**
 * What two texts have in common that look alike: the same but for width and composition (NFKC, UAX 15), capitals, spaces, characters
 * that nobody sees, the marks that end a sentence, and quotation marks around it. Marks within count, and so do signs: "A+" is not "A-".
 * Texts of marks alone are all the same: none of them says anything. For comparing only, never for showing.
 */
export function sameWords(text: unknown): string {
  const compared = String(text)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  if (!/[\p{L}\p{N}\p{S}]/u.test(compared)) return '';
  return compared.replace(opening, '').replace(closing, '');
}
