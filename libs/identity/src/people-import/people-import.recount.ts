import { CompactTable, rule, saltedKey, type Rule, type RuleBook } from '@isegoria/audit-kit';
import { isAtLeast, type AssuranceLevel, type DomainEvent, type EventMetadata } from '@isegoria/kernel';
import { scopeOf } from '../account/credential/people-of-consultations.recount';

/** What somebody says in a consultation, or of a service, names them by one of these, their pseudonym there. */
interface Said {
  readonly assurance?: AssuranceLevel | null;
  readonly consultationId?: string | null;
  readonly serviceId?: string;
  readonly voter?: string;
  readonly author?: string | null;
  readonly supporter?: string;
}
type Contribution = DomainEvent<string, Said>;

const bits = 2;
const [byThemselves, byAnOffice] = [1, 2];

/**
 * Imported accounts have no password and sign in nowhere, so that all they contribute is brought in by an office, and only for them does
 * anybody vouch. Otherwise a vote of today could be dated as an office dates what it brings in, or change what was brought in for somebody
 * who cannot see it. As many anonymous ones could as accounts were imported.
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
  /** Of each person in each consultation: who brings in what they say. */
  const bringers = new CompactTable(bits);
  const bringerOf = ({ imported }: EventMetadata) => (imported === undefined ? byThemselves : byAnOffice);
  const alwaysByTheSame = rule<Contribution>(
    'imported-throughout',
    'What a person says in a consultation is brought in by an office throughout, or never.',
    ({ data, metadata }) => {
      const place = placeOf(data);
      return !place || (bringers.get(...place) || bringerOf(metadata)) === bringerOf(metadata);
    },
    ({ data, metadata }) => {
      const place = placeOf(data);
      if (place) bringers.set(...place, bringerOf(metadata));
    },
  );
  return { rules: {}, ofAll: [levelOfImports as Rule, alwaysByTheSame as Rule] };
}

/** Undefined for what is nobody's contribution. */
function placeOf({ assurance, voter, author, supporter, ...about }: Said): readonly [high: number, low: number] | undefined {
  const person = voter ?? supporter ?? author;
  if (typeof assurance !== 'string' || typeof person !== 'string') return undefined;
  return saltedKey(`${scopeOf(about)} ${person}`, bits);
}
