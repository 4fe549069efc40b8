/** Letters, digits and marks of any script, and what joins them; no sign that a disk, a shell or a direction of writing gives a meaning. */
const mostSigns = 60;

/**
 * What a file is called in an archive: its number there, the question, and what is left of the name that somebody gave it. It begins with a
 * digit, has no path in it and ends as its kind does, whatever the name said; no two are the same.
 * @param ending without its dot
 */
export function nameInArchive(number: number, question: string, given: string, ending: string): string {
  const stem = given.normalize('NFC').replace(/\.[^./\\]*$/, '');
  const words = [...(stem.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).join('-')].slice(0, mostSigns).join('').split('-');
  return `${[String(number).padStart(5, '0'), question, ...words].filter(Boolean).join('-')}.${ending}`;
}
