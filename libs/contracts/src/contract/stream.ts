/** Who may read what the events of a stream say. Of withheld ones everybody sees the leaf: that it happened, when, and of which type. */
export type Bodies = 'public' | 'withheld';

/** A kind of streams: those with one name but for what stands in angle brackets, or the one stream without any. */
export interface StreamFamily {
  /** As the reference writes it: `ballot-<consultation>-<voter>`. */
  readonly pattern: string;
  readonly bodies: Bodies;
  /** Whether a stream is of this family. */
  has(name: string): boolean;
}

/** Declares a family of streams by its pattern. */
export function stream(pattern: string, bodies: Bodies): StreamFamily {
  const [beginning = '', ...rest] = pattern.split('<');
  const has = rest.length === 0 ? (name: string) => name === pattern : (name: string) => name.startsWith(beginning);
  return { pattern, bodies, has };
}
