import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import type { SupportCast } from './support.contract';
import { supportDecider } from './support.decider';

const given = (...history: SupportCast['data'][]) =>
  givenDecider(
    supportDecider,
    history.map((data) => ({ type: 'SupportCast', data }) as const),
  );
const gives = {
  item: 'comment',
  itemId: 'comment-1',
  consultationId: 'consultation-1',
  supporter: 'pseudonym-1',
  supports: true,
  assurance: 'anonymous',
} as const;
const takesBack = { ...gives, supports: false };
const surer = { ...gives, assurance: 'email' } as const;
const cast = (data: SupportCast['data']) => [{ type: 'SupportCast', data } as const];

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
  it('that was never given is not taken back', () => given().when(takesBack).thenNothing());
  it('is given again where the person is known more surely by now', () => given(gives).when(surer).then(cast(surer)));
});
