/**
 * Who may read what the events of a stream say. For withheld ones everybody sees only the leaf: that it happened, when, and of which type.
 * Unlogged ones are not in the public log at all, because the place and time of a leaf alone would tie one account to another, or an
 * account to the words that vanished at that moment. No figure may follow from them, since nobody outside can recount it.
 */
export type Bodies = 'public' | 'withheld' | 'unlogged';

/** A kind of streams: those whose names differ only in the angle brackets, or the one stream whose name has none. */
export interface StreamFamily {
  /** As the reference writes it: `ballot-<consultationId>-<voter>`. */
  readonly pattern: string;
  readonly bodies: Bodies;
  /** Whether a stream has a name of this family. */
  has(name: string): boolean;
  /** The one stream for an event with these data; undefined if the pattern contains something that they do not say. */
  nameFor(data: object): string | undefined;
}

/** Declares a family of streams. Angle brackets hold the name of a member of its events' data, or say in words what goes there. */
export function stream(pattern: string, bodies: Bodies): StreamFamily {
  // Texts and members alternate: `ballot-`, `consultationId`, `-`, `voter`, and nothing.
  const parts = pattern.split(/[<>]/);
  const beginning = parts[0]!;
  return {
    pattern,
    bodies,
    has: parts.length === 1 ? (name) => name === pattern : (name) => name.startsWith(beginning),
    nameFor(data) {
      const members = data as Readonly<Record<string, unknown>>;
      let name = beginning;
      for (let at = 1; at < parts.length; at += 2) {
        const value = members[parts[at]!];
        if (typeof value !== 'string') return undefined;
        name += value + parts[at + 1]!;
      }
      return name;
    },
  };
}
