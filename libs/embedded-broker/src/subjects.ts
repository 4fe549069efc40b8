/**
 * Subjects are dot-separated tokens; in a subscription `*` stands for one token and a last `>` for one or more.
 * They are held as latin1 strings, one character a byte, so that any encoding a client chose passes through unchanged.
 */
export interface Interested {
  readonly subject: string;
  readonly queue: string | undefined;
  /** Where the index keeps it, so that it can be removed however many others there are. */
  place: number;
}

/** Who is interested in a subject. Reused from call to call: valid until the next `match`. */
export interface Matches<S> {
  readonly everyone: S[];
  /** The members of each queue group: a message goes to one of them. They change when a subscription ends. */
  readonly groups: Map<string, readonly S[]>;
}

/** Whether a client may subscribe to this subject: no empty token, and `>` only as the last one. */
export function isValidPattern(subject: string): boolean {
  const beforeLast = subject.endsWith('.>') ? subject.slice(0, -2) : subject === '>' ? 'any' : subject;
  return !hasEmptyToken(subject) && !tokensOf(beforeLast).includes('>');
}

/** Whether a pattern reaches everything that a subject, or another pattern, reaches. */
export function isWithin(subject: string, pattern: string): boolean {
  const [inner, outer] = [tokensOf(subject), tokensOf(pattern)];
  for (const [place, allowed] of outer.entries()) {
    const token = inner[place];
    if (token === undefined || token === '') return false;
    if (allowed === '>') return true;
    if (token === '>' || (allowed !== '*' && allowed !== token)) return false;
  }
  return inner.length === outer.length;
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
  private readonly matches: Matches<S> = { everyone: [], groups: new Map() };
  private count = 0;

  /** How many subscriptions there are. */
  get size(): number {
    return this.count;
  }

  add(subscription: S): void {
    this.count++;
    this.interestFor(subscription.subject).add(subscription);
  }

  /** Removes a subscription that was added. */
  remove(subscription: S): void {
    const { subject } = subscription;
    this.count--;
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
    matches.groups.clear();
    this.exact.get(subject)?.collect(matches);
    if (!this.wildcards.isEmpty() && !hasEmptyToken(subject)) walk(this.wildcards, subject, 0, matches);
    return matches;
  }

  private interestFor(subject: string): Interest<S> {
    if (hasWildcard(subject))
      return tokensOf(subject)
        .reduce((node, token) => node.childFor(token), this.wildcards)
        .interestHere();
    let interest = this.exact.get(subject);
    if (!interest) this.exact.set(subject, (interest = new Interest()));
    return interest;
  }
}

/** The subscriptions of one pattern. */
class Interest<S extends Interested> {
  private readonly plain: S[] = [];
  private groups: Map<string, S[]> | undefined;

  add(subscription: S): void {
    const list = subscription.queue === undefined ? this.plain : this.membersOf(subscription.queue);
    subscription.place = list.push(subscription) - 1;
  }

  remove(subscription: S): void {
    const { queue } = subscription;
    if (queue === undefined) return take(subscription, this.plain);
    const members = this.membersOf(queue);
    take(subscription, members);
    if (members.length === 0) this.groups?.delete(queue);
  }

  collect(into: Matches<S>): void {
    for (const subscription of this.plain) into.everyone.push(subscription);
    if (!this.groups) return;
    for (const [name, members] of this.groups) {
      const known = into.groups.get(name);
      into.groups.set(name, known ? known.concat(members) : members);
    }
  }

  isEmpty(): boolean {
    return this.plain.length === 0 && !this.groups?.size;
  }

  private membersOf(queue: string): S[] {
    this.groups ??= new Map();
    let members = this.groups.get(queue);
    if (!members) this.groups.set(queue, (members = []));
    return members;
  }
}

/** Takes a subscription out of a list and puts the last one into its place. */
function take<S extends Interested>(subscription: S, list: S[]): void {
  const last = list.pop()!;
  if (last === subscription) return;
  list[subscription.place] = last;
  last.place = subscription.place;
}

class TrieNode<S extends Interested> {
  interest: Interest<S> | undefined;
  children: Map<string, TrieNode<S>> | undefined;
  anyToken: TrieNode<S> | undefined;
  anyRest: TrieNode<S> | undefined;

  interestHere(): Interest<S> {
    return (this.interest ??= new Interest());
  }

  childFor(token: string): TrieNode<S> {
    if (token === '*') return (this.anyToken ??= new TrieNode());
    if (token === '>') return (this.anyRest ??= new TrieNode());
    this.children ??= new Map();
    let child = this.children.get(token);
    if (!child) this.children.set(token, (child = new TrieNode()));
    return child;
  }

  existingChild(token: string): TrieNode<S> | undefined {
    return token === '*' ? this.anyToken : token === '>' ? this.anyRest : this.children?.get(token);
  }

  drop(token: string): void {
    if (token === '*') this.anyToken = undefined;
    else if (token === '>') this.anyRest = undefined;
    else this.children?.delete(token);
  }

  isEmpty(): boolean {
    return !this.children?.size && !this.anyToken && !this.anyRest && (this.interest?.isEmpty() ?? true);
  }
}

function walk<S extends Interested>(node: TrieNode<S>, subject: string, from: number, into: Matches<S>): void {
  node.anyRest?.interest?.collect(into);
  const dot = subject.indexOf('.', from);
  const token = dot === -1 ? subject.slice(from) : subject.slice(from, dot);
  step(node.children?.get(token), subject, dot, into);
  step(node.anyToken, subject, dot, into);
}

function step<S extends Interested>(node: TrieNode<S> | undefined, subject: string, dot: number, into: Matches<S>): void {
  if (!node) return;
  if (dot === -1) node.interest?.collect(into);
  else walk(node, subject, dot + 1, into);
}

/** Removes a subscription and, on the way back, every node that nothing hangs on any more. */
function prune<S extends Interested>(node: TrieNode<S>, tokens: readonly string[], depth: number, subscription: S): void {
  const token = tokens[depth];
  if (token === undefined) {
    node.interest?.remove(subscription);
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
