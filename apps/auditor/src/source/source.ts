import { Finding } from '@isegoria/audit-kit';

/** Where an audit reads from: a site, or an archive of what a site said. */
export interface Source {
  /** The site's address. */
  readonly url: string;
  /** What messages call it: the address, or the file. */
  readonly name: string;
  /** Whether it can say something new when it is asked again. */
  readonly isLive: boolean;
  /** When it says what it says: now, or when it was archived (UTC). */
  readonly at: string;
  /** @throws Finding cannotRun when it does not answer, or not with JSON */
  json<T>(path: string): Promise<T>;
  /** @throws Finding cannotRun when it does not answer */
  text(path: string): Promise<string>;
  /** As {@link text}; undefined for what is not served (status 400, 404, 405, 409, 410 or 501). */
  optional(path: string): Promise<string | undefined>;
  /** What a browser shows at an address, whatever the status is that it comes with; undefined where nothing is, or what is no page. */
  page(path: string): Promise<string | undefined>;
  /** As {@link optional}, of something that was asked for before: a bundle keeps what was answered then. */
  anew(path: string): Promise<string | undefined>;
  /** Waits for longer than a site may keep a page, so that what it shows then is no older than what was read before. */
  pause(): Promise<void>;
  /**
   * What an auditor notes beside the answers, in JSON: a bundle gives what was noted when it was made.
   * @param now what there is to note if the site is read now
   */
  noted(name: string, now: string): Promise<string>;
  /** Like {@link optional}, but as bytes. */
  bytes(path: string): Promise<Buffer | undefined>;
  /**
   * The lines of the log's feed from one sequence number up to another, in pages.
   * @throws Finding log when there are fewer
   */
  lines(from: number, to: number): AsyncGenerator<string[]>;
}

export function missingEntry(seq: number): Finding {
  return new Finding('log', `Entry ${seq} is covered by the signed checkpoint, and the log does not give it.`, seq);
}

/** @throws Finding cannotRun for anything that is not JSON */
export function parsedJson<T>(body: string, from: string): T {
  try {
    return JSON.parse(body) as T;
  } catch {
    throw new Finding('cannotRun', `${from} does not answer with JSON.`);
  }
}
