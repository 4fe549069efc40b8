import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { serviceFeedbackDecider, type SayOfService } from './service-feedback.decider';

const given = (...history: SayOfService[]) => givenDecider(serviceFeedbackDecider, history.flatMap(said));
const helped: SayOfService = {
  serviceId: 'service-1',
  unit: 'root',
  author: 'pseudonym-1',
  answer: 'yes',
  assurance: 'email',
  text: { sealed: '2.pseudonym-1.x.y' },
};
const didNot = { ...helped, answer: 'no', text: null } as const;
const takesBack = { ...helped, answer: null, text: null } as const;
const said = ({ refused: _, ...data }: SayOfService) => [{ type: 'ServiceFeedbackGiven', data } as const];

describe('feedback on a service', () => {
  it('is given once, and again with another answer, other words or at another level', () => {
    given().when(helped).then(said(helped));
    given(helped).when(helped).thenNothing();
    for (const other of [didNot, { ...helped, text: { sealed: '2.pseudonym-1.x.z' } }, { ...helped, assurance: 'attested' } as const])
      given(helped).when(other).then(said(other));
  });
  it('can be taken back, and given again', () => {
    given(helped).when(takesBack).then(said(takesBack));
    given(helped, takesBack).when(takesBack).thenNothing();
    given(helped, takesBack).when(helped).then(said(helped));
  });
  it('that was never given is not taken back', () => given().when(takesBack).thenNothing());
  it('is refused once the service is withdrawn, and can be taken back all the same', () => {
    const refused = new Rejection('SERVICE_WITHDRAWN');
    given(helped).when({ ...didNot, refused }).thenRejected('SERVICE_WITHDRAWN');
    given(helped).when({ ...takesBack, refused }).then(said(takesBack));
  });
});
