import { describe, expect, it } from '@jest/globals';
import { Finding } from '@isegoria/audit-kit';
import { entryPages } from './entry-pages';

const size = 2_500;
const failure = new Finding('cannotRun', 'It does not answer.');

/** A log that fails for every range with an entry that it cannot give. */
function logWithout(isLost: (seq: number) => boolean) {
  const text = async (path: string) => {
    const query = new URLSearchParams(path.split('?')[1]);
    const from = Number(query.get('from'));
    const seqs = Array.from({ length: Math.min(Number(query.get('limit')), size - from) }, (_, n) => from + n);
    if (seqs.some(isLost)) throw failure;
    return seqs.map((seq) => `${seq}\n`).join('');
  };
  return { text };
}

async function read(isLost: (seq: number) => boolean): Promise<string[]> {
  const lines: string[] = [];
  for await (const page of entryPages(logWithout(isLost), 0, size)) lines.push(...page);
  return lines;
}

describe('the pages of a log', () => {
  it('come in order', async () => {
    expect(await read(() => false)).toEqual(Array.from({ length: size }, (_, seq) => `${seq}`));
  });

  it.each([0, 1, 999, 1_000, 1_234, 2_499])('show which entry it is that the log does not give: %d', async (lost) => {
    await expect(read((seq) => seq === lost)).rejects.toMatchObject({
      kind: 'log',
      index: lost,
      message: expect.stringContaining(`Entry ${lost} is covered`),
    });
  });

  it('show the first of several', async () => {
    await expect(read((seq) => seq >= 1_300 && seq < 1_556)).rejects.toMatchObject({ kind: 'log', index: 1_300 });
  });

  it('say nothing of a log that gives none', async () => {
    await expect(read(() => true)).rejects.toBe(failure);
  });

  it('say nothing of a log that goes away while it is read, or is back when it is asked again', async () => {
    let asked = 0;
    await expect(read(() => ++asked > 1_700)).rejects.toBe(failure);
    let failures = 0;
    await expect(read((seq) => seq === 1_500 && ++failures === 1)).rejects.toBe(failure);
  });
});
