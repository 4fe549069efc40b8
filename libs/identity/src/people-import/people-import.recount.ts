import { rule, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { AssuranceLevel, DomainEvent } from '@isegoria/kernel';

type Contribution = DomainEvent<string, { readonly assurance?: AssuranceLevel | null }>;

/**
 * Imported accounts have no password, so that all they contribute is brought in by an office, and only they are attested. Otherwise a vote
 * of today could be dated as an office dates what it brings in.
 */
export function rulesOfImports(): RuleBook {
  const importedIsAttested = rule<Contribution>(
    'imported-is-attested',
    'What an office brings in from elsewhere is attested, and what is attested was brought in by an office.',
    ({ data, metadata }) => (metadata.imported !== undefined) === (data.assurance === 'attested'),
  );
  return { rules: {}, ofAll: [importedIsAttested as Rule] };
}
