import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { Finding } from '@isegoria/audit-kit';
import type { Manifest, RecordedAnswer } from './manifest';
import { coveredWords, trailerBytes } from './trailer';

/** Writes a bundle as the log is read. It has its name only once it is whole. */
export class BundleWriter {
  private readonly digest: Hash = createHash('sha256');
  private size = 0;
  private readonly entries: Gzip = createGzip();
  private readonly written: Promise<void>;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {
    this.written = this.append(this.entries);
    // Told when the bundle is closed.
    this.written.catch(() => undefined);
  }

  /** @throws Finding cannotRun if no file can be written */
  static async create(file: string, manifest: Manifest): Promise<BundleWriter> {
    const handle = await open(`${file}.part`, 'w').catch((error: Error) => {
      throw new Finding('cannotRun', `The bundle cannot be written: ${error.message}.`);
    });
    const writer = new BundleWriter(file, handle);
    await writer.add([JSON.stringify(manifest)]);
    return writer;
  }

  /** Adds lines of entries, as they were served. Waits while the disk is slower than the log. */
  async add(lines: readonly string[]): Promise<void> {
    if (lines.length === 0 || this.entries.write(`${lines.join('\n')}\n`)) return;
    await Promise.race([new Promise((resolve) => this.entries.once('drain', resolve)), this.written]);
  }

  /** Ends the bundle. @throws Finding cannotRun if it could not be written */
  async close(answers: Iterable<RecordedAnswer>): Promise<void> {
    try {
      this.entries.end();
      await this.written;
      const answersAt = this.size;
      const lines = function* () {
        for (const answer of answers) yield `${JSON.stringify(answer)}\n`;
      };
      const gzip = createGzip();
      await Promise.all([pipeline(Readable.from(lines()), gzip), this.append(gzip)]);
      const digest = this.digest.update(coveredWords(answersAt)).digest('hex');
      await this.handle.write(trailerBytes({ answersAt, digest }));
      await this.handle.sync();
      await this.handle.close();
      await rename(`${this.file}.part`, this.file);
    } catch (error) {
      await this.discard();
      throw new Finding('cannotRun', `The bundle could not be written: ${(error as Error).message}.`);
    }
  }

  /** Does not leave half a bundle behind. */
  async discard(): Promise<void> {
    this.entries.destroy();
    await this.handle.close().catch(() => undefined);
    await rm(`${this.file}.part`, { force: true });
  }

  private async append(compressed: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of compressed) {
      this.digest.update(chunk);
      this.size += chunk.length;
      await this.handle.write(chunk);
    }
  }
}
