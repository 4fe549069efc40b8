/** What Unicode has for characters above and below the line (its chapters 7.8 and 22.4). */
const forms = {
  sup: formsOf('0123456789+-−=()abcdefghijklmnoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  sub: formsOf('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
};
const signs = { sup: '^', sub: '_' };
export type Raised = keyof typeof forms;

/**
 * Words above or below the line, in characters that cannot be taken for what stands on it: Article 5¹ is not Article 51. What
 * Unicode has no form for stands in brackets behind a sign. The number of a note has brackets already, and other signs are no digits.
 */
export const asCharacters = (how: Raised, words: string): string =>
  words
    .split(/(\[[^\][]*\])/)
    .map((part, index) => (index % 2 === 0 ? written(how, part) : part))
    .join('');

function written(how: Raised, words: string): string {
  const [said, known] = [words.trim(), forms[how]];
  const letters = [...said];
  if (!/[\p{L}\p{N}+=−-]/u.test(said) || letters.every((each) => known.raised.has(each))) return words;
  const all = letters.every((each) => known.of.has(each)) ? letters.map((each) => known.of.get(each)).join('') : undefined;
  return words.replace(said, () => all ?? `${signs[how]}(${said})`);
}

function formsOf(plain: string, raised: string) {
  const each = [...raised];
  return { of: new Map([...plain].map((letter, index) => [letter, each[index]!])), raised: new Set(each) };
}
