import { CompactTable, plural, rule, ruleBook, saltedHash, type ActsInWords, type Judged, type RuleBook } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { AssuranceRaised } from './assurance-raise.contract';

export const actsOfRaises: ActsInWords<AssuranceRaised> = {
  AssuranceRaised: ({ level, voters }) =>
    `${plural(voters.length, 'person', 'people')} confirmed since taking part, and count at level ${level}`,
};

/** How many people can have been raised at all is judged with the credentials. */
export function rulesOfRaises(consultations: KnownConsultations): RuleBook {
  const raised = new CompactTable();
  const placesOf = ({ consultationId, voters }: AssuranceRaised['data']) => voters.map((voter) => saltedHash(`${consultationId} ${voter}`));
  return ruleBook<AssuranceRaised>({
    AssuranceRaised: [
      rule(
        'raised-before-the-closing',
        'People who confirmed who they are are raised in a consultation that was published and that the log has not closed.',
        ({ data }: Judged<AssuranceRaised>) => {
          const consultation = consultations.of(data.consultationId);
          return !!consultation?.isPublished && consultation.phases.some(({ phaseId }) => !consultation.isClosed(phaseId));
        },
      ),
      rule('raised-to-email', 'They are raised to the level of a confirmed address.', ({ data: { level } }) => level === 'email'),
      rule(
        'raised-sorted',
        'One or more people are raised together, sorted by pseudonym, so that their order says nothing.',
        ({ data: { voters } }) => voters.length > 0 && voters.every((voter, index) => index === 0 || voters[index - 1]! < voter),
      ),
      rule(
        'raised-once',
        'Each person is raised once in a consultation.',
        ({ data }) => placesOf(data).every((place) => raised.get(...place) === 0),
        ({ data }) => placesOf(data).forEach((place) => raised.set(...place, 1)),
      ),
    ],
  });
}
