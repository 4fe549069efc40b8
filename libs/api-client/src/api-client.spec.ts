import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signIn, showOwnAccount } from '@isegoria/identity';
import { ApiClient } from './api-client';

describe('a client whose requests may be sent again', () => {
  /** What the next requests are answered. */
  const answers: { readonly status: number; readonly code?: string }[] = [];
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    const { status, code } = answers.shift() ?? { status: 200 };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(code ? { code, detail: 'x' } : { token: 't', id: 'a' }));
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { email: 'somebody@example.org', password: 'x' };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => void ((answers.length = 0), (keys.length = 0)));

  it('waits for a part that starts slowly, under the same key', async () => {
    answers.push({ status: 503, code: 'UNAVAILABLE' }, { status: 502 });
    const patient = new ApiClient(origin(), { repeatsFor: 10_000 });
    expect(await patient.do(signIn, credentials, { idempotencyKey: 'one' })).toMatchObject({ token: 't' });
    expect(keys).toEqual(['one', 'one', 'one']);

    answers.push({ status: 200 }, { status: 503, code: 'UNAVAILABLE' });
    const signedIn = await patient.signIn(credentials.email, credentials.password);
    expect(await signedIn.ask(showOwnAccount, {})).toMatchObject({ id: 'a' });
  });

  it('repeats nothing that was refused, and waits for ever for nobody', async () => {
    answers.push({ status: 401, code: 'WRONG_CREDENTIALS' });
    await expect(new ApiClient(origin(), { repeatsFor: 10_000 }).do(signIn, credentials)).rejects.toThrow('WRONG_CREDENTIALS');
    answers.push(...Array.from({ length: 9 }, () => ({ status: 503, code: 'UNAVAILABLE' })));
    await expect(new ApiClient(origin(), { repeatsFor: 1 }).ask(showOwnAccount, {})).rejects.toThrow('UNAVAILABLE');
    await expect(new ApiClient(origin()).ask(showOwnAccount, {})).rejects.toThrow('UNAVAILABLE');
  });
});
