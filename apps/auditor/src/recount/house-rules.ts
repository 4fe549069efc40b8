import { rule, ruleBook, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { LogEvent, ProjectionEventSkipped } from '@isegoria/contracts';

/** What no context records: the keys of the log, of which it has few, and what is left out of read models. */
export function rulesOfTheHouse(): RuleBook {
  const [introduced, retired] = [new Set<string>(), new Set<string>()];
  const once = (name: string, says: string, ...kept: readonly [ReadonlySet<string>, ...ReadonlySet<string>[]]): Rule<LogEvent> =>
    rule<LogEvent>(
      name,
      says,
      ({ data: { verifierKey } }) => kept.every((keys) => !keys.has(verifierKey)),
      ({ data: { verifierKey } }) => (kept[0] as Set<string>).add(verifierKey),
    );
  return ruleBook<LogEvent | ProjectionEventSkipped>({
    LogKeyIntroduced: [once('log-key-introduced-once', 'A key begins to sign once, and not after it was retired.', introduced, retired)],
    LogKeyRetired: [once('log-key-retired-once', 'A key is retired once.', retired)],
    ProjectionEventSkipped: 'The report names what is left out of the figures, and every figure that says so is compared with this record.',
  });
}
