import { event, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import { consultations, sampleIds } from '../streams.contract';

const { consultationId, voter } = sampleIds;

/** `voters` are pseudonyms of the consultation, sorted. They say nothing about accounts, and nobody is named alone if it can be helped. */
export type AssuranceRaised = DomainEvent<'AssuranceRaised', { consultationId: string; level: AssuranceLevel; voters: readonly string[] }>;
export const assuranceRaised = event<AssuranceRaised>('AssuranceRaised', {
  stream: consultations,
  says:
    'These people took part and then confirmed who they are; several are told of together. In the activities where they voted or wrote ' +
    'and that are not closed at this point, all that they have cast and written and will cast counts at this level, or at its own if ' +
    'that is higher.',
  isSigned: true,
  sample: { consultationId, level: 'email', voters: [voter] },
});
