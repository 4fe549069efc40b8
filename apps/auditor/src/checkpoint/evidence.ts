import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Finding } from '@isegoria/audit-kit';
import type { SignedHead } from './signed-head';
import type { SeenCheckpoint } from './memory';

/**
 * Keeps two checkpoints that contradict each other, both signed by the log, in one file that anybody can check.
 * @param stateFile the file is written beside this one
 * @returns the finding that says what was found and where the evidence is
 */
export async function contradiction(
  stateFile: string,
  earlier: SeenCheckpoint,
  later: SignedHead,
  sentence: string,
  index?: number,
): Promise<Finding> {
  const file = `${stateFile}.evidence-${earlier.size}-${later.size}-${Date.now()}.txt`;
  const text = [
    'Two checkpoints of one log that cannot both be true. Each is a signed note (C2SP signed-note); the signatures cover the text ' +
      'above them.',
    sentence,
    `--- seen ${earlier.at} at ${earlier.url}`,
    earlier.note,
    `--- seen ${new Date().toISOString()}`,
    later.note,
  ].join('\n');
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    return new Finding('history', `${sentence} Both checkpoints are kept as evidence in ${file}`, index);
  } catch (error) {
    return new Finding('history', `${sentence} The evidence could not be kept: ${(error as Error).message}`, index);
  }
}
