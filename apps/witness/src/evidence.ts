import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unverifiedCheckpoint } from '@isegoria/merkle-log';
import type { CosignedHead } from './cosigned-heads';
import { originHash } from './cosigned-heads';
import { writeNew } from './durable-file';

/** Files kept; one is proof enough, and a log must not fill a disk. */
const MAX_FILES = 100;

/**
 * Keeps two checkpoints of one size that a log signed with different roots: anybody who sees both, with the log's signatures, knows that it
 * shows different people different histories. @returns the file, or undefined if these are kept already or there are too many
 */
export async function keepEvidence(folder: string, cosigned: CosignedHead, other: string): Promise<string | undefined> {
  const { origin, size, root } = unverifiedCheckpoint(other)!;
  const file = join(folder, `${originHash(origin)}-${size}-${Buffer.from(root).toString('hex').slice(0, 16)}.txt`);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length >= MAX_FILES) return undefined;
  try {
    await writeNew(file, `${cosigned.note}\n${other}`);
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}
