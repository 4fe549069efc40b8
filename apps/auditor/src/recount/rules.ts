import { Finding, type Judged, type Rule, type RuleBook } from '@isegoria/audit-kit';
import { eventCatalogue } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';
import { rooms } from './rooms';

type AnyEvent = Judged<never>;

/**
 * Whether the log has only events that the rules of the platform allow, in the order in which it has them. The deciders that refuse what is
 * not allowed are not asked: somebody who writes into the event store does not ask them either, and a fault in them must come out here.
 * Every capability states its rules a second time (docs/reference/rules.md).
 */
export class Rules {
  private readonly ofType = new Map<string, RulesOfType>();
  private readonly remembering = new Map<string, ((event: AnyEvent) => void)[]>();
  private readonly unseen = new Set<string>();
  /** Events that were found to keep their rules. */
  judged = 0;

  constructor(books: readonly RuleBook[] = rooms.flatMap(({ rules }) => rules())) {
    const ofAll = books.flatMap(({ ofAll: rules = [] }) => rules);
    for (const { rules, remembers = {} } of books) {
      for (const [type, own] of Object.entries(rules)) this.ofType.set(type, rulesOfType(ofAll, typeof own === 'string' ? [] : own));
      for (const [type, take] of Object.entries(remembers)) this.remembering.set(type, [...(this.remembering.get(type) ?? []), take]);
    }
  }

  /** @throws Finding rule, naming the event that breaks one; what only a newer program knows breaks none */
  take(entry: TakenEntry): void {
    const { type, stream, revision, schema, commitments = [] } = entry.leaf;
    if (!eventCatalogue.of(type)) return;
    const seen = { type, stream, revision, time: Date.parse(entry.leaf.time), schema, commitments: commitments.length };
    const event = { ...seen, ...entry.body } as AnyEvent;
    const rules = this.rulesOf(entry);
    const broken = rules.find((rule) => !isKept(rule, event));
    if (broken) throw new Finding('rule', `Entry ${entry.seq} (${type}) breaks the rule ${broken.name}: ${broken.says}`, entry.seq);
    for (const rule of rules) rule.then?.(event);
    if (entry.hasBody) for (const remember of this.remembering.get(type) ?? []) remember(event);
    this.judged += 1;
  }

  /** The rules of which some events could not be judged, since their bodies were withheld. */
  inWords(): string[] {
    return this.unseen.size === 0 ? [] : [`rules about events whose bodies only auditors get (--token): ${[...this.unseen].join(', ')}`];
  }

  private rulesOf({ hasBody, leaf: { type } }: TakenEntry): readonly Rule[] {
    const rules = this.ofType.get(type);
    if (!rules || hasBody) return rules?.all ?? [];
    for (const name of rules.needBody) this.unseen.add(name);
    return rules.byLeaf;
  }
}

interface RulesOfType {
  readonly all: readonly Rule[];
  readonly byLeaf: readonly Rule[];
  /** The names of its own that cannot be judged by the leaf. */
  readonly needBody: readonly string[];
}

function rulesOfType(ofAll: readonly Rule[], own: readonly Rule[]): RulesOfType {
  const all = [...ofAll, ...own];
  return { all, byLeaf: all.filter(({ byLeaf }) => byLeaf), needBody: own.flatMap(({ byLeaf, name }) => (byLeaf ? [] : name)) };
}

/** Data that are not in the form of their event break whatever rule first looks at them. */
function isKept(rule: Rule, event: AnyEvent): boolean {
  try {
    return rule.isKeptBy(event);
  } catch {
    return false;
  }
}
