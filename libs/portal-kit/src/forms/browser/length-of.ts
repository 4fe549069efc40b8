/**
 * How many characters a text has as the platform counts them against its limits, which is how the checks of the API count: a character
 * outside the Basic Multilingual Plane is one, although it is two code units, and a selector of its presentation (U+FE0E, U+FE0F) is none.
 * A line break counts as one, as browsers give it to scripts and as it is kept.
 */
export function lengthOf(text: string): number {
  const selectors = text.match(/[^\uFE0F\uFE0E][\uFE0F\uFE0E]/g) ?? [];
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g) ?? [];
  return text.length - selectors.length - pairs.length;
}
