/** The sealed form that carries a commitment: version 2, the name of the key, what is sealed, and the commitment in lower-case hex. */
const committed = /^2\.[^.]+\.[^.]+\.([0-9a-f]{64})$/;

/**
 * The commitments that an event's data carries, lower-case hex, in the order in which RFC 8785 writes them: the keys of an object by their
 * UTF-16 code units, the entries of a list as they stand. Only a member named `sealed` counts, so that no text of anybody's can pass for
 * one. Texts sealed in version 1 carry none. Imports nothing: it runs wherever data can be read.
 * @param data as `JSON.parse` gave it, of any depth
 */
export function commitmentsIn(data: unknown): string[] {
  const commitments: string[] = [];
  const toRead: { readonly name: string | undefined; readonly value: unknown }[] = [{ name: undefined, value: data }];
  for (let next = toRead.pop(); next; next = toRead.pop()) {
    const { name, value } = next;
    if (name === 'sealed' && typeof value === 'string') commitments.push(...(committed.exec(value)?.slice(1) ?? []));
    if (typeof value !== 'object' || value === null) continue;
    const inside = Array.isArray(value) ? value.map((entry: unknown) => ({ name: undefined, value: entry })) : membersInOrder(value);
    for (const part of inside.reverse()) toRead.push(part);
  }
  return commitments;
}

function membersInOrder(object: object): { name: string; value: unknown }[] {
  return Object.keys(object)
    .sort()
    .map((name) => ({ name, value: (object as Record<string, unknown>)[name] }));
}
