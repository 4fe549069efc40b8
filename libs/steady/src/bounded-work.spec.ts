import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { boundedWork } from './index';

/** Work that goes on until it is told to end. */
function scene(bounds: { atOnce: number; mostWaiting: number }) {
  let time = 0;
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const doInTurn = boundedWork({ ...bounds, patience: 100, refusal: () => new Error('refused'), now: () => time });
  const outcomes = new Map<number, string>();
  return {
    begun,
    outcomes,
    async ask(...names: number[]) {
      for (const name of names) {
        const work = () => new Promise<string>((end) => void ends.set(begun[begun.push(name) - 1]!, () => end('done')));
        void doInTurn(work).then(
          (outcome) => outcomes.set(name, outcome),
          ({ message }: Error) => outcomes.set(name, message),
        );
      }
      await nextTurn();
    },
    async end(name: number) {
      ends.get(name)!();
      await nextTurn();
    },
    passes: (milliseconds: number) => void (time += milliseconds),
  };
}

describe('bounded work', () => {
  it('is done so much at once, and the rest in the order in which it was asked for', async () => {
    const { ask, end, begun, outcomes } = scene({ atOnce: 2, mostWaiting: 10 });
    await ask(1, 2, 3, 4);
    expect(begun).toEqual([1, 2]);
    await end(2);
    expect([begun, [...outcomes]]).toEqual([[1, 2, 3], [[2, 'done']]]);
  });

  it('is refused at once when too much waits', async () => {
    const { ask, end, outcomes } = scene({ atOnce: 1, mostWaiting: 2 });
    await ask(1, 2, 3, 4);
    expect([...outcomes]).toEqual([[4, 'refused']]);
    await end(1);
    await ask(5);
    expect(outcomes.has(5)).toBe(false);
  });

  it('that waited too long is not begun, and makes way for what came later', async () => {
    const { ask, end, passes, begun, outcomes } = scene({ atOnce: 1, mostWaiting: 10 });
    await ask(1, 2);
    passes(60);
    await ask(3);
    passes(60);
    await end(1);
    expect(begun).toEqual([1, 3]);
    expect(outcomes.get(2)).toBe('refused');
  });
});
