import type { Source } from '../source/source';
import { parsedJson } from '../source/source';
import type { BundleWriter } from './bundle-writer';
import { noteCalled, type RecordedAnswer } from './manifest';

/** A source that records everything it says for a bundle. If one path gave several answers, the last is kept: the audit used that one. */
export class RecordingSource implements Source {
  private readonly answers = new Map<string, string | null>();
  private recorded = 0;

  constructor(
    private readonly source: Source,
    private readonly bundle: BundleWriter,
  ) {}

  get url(): string {
    return this.source.url;
  }

  get name(): string {
    return this.source.name;
  }

  get isLive(): boolean {
    return this.source.isLive;
  }

  get at(): string {
    return this.source.at;
  }

  async json<T>(path: string): Promise<T> {
    return parsedJson<T>(await this.text(path), this.name + path);
  }

  async text(path: string): Promise<string> {
    const body = await this.source.text(path);
    this.answers.set(path, body);
    return body;
  }

  async optional(path: string): Promise<string | undefined> {
    const body = await this.source.optional(path);
    this.answers.set(path, body ?? null);
    return body;
  }

  async page(path: string): Promise<string | undefined> {
    const body = await this.source.page(path);
    this.answers.set(path, body ?? null);
    return body;
  }

  anew(path: string): Promise<string | undefined> {
    return this.source.optional(path);
  }

  pause(): Promise<void> {
    return this.source.pause();
  }

  async noted(name: string, now: string): Promise<string> {
    const body = await this.source.noted(name, now);
    this.answers.set(noteCalled(name), body);
    return body;
  }

  /** Tiles are not kept: they say nothing that the entries do not. */
  bytes(path: string): Promise<Buffer | undefined> {
    return this.source.bytes(path);
  }

  async *lines(from: number, to: number): AsyncGenerator<string[]> {
    let at = from;
    for await (const page of this.source.lines(from, to)) {
      // What is read again, to find a wrong leaf, is in the bundle already.
      await this.bundle.add(page.slice(Math.max(0, this.recorded - at)));
      at += page.length;
      this.recorded = Math.max(this.recorded, at);
      yield page;
    }
  }

  *all(): Generator<RecordedAnswer> {
    for (const [path, body] of this.answers) yield { path, body };
  }
}
