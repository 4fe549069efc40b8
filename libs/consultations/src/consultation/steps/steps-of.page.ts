import type { Section } from '@isegoria/portal-kit';
import type { OwnBallot } from '../../ballot/ballot.contract';
import type { ConsultationView } from '../consultation.contract';
import type { Step } from './steps.page';

/** The first page of a consultation: what it is about, and where people vote. */
export const firstStep = '';
export const resultsStep = 'results';

/** What there is to do in a consultation, in the order in which people do it. Nobody says anything to a draft. */
export function stepsOf(
  { status }: Pick<ConsultationView, 'status'>,
  sections: readonly Pick<Section, 'name' | 'title'>[],
  ballots: readonly OwnBallot[] = [],
): Step[] {
  const first: Step = { name: firstStep, title: status === 'open' ? 'steps.takePart' : 'steps.about', isDone: ballots.some(hasVoted) };
  if (status === 'draft') return [first];
  const others = sections.map(({ name, title }): Step => ({ name, title }));
  return [first, ...others, { name: resultsStep, title: 'results.tag' }];
}

const hasVoted = ({ options, votes }: OwnBallot): boolean => options.length > 0 || votes.length > 0;
