import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Finding } from '@isegoria/audit-kit';
import { missingEntry, parsedJson, type Source } from '../source/source';
import { noteCalled, readManifest, type Manifest, type RecordedAnswer } from './manifest';
import { textLines } from './text-lines';
import { coveredWords, readTrailer, trailerSize, type Trailer } from './trailer';

/** What a site said, from a bundle, without a network. */
export class BundleSource implements Source {
  readonly isLive = false;

  private constructor(
    readonly name: string,
    private readonly manifest: Manifest,
    private readonly answersAt: number,
    private readonly answers: ReadonlyMap<string, string | null>,
    /** Whether its bytes differ from those it was closed with: an audit of it may name the entry, but must not pass. */
    readonly isDamaged: boolean,
  ) {}

  /** @throws Finding bundle for a file that is not a bundle, or so damaged that nothing can be read */
  static async open(file: string): Promise<BundleSource> {
    const { trailer, size } = await trailerOf(file);
    const isDamaged = (await digestOf(file, size, trailer.answersAt)) !== trailer.digest;
    try {
      const manifest = readManifest(await firstLine(file, trailer.answersAt));
      if (!manifest) throw new Error('it has no manifest');
      return new BundleSource(file, manifest, trailer.answersAt, await answersOf(file, trailer.answersAt, size), isDamaged);
    } catch (error) {
      throw damaged(file, (error as Error).message);
    }
  }

  get url(): string {
    return this.manifest.url;
  }

  /** When the site was read (UTC). */
  get at(): string {
    return this.manifest.at;
  }

  async json<T>(path: string): Promise<T> {
    return parsedJson<T>(await this.text(path), `${this.name}: ${path}`);
  }

  async text(path: string): Promise<string> {
    const body = this.answers.get(path);
    if (typeof body === 'string') return body;
    throw new Finding('cannotRun', `${this.name} does not hold what ${this.url}${path} said.`);
  }

  async optional(path: string): Promise<string | undefined> {
    return this.answers.get(path) ?? undefined;
  }

  page(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  anew(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  async pause(): Promise<void> {}

  async noted(name: string): Promise<string> {
    return this.text(noteCalled(name));
  }

  async bytes(): Promise<undefined> {
    return undefined;
  }

  async *lines(from: number, to: number): AsyncGenerator<string[]> {
    // The manifest comes before the first entry.
    let at = -1;
    for await (const lines of this.entryLines()) {
      const page = lines.slice(Math.max(0, from - at), Math.max(0, to - at));
      at += lines.length;
      if (page.length > 0) yield page;
      if (at >= to) return;
    }
    if (at < to) throw missingEntry(Math.max(at, from));
  }

  private async *entryLines(): AsyncGenerator<string[]> {
    try {
      yield* textLines(unzipped(this.name, 0, this.answersAt));
    } catch (error) {
      throw error instanceof Finding ? error : damaged(this.name, (error as Error).message);
    }
  }
}

export function damaged(file: string, why: string): Finding {
  return new Finding('bundle', `${file} is not a whole bundle: ${why}.`);
}

async function trailerOf(file: string): Promise<{ trailer: Trailer; size: number }> {
  const handle = await open(file, 'r').catch((error: Error) => {
    throw new Finding('cannotRun', `${file} cannot be read: ${error.message}.`);
  });
  try {
    const size = (await handle.stat()).size - trailerSize;
    const bytes = Buffer.alloc(trailerSize);
    if (size > 0) await handle.read(bytes, 0, trailerSize, size);
    const trailer = size > 0 ? readTrailer(bytes) : undefined;
    if (!trailer || trailer.answersAt <= 0 || trailer.answersAt >= size) throw damaged(file, 'it does not end as one');
    return { trailer, size };
  } finally {
    await handle.close();
  }
}

async function digestOf(file: string, size: number, answersAt: number): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: size - 1 })) digest.update(chunk as Buffer);
  return digest.update(coveredWords(answersAt)).digest('hex');
}

async function firstLine(file: string, end: number): Promise<string | undefined> {
  for await (const [line] of textLines(unzipped(file, 0, end))) return line;
  return undefined;
}

async function answersOf(file: string, from: number, to: number): Promise<Map<string, string | null>> {
  const answers = new Map<string, string | null>();
  for await (const lines of textLines(unzipped(file, from, to))) {
    for (const line of lines) {
      const { path, body } = JSON.parse(line) as RecordedAnswer;
      answers.set(path, body);
    }
  }
  return answers;
}

async function* unzipped(file: string, from: number, to: number): AsyncGenerator<Buffer> {
  const compressed = createReadStream(file, { start: from, end: to - 1 });
  const gunzip = createGunzip();
  compressed.once('error', (error) => gunzip.destroy(error));
  compressed.pipe(gunzip);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } finally {
    compressed.destroy();
    gunzip.destroy();
  }
}
