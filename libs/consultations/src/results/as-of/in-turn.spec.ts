import { describe, expect, it } from '@jest/globals';
import { inTurn } from './in-turn.read-model';

describe('what is done in turn', () => {
  it('is done two at once, in order, a failure among them, and refused beyond fifty that wait', async () => {
    let [running, most] = [0, 0];
    const done: number[] = [];
    const work = (n: number) => async () => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      done.push(n);
      if (n === 7) throw new Error('seven');
      return n;
    };
    const asked = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => inTurn(work(n))));
    expect(most).toBe(2);
    expect(done).toEqual(Array.from({ length: 52 }, (_, n) => n));
    const refused = asked.flatMap((one, n) => (one.status === 'rejected' ? [[n, (one.reason as { code?: string }).code]] : []));
    expect(refused).toEqual([[7, undefined], ...Array.from({ length: 8 }, (_, n) => [52 + n, 'UNAVAILABLE'])]);
    expect(await inTurn(() => Promise.resolve('again'))).toBe('again');
  });
});
