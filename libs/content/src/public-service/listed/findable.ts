/** How many words are looked for at once. */
const mostWords = 10;
const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu;
const noWord = /[^\p{L}\p{N}]+/gu;
/** Written without spaces between words, so that a word may begin anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words without what people leave out when they look for them: accents, vowel marks, capitals, and the forms of Arabic letters. */
function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(unseen, '').toLowerCase().replaceAll('ة', 'ه').replaceAll('ى', 'ي');
  return plain.split(noWord).filter((word) => word !== '');
}

/** What a text is found by. */
export const findable = (texts: readonly string[]): string => ` ${texts.flatMap(words).join(' ')} `;

/** What stands in the text of {@link findable} wherever all words of a search do, or words that begin with them. */
export const lookedFor = (asked: string): string[] =>
  words(asked)
    .slice(0, mostWords)
    .map((word) => (unspaced.test(word) ? word : ` ${word}`));
