/** A sealed text that says what it commits to: version 2, the name of the key, the ciphertext, and the commitment in hex. */
const sealedWithCommitment = /^2\.[^.]+\.[^.]+\.([0-9a-f]{64})$/;
/** Deeper than any event goes; a body made to exhaust the stack ends here. */
const deepest = 32;

/** The commitments of an event's sealed texts, members of an object in the order of their names (RFC 8785), lists in their own order. */
export function commitmentsOf(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item) => commitmentsOf(item, depth + 1));
  return Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = (value as Record<string, unknown>)[name];
      const commitment = name === 'sealed' && typeof member === 'string' ? sealedWithCommitment.exec(member)?.[1] : undefined;
      return commitment === undefined ? commitmentsOf(member, depth + 1) : [commitment];
    });
}
