import { rule, type Rule, type RuleBook } from '@isegoria/audit-kit';
import { isAtLeast, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';

type Contribution = DomainEvent<string, { readonly assurance?: AssuranceLevel | null }>;

/**
 * Imported accounts have no password, so that all they contribute is brought in by an office, and only for them does anybody vouch.
 * Otherwise a vote of today could be dated as an office dates what it brings in. As many anonymous ones could as accounts were imported.
 */
export function rulesOfImports(): RuleBook {
  const levelOfImports = rule<Contribution>(
    'imported-level',
    'What an office brings in from elsewhere is anonymous, attested or surer still, and never by e-mail; what is attested or surer was ' +
      'brought in by an office.',
    ({ data: { assurance }, metadata }) => {
      if (metadata.imported === undefined) return !assurance || !isAtLeast(assurance, 'attested');
      return !!assurance && assurance !== 'email';
    },
  );
  return { rules: {}, ofAll: [levelOfImports as Rule] };
}
