import { describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { failureOf } from './failure';

/** The discard port: nothing listens there. */
const nowhere = 'http://127.0.0.1:9';

describe('an import that fails', () => {
  it('says in a sentence that the platform does not answer, and what to do', async () => {
    const error = await new ApiClient(nowhere).signIn('office@example.org', 'a long password').catch((failed: unknown) => failed);

    expect(failureOf(error)).toBe('The platform does not answer: is it running? Start it with npm start, or name it with --url.');
  });

  it('shows what nobody expected as it is', () => {
    const error = new RangeError('Invalid array length');

    expect(failureOf(error)).toBe(error);
  });
});
