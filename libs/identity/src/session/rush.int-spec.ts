import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Rejection } from '@isegoria/kernel';
import { newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';

const atOnce = 400;
/** As many as may wait for their turn, and how long, in milliseconds. */
const [mostWaiting, patience] = [300, 8_000];

describe('a rush of sign-ins', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      ({ code }: Rejection) => code,
    );

  it('waits its turn, what is too much is refused at once, and other commands are answered meanwhile', async () => {
    const person = newPerson();
    const { token } = await identity.register(person);
    const answers: string[] = [];
    const answered = (code: string) => void answers.push(code);
    const begun = Date.now();
    const rush = Array.from({ length: atOnce }, () => codeOf(identity.signIn(newPerson())).then(answered));
    await codeOf(identity.authenticate(token).then(() => answered('authenticated')));
    await Promise.all(rush);

    const signIns = answers.filter((answer) => answer !== 'authenticated');
    // Some were let in and answered as usual, and some, beyond the number that may wait, were turned away.
    expect(new Set(signIns)).toEqual(new Set(['WRONG_CREDENTIALS', 'UNAVAILABLE']));
    expect(answers.indexOf('authenticated')).toBeGreaterThanOrEqual(0);
    expect(answers.indexOf('authenticated')).toBeLessThan(answers.lastIndexOf('WRONG_CREDENTIALS'));
    // Nobody who may wait is turned away, unless the machine was too busy to come to them in the time that anybody waits.
    const letIn = signIns.filter((answer) => answer === 'WRONG_CREDENTIALS').length;
    expect(letIn > mostWaiting || Date.now() - begun > patience ? 'as many as may wait' : `only ${letIn}`).toBe('as many as may wait');
  });
});
