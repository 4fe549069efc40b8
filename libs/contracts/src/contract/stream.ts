/** Who may read what the events of a stream say. Of withheld ones everybody sees the leaf: that it happened, when, and of which type. */
export type Bodies = 'public' | 'withheld';

/** A kind of streams: those with one name but for what stands in angle brackets, or the one stream without any. */
export interface StreamFamily {
  /** As the reference writes it: `ballot-<consultationId>-<voter>`. */
  readonly pattern: string;
  readonly bodies: Bodies;
  /** Whether a stream has a name of this family. */
  has(name: string): boolean;
  /** The one stream for an event with these data; undefined where the pattern has something that they do not say. */
  nameFor(data: object): string | undefined;
}

const placeholder = /<([^>]+)>/g;

/** Declares a family of streams. What stands in angle brackets is a member of its events' data, or says in words what stands there. */
export function stream(pattern: string, bodies: Bodies): StreamFamily {
  const beginning = pattern.replace(/<.*$/, '');
  return {
    pattern,
    bodies,
    has: beginning === pattern ? (name) => name === pattern : (name) => name.startsWith(beginning),
    nameFor(data) {
      const members = data as Readonly<Record<string, unknown>>;
      const isSaid = [...pattern.matchAll(placeholder)].every(([, member]) => typeof members[member!] === 'string');
      return isSaid ? pattern.replace(placeholder, (_, member: string) => members[member] as string) : undefined;
    },
  };
}
