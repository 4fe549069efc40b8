/**
 * Subjects are dot-separated tokens; in a subscription `*` stands for one token and a last `>` for one or more.
 * They are held as latin1 strings, one character a byte, so that any encoding a client chose passes through unchanged.
 */
export interface Interested {
  readonly subject: string;
  readonly queue: string | undefined;
}

/** The members of one queue group: a message goes to one of them. */
export interface QueueGroup<S> {
  readonly name: string;
  readonly members: readonly S[];
}

/** Who is interested in a subject. Reused from call to call: valid until the next `match`. */
export interface Matches<S> {
  readonly everyone: S[];
  readonly groups: QueueGroup<S>[];
}

/** Whether a client may subscribe to this subject: no empty token, and `>` only as the last one. */
export function isValidPattern(subject: string): boolean {
  const beforeLast = subject.endsWith('.>') ? subject.slice(0, -2) : subject === '>' ? 'any' : subject;
  return !hasEmptyToken(subject) && !tokensOf(beforeLast).includes('>');
}

/** Whether a subject names exactly one place: a valid pattern without a wildcard. */
export function isLiteral(subject: string): boolean {
  return !hasEmptyToken(subject) && !hasWildcard(subject);
}

/**
 * Finds the subscriptions that a subject reaches: exact ones by one look in a map, those with wildcards by walking a trie,
 * whose cost is the number of tokens and never the number of subscriptions.
 */
export class SubscriptionIndex<S extends Interested> {
  private readonly exact = new Map<string, Interest<S>>();
  private readonly wildcards = new TrieNode<S>();
  private readonly matches: Matches<S> = { everyone: [], groups: [] };

  add(subscription: S): void {
    this.interestFor(subscription.subject).add(subscription);
  }

  remove(subscription: S): void {
    const { subject } = subscription;
    if (hasWildcard(subject)) {
      prune(this.wildcards, tokensOf(subject), 0, subscription);
      return;
    }
    const interest = this.exact.get(subject);
    interest?.remove(subscription);
    if (interest?.isEmpty()) this.exact.delete(subject);
  }

  /** Each plain subscription once, and each queue group once with its members over all the patterns that match. */
  match(subject: string): Matches<S> {
    const { matches } = this;
    matches.everyone.length = 0;
    matches.groups.length = 0;
    this.exact.get(subject)?.collect(matches);
    if (!this.wildcards.isEmpty() && !hasEmptyToken(subject)) walk(this.wildcards, subject, 0, matches);
    return matches;
  }

  private interestFor(subject: string): Interest<S> {
    if (hasWildcard(subject)) return tokensOf(subject).reduce((node, token) => node.childFor(token), this.wildcards).interest;
    let interest = this.exact.get(subject);
    if (!interest) this.exact.set(subject, (interest = new Interest()));
    return interest;
  }
}

/** The subscriptions of one pattern. Its arrays are replaced, never changed: a delivery under way may be reading them. */
class Interest<S extends Interested> {
  private plain: readonly S[] = [];
  private groups: readonly QueueGroup<S>[] = [];

  add(subscription: S): void {
    const name = subscription.queue;
    if (name === undefined) this.plain = [...this.plain, subscription];
    else if (this.groups.some((group) => group.name === name)) this.changeGroup(name, (members) => [...members, subscription]);
    else this.groups = [...this.groups, { name, members: [subscription] }];
  }

  remove(subscription: S): void {
    const others = (list: readonly S[]): S[] => list.filter((one) => one !== subscription);
    if (subscription.queue === undefined) this.plain = others(this.plain);
    else this.changeGroup(subscription.queue, others);
  }

  collect(into: Matches<S>): void {
    for (const subscription of this.plain) into.everyone.push(subscription);
    for (const group of this.groups) {
      const known = into.groups.findIndex((other) => other.name === group.name);
      if (known === -1) into.groups.push(group);
      else into.groups[known] = { name: group.name, members: [...into.groups[known]!.members, ...group.members] };
    }
  }

  isEmpty(): boolean {
    return this.plain.length === 0 && this.groups.length === 0;
  }

  private changeGroup(name: string, change: (members: readonly S[]) => S[]): void {
    this.groups = this.groups
      .map((group) => (group.name === name ? { name, members: change(group.members) } : group))
      .filter((group) => group.members.length > 0);
  }
}

class TrieNode<S extends Interested> {
  readonly interest = new Interest<S>();
  readonly children = new Map<string, TrieNode<S>>();
  anyToken: TrieNode<S> | undefined;
  anyRest: TrieNode<S> | undefined;

  childFor(token: string): TrieNode<S> {
    if (token === '*') return (this.anyToken ??= new TrieNode());
    if (token === '>') return (this.anyRest ??= new TrieNode());
    let child = this.children.get(token);
    if (!child) this.children.set(token, (child = new TrieNode()));
    return child;
  }

  existingChild(token: string): TrieNode<S> | undefined {
    return token === '*' ? this.anyToken : token === '>' ? this.anyRest : this.children.get(token);
  }

  drop(token: string): void {
    if (token === '*') this.anyToken = undefined;
    else if (token === '>') this.anyRest = undefined;
    else this.children.delete(token);
  }

  isEmpty(): boolean {
    return this.children.size === 0 && !this.anyToken && !this.anyRest && this.interest.isEmpty();
  }
}

function walk<S extends Interested>(node: TrieNode<S>, subject: string, from: number, into: Matches<S>): void {
  node.anyRest?.interest.collect(into);
  const dot = subject.indexOf('.', from);
  const token = dot === -1 ? subject.slice(from) : subject.slice(from, dot);
  step(node.children.get(token), subject, dot, into);
  step(node.anyToken, subject, dot, into);
}

function step<S extends Interested>(node: TrieNode<S> | undefined, subject: string, dot: number, into: Matches<S>): void {
  if (!node) return;
  if (dot === -1) node.interest.collect(into);
  else walk(node, subject, dot + 1, into);
}

/** Removes a subscription and, on the way back, every node that nothing hangs on any more. */
function prune<S extends Interested>(node: TrieNode<S>, tokens: readonly string[], depth: number, subscription: S): void {
  const token = tokens[depth];
  if (token === undefined) {
    node.interest.remove(subscription);
    return;
  }
  const child = node.existingChild(token);
  if (!child) return;
  prune(child, tokens, depth + 1, subscription);
  if (child.isEmpty()) node.drop(token);
}

function tokensOf(subject: string): string[] {
  return subject.split('.');
}

function hasEmptyToken(subject: string): boolean {
  return subject === '' || subject.startsWith('.') || subject.endsWith('.') || subject.includes('..');
}

/** A wildcard is a whole token: `a*` and `>b` are plain names. */
function hasWildcard(subject: string): boolean {
  if (!subject.includes('*') && !subject.includes('>')) return false;
  return tokensOf(subject).some((token) => token === '*' || token === '>');
}
