import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { Rejection } from '@isegoria/kernel';

/** So many may wait for their picture; each takes a fraction of a second of a processor. */
const mostWaiting = 20;
const oneAtATime = pLimit(1);
/** By what they are drawn from, so that many readers of one picture cost as one. */
const kept = new LRUCache<string, Buffer>({ maxSize: 16_000_000, sizeCalculation: ({ length }) => length });

/**
 * A picture that is drawn once for all who ask for it, and beside no other one.
 * @param from all that it is drawn from
 * @throws Rejection UNAVAILABLE when too many are being drawn
 */
export async function drawnOnce(from: readonly (string | number)[], draw: () => Promise<Buffer>): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(from)).digest('base64');
  const known = kept.get(key);
  if (known) return known;
  if (oneAtATime.pendingCount >= mostWaiting) throw new Rejection('UNAVAILABLE');
  return oneAtATime(async () => {
    const drawnMeanwhile = kept.get(key);
    if (drawnMeanwhile) return drawnMeanwhile;
    const picture = await draw();
    kept.set(key, picture);
    return picture;
  });
}

/**
 * The fonts of pictures come with the platform: a container has none, and the same figures should look the same wherever they are drawn.
 * An operator who needs other letters names a configuration in FONTCONFIG_FILE. It is read at the first picture of a process.
 */
export function ownFonts(): void {
  if (process.env['FONTCONFIG_FILE'] !== undefined) return;
  const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-fonts-'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>\n`,
  );
  process.env['FONTCONFIG_FILE'] = file;
}
