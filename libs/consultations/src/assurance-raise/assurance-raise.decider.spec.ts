import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { assuranceRaiseDecider, mostInEvent } from './assurance-raise.decider';

const consultationId = 'c';
const [one, other] = ['p1', 'p2'].map((phaseId) => ({ phaseId, title: null }));
const drafted: ConsultationEvent = {
  type: 'ConsultationDrafted',
  data: {
    consultationId,
    unit: 'ministry',
    title: 'Buses',
    description: 'Which?',
    language: 'en',
    phases: [one!, other!],
    countsFrom: 'email',
    by: 'official',
    externalId: null,
  },
};
const closed = (phaseId: string): ConsultationEvent => ({ type: 'PhaseClosed', data: { consultationId, phaseId } });
const raised = (...voters: string[]): ConsultationEvent => ({ type: 'AssuranceRaised', data: { consultationId, level: 'email', voters } });
const raise = (...voters: string[]) => ({ consultationId, voters });

describe('raising the level of people who confirmed who they are', () => {
  const inRunning = given(assuranceRaiseDecider, [drafted, closed('p1')]);

  it('names them together, sorted and once each', () => {
    inRunning.when(raise('c', 'a', 'b', 'a')).then([raised('a', 'b', 'c')]);
  });

  it('names nobody a second time', () => {
    given(assuranceRaiseDecider, [drafted, raised('a', 'b')])
      .when(raise('a', 'c'))
      .then([raised('c')]);
    given(assuranceRaiseDecider, [drafted, raised('a', 'b')])
      .when(raise('a', 'b'))
      .thenNothing();
  });

  it('changes nothing once the log has closed the consultation, by its last phase or early', () => {
    given(assuranceRaiseDecider, [drafted, closed('p1'), closed('p2')])
      .when(raise('a'))
      .thenNothing();
    const early: ConsultationEvent = { type: 'ConsultationClosed', data: { consultationId, by: 'official', reason: 'Flood' } };
    given(assuranceRaiseDecider, [drafted, early]).when(raise('a')).thenNothing();
    given(assuranceRaiseDecider).when(raise('a')).thenNothing();
  });

  it('says as many as an event can hold in each of several', () => {
    const many = Array.from({ length: mostInEvent + 1 }, (_, n) => String(n).padStart(8, '0'));
    inRunning.when(raise(...many)).then([raised(...many.slice(0, mostInEvent)), raised(...many.slice(mostInEvent))]);
  });
});
