import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import { supportDecider, type CastSupport } from './support.decider';

const given = (...history: CastSupport[]) => givenDecider(supportDecider, history.flatMap(cast));
const gives = {
  item: 'comment',
  itemId: 'comment-1',
  consultationId: 'consultation-1',
  supporter: 'pseudonym-1',
  author: 'pseudonym-2',
  supports: true,
  assurance: 'anonymous',
} as const;
const takesBack = { ...gives, supports: false };
const surer = { ...gives, assurance: 'email' } as const;
const cast = ({ author: _, ...data }: CastSupport) => [{ type: 'SupportCast', data } as const];

describe('support', () => {
  it('is given once', () => {
    given().when(gives).then(cast(gives));
    given(gives).when(gives).thenNothing();
  });
  it('can be taken back, and given again', () => {
    given(gives).when(takesBack).then(cast(takesBack));
    given(gives, takesBack).when(takesBack).thenNothing();
    given(gives, takesBack).when(gives).then(cast(gives));
  });
  it('is not for one’s own words, and what was given before can be taken back', () => {
    const own = { ...gives, author: gives.supporter };
    given().when(own).thenRejected('OWN_CONTRIBUTION');
    given(own)
      .when({ ...own, supports: false })
      .then(cast(takesBack));
  });
  it('that was never given is not taken back', () => given().when(takesBack).thenNothing());
  it('is given again where the person is known more surely by now', () => given(gives).when(surer).then(cast(surer)));
});
